"""What a call's history says about its way through the flow: which steps it came to, by which keys that mean
the same everywhere, and how it left.

Many calls take the same way: it is told once, with their number.
"""

from collections.abc import Sequence
from typing import Literal

import msgspec

from tierline.calls import callback_events as cb
from tierline.calls import events as ev
from tierline.calls.away_events import HistoryLost
from tierline.calls.state import Call

Did = Literal["step", "key", "queued", "supervisor", "rang_off", "ended", "unknown"]
"""`unknown` stands for events that were lost with the database away."""


class Mark(msgspec.Struct, frozen=True, array_like=True):
    """`name` is the step, what the key means, or how the call ended; else empty. `around` are the `do` steps
    around a step, outermost first; None where the history does not say (of `do` and `return` steps)."""

    did: Did
    name: str = ""
    around: tuple[str, ...] | None = None


class Walk(msgspec.Struct, frozen=True):
    """`agency` is the version that the calls began with; `calls` how many took exactly this way."""

    agency: str
    marks: tuple[Mark, ...]
    calls: int = 1


def walk(call: Call, history: Sequence[ev.Recorded]) -> Walk:
    """Of one call."""
    return Walk(call.agency, tuple(mark for one in history if (mark := mark_of(one.event))))


def mark_of(event: ev.AnyEvent) -> Mark | None:
    match event:
        case ev.StepReached(step=step, place=place):
            return Mark("step", step, place.at.stack if place.at.step == step else None)
        case ev.KeyEverywhere(meaning=meaning):
            return Mark("key", meaning)
        case ev.Queued():
            return Mark("queued")
        case ev.SupervisorAsked():
            return Mark("supervisor")
        case cb.RangOff():
            return Mark("rang_off")
        case ev.Ended(how=how):
            return Mark("ended", how)
        case HistoryLost():
            return Mark("unknown")
        case _:
            return None
