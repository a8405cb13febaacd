"""How the events of an interpreter change the state of the call they are in."""

from msgspec.structs import replace

from tierline.calls import interpreter_events as ie
from tierline.calls.state import Call, InterpreterPart


def interpreter_changes(call: Call, event: object) -> dict[str, object]:
    """Nothing for an event that is not about an interpreter."""
    match event:
        case ie.InterpreterCalled(interpreter=interpreter, leg=leg):
            return {"interpreter": InterpreterPart(interpreter, leg), "interpreter_missed": None}
        case ie.InterpreterJoined() if call.interpreter:
            return {"interpreter": replace(call.interpreter, joined=True)}
        case ie.InterpreterNotReached(interpreter=interpreter):
            return {"interpreter": None, "interpreter_missed": interpreter}
        case ie.InterpreterLeft():
            return {"interpreter": None}
        case _:
            return {}
