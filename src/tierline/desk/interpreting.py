"""An interpreter of the agency's list is called into the conversation. Whatever becomes of them, the agent
and the caller go on."""

import secrets
from typing import Literal

from tierline.calls.dialling import listed_number
from tierline.calls.interpreter_events import (
    InterpreterCalled,
    InterpreterEvent,
    InterpreterJoined,
    InterpreterLeft,
    InterpreterNotReached,
)
from tierline.calls.names import AgentId, CallId, LegId
from tierline.calls.state import Call, InterpreterPart
from tierline.desk.center import Center
from tierline.desk.colleagues import own_part
from tierline.desk.practice.pretending import pretend
from tierline.desk.refusal import Refused
from tierline.desk.seating import seat
from tierline.ports.switch import LegEnded

_TIMER = "interpreter"
_OUTCOMES: dict[str, Literal["busy", "no_answer", "failed"]] = {
    "rejected": "busy",
    "no_answer": "no_answer",
    "hung_up": "no_answer",
    "unreachable": "failed",
}


async def call_in(center: Center, call: Call, agent: AgentId, interpreter: str) -> Call:
    """Only somebody of the list is ever rung. Raises Refused, with what to do instead. Within the call's
    turn, as all here."""
    own_part(call, agent)
    if call.interpreter:
        raise Refused("an interpreter is in this call or being called already: let them go first")
    listed = center.agency.interpreters.find(interpreter)
    number = listed_number(listed.number) if listed else None
    if listed is None or number is None:
        raise Refused("this interpreter is not in the agency's list; choose one who is")
    if not listed.answers_at(center.clock.now(), center.agency.holidays):
        raise Refused("{name} does not answer at this hour; choose another", name=listed.name)
    if call.practice:
        return await pretend(center, call, agent, "interpreter", interpreter)
    leg = LegId(f"interpreter-{secrets.token_hex(8)}")
    call = await center.commit(call, InterpreterCalled(agent, interpreter, leg))
    center.legs[leg] = call.id
    give_up_later(center, call)
    await center.switch.dial(leg, number, caller_id=center.agency.profile.numbers[0])
    return call


async def answered(center: Center, call: Call, part: InterpreterPart) -> Call:
    center.cancel(call.id, _TIMER)
    call = center.note(call, InterpreterJoined(part.interpreter))
    await seat(center, call)
    return call


async def leg_ended(center: Center, call: Call, part: InterpreterPart, ended: LegEnded) -> Call:
    center.cancel(call.id, _TIMER)
    if part.joined:
        return center.note(call, InterpreterLeft(part.interpreter, "hung_up"))
    return center.note(call, InterpreterNotReached(part.interpreter, _OUTCOMES[ended.cause]))


async def let_go(center: Center, call: Call) -> Call:
    """Nothing happens where there is none."""
    part = call.interpreter
    if part is None:
        return call
    call = center.note(call, *over(call))
    await hang_up(center, call, part)
    return call


def over(call: Call) -> list[InterpreterEvent]:
    """What is to be noted where the conversation that the interpreter is in comes to its end."""
    part = call.interpreter
    if part is None:
        return []
    if part.joined:
        return [InterpreterLeft(part.interpreter, "released")]
    return [InterpreterNotReached(part.interpreter, "withdrawn")]


async def hang_up(center: Center, call: Call, part: InterpreterPart) -> None:
    center.cancel(call.id, _TIMER)
    center.legs.pop(part.leg, None)
    await center.switch.hang_up(part.leg)


async def recover(center: Center, call: Call, answered_legs: dict[LegId, bool]) -> Call:
    """After a time without this process: who is gone has left, who has answered meanwhile joins, and who
    still rings is given the time anew."""
    part = call.interpreter
    if part is None:
        return call
    if part.leg not in answered_legs:
        center.legs.pop(part.leg, None)
        lost = InterpreterLeft(part.interpreter, "lost")
        return center.note(call, lost if part.joined else InterpreterNotReached(part.interpreter, "failed"))
    if part.joined:
        return call
    if answered_legs[part.leg]:
        return await answered(center, call, part)
    give_up_later(center, call)
    return call


def give_up_later(center: Center, call: Call) -> None:
    seconds = center.agency.interpreters.ring_seconds
    center.after(call.id, _TIMER, seconds, lambda: _nobody_answers(center, call.id))


async def _nobody_answers(center: Center, call_id: CallId) -> None:
    async with center.turn(call_id) as call:
        part = call.interpreter if call else None
        if call and part and not part.joined:
            center.note(call, InterpreterNotReached(part.interpreter, "no_answer"))
            await hang_up(center, call, part)
