"""How the events of an interpreter change the state of the call they are in."""

from datetime import datetime

from msgspec.structs import replace

from tierline.calls import interpreter_events as ie
from tierline.calls.state import Call, InterpreterPart


def interpreter_changes(call: Call, event: object, at: datetime) -> dict[str, object]:
    """Nothing for an event that is not about an interpreter."""
    match event:
        case ie.InterpreterCalled(agent=agent, interpreter=interpreter, leg=leg):
            part = InterpreterPart(interpreter, leg, agent, at)
            return {"interpreter": part, "interpreter_missed": None}
        case ie.InterpreterJoined() if call.interpreter:
            return {"interpreter": replace(call.interpreter, joined=True)}
        case ie.InterpreterNotReached(interpreter=interpreter):
            return {"interpreter": None, "interpreter_missed": interpreter}
        case ie.InterpreterLeft():
            return {"interpreter": None}
        case _:
            return {}
