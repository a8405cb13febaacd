"""Interpreters, as screens show them: whom an agent may call in, and who is in a call."""

from typing import Literal

import msgspec

from tierline.calls import interpreter_events as ie
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.views.said import Said
from tierline.ports.agency import Agency
from tierline.sentence import sentence

_NOT_REACHED = {
    "busy": sentence("The interpreter's line was engaged"),
    "no_answer": sentence("The interpreter did not answer"),
    "failed": sentence("The interpreter could not be reached"),
    "withdrawn": sentence("The interpreter was not needed any more"),
}
_LEFT = {
    "hung_up": sentence("The interpreter hung up"),
    "released": sentence("The interpreter was let go"),
    "lost": sentence("The connection to the interpreter was lost"),
}


class ListedView(msgspec.Struct, frozen=True, kw_only=True):
    """`answers` says whether they are there at this hour; `speaks` whether they interpret the caller's
    language, as far as that is known."""

    id: str
    name: str
    languages: tuple[str, ...]
    note: str
    answers: bool
    speaks: bool


class InterpreterView(msgspec.Struct, frozen=True, kw_only=True):
    """In the call. `missed`: the last one who was called did not come."""

    name: str
    note: str
    state: Literal["ringing", "joined", "missed"]


def listed(center: Center, call: Call) -> list[ListedView]:
    """Those of the caller's language first, who are there first."""
    now, holidays = center.clock.now(), center.agency.holidays
    seen = [
        ListedView(
            id=one.id,
            name=one.name,
            languages=one.languages,
            note=one.note,
            answers=one.answers_at(now, holidays),
            speaks=call.language in one.languages,
        )
        for one in center.agency.interpreters.interpreters
    ]
    return sorted(seen, key=lambda one: (not one.speaks, not one.answers, one.name))


def interpreter_view(agency: Agency, call: Call) -> InterpreterView | None:
    part = call.interpreter
    if part:
        known = agency.interpreters.find(part.interpreter)
        state: Literal["ringing", "joined"] = "joined" if part.joined else "ringing"
        note = known.note if known else ""
        return InterpreterView(name=_name(agency, part.interpreter), note=note, state=state)
    missed = call.interpreter_missed
    return InterpreterView(name=_name(agency, missed), note="", state="missed") if missed else None


def of_an_interpreter(agency: Agency, event: object) -> Said:
    match event:
        case ie.InterpreterCalled(agent=agent, interpreter=interpreter):
            called = sentence("Called the interpreter {name}", name=_name(agency, interpreter))
            return agency.name_of(agent), called, "agent"
        case ie.InterpreterJoined(interpreter=interpreter):
            joined = sentence("The interpreter {name} joined", name=_name(agency, interpreter))
            return "center", joined, "agent"
        case ie.InterpreterNotReached(outcome=outcome):
            return "center", _NOT_REACHED[outcome], "agent"
        case ie.InterpreterLeft(how=how):
            return "center", _LEFT[how], "agent"
        case _:
            return None


def _name(agency: Agency, interpreter: str) -> str:
    """One who was taken off the list is still known by the id."""
    known = agency.interpreters.find(interpreter)
    return known.name if known else interpreter
