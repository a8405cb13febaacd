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
from tierline.calls.line_events import LineFull
from tierline.calls.recording_events import RecordingChosen
from tierline.ivr.flow import Flow
from tierline.ivr.steps import Menu
from tierline.twin.keys import KEYS


class Way(msgspec.Struct, frozen=True):
    """`by` is what leads there: a key, an outcome, silence."""

    step: str
    by: str
    to: str


def ways_of(flow: Flow, step: str) -> list[Way]:
    """Without a wrong key where every key means something."""
    ways = [Way(step, by, to) for by, to in flow.edges(step)]
    return ways if _can_be_wrong(flow, step) else [way for way in ways if way.by != "wrong"]


def _can_be_wrong(flow: Flow, step: str) -> bool:
    """Before the answers are offered, the keys for them and for a person mean nothing yet."""
    menu, offered = flow.steps[step], step == flow.answers
    if not isinstance(menu, Menu):
        return True
    meant = {key for key, meaning in flow.everywhere.items() if offered or meaning not in ("person", "main")}
    return not set(KEYS) <= meant | menu.keys.keys()


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
            case KeyEverywhere(meaning=meaning) if meaning not in ("repeat", "slower"):
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
        case LineFull():
            return "full"
        case RecordingChosen(agreed=agreed):
            return "then" if agreed else "declined"
        case _:
            return None
