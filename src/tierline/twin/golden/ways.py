"""The ways on from the steps of a flow, and which of them a call went."""

from collections.abc import Iterable

import msgspec

from tierline.calls.events import (
    AnyEvent,
    KeyEverywhere,
    KeyPressed,
    KeyRefused,
    LookedUp,
    StayedSilent,
    StepReached,
)
from tierline.ivr.flow import Flow


class Way(msgspec.Struct, frozen=True):
    """`by` is what leads there: a key, an outcome, silence."""

    step: str
    by: str
    to: str


def ways_of(flow: Flow, step: str) -> list[Way]:
    return [Way(step, by, to) for by, to in flow.edges(step)]


def ways_gone(flow: Flow, events: Iterable[AnyEvent]) -> set[Way]:
    """Where several lead to the same step, the one that the event before tells; all of them where none
    does. A key that means the same everywhere is no way of the step."""
    gone: set[Way] = set()
    step, by = "", ""
    for event in events:
        match event:
            case StepReached(step=to):
                gone |= _gone(flow, step, by, to)
                step, by = to, ""
            case KeyEverywhere():
                step = ""
            case _:
                by = _told_by(event) or by
    return gone


def _gone(flow: Flow, step: str, by: str, to: str) -> set[Way]:
    if step not in flow.steps:
        return set()
    possible = {way for way in ways_of(flow, step) if way.to == to}
    return {way for way in possible if way.by == by} or {
        way for way in possible if not way.by.startswith("key ")
    }


def _told_by(event: AnyEvent) -> str | None:
    match event:
        case KeyPressed(key=key):
            return f"key {key}"
        case LookedUp(outcome=outcome):
            return outcome
        case StayedSilent():
            return "silent"
        case KeyRefused():
            return "wrong"
        case _:
            return None
