"""As whom a caller is known at each moment of a call, and so whose each part of its history is."""

import re
from collections.abc import Iterable, Iterator

import msgspec

from tierline.calls.amendment_events import AmendmentAsked, AmendmentEvent
from tierline.calls.away_events import HistoryLost
from tierline.calls.callback_events import CallbackAnswered
from tierline.calls.emergency_events import EmergencyAcknowledged
from tierline.calls.events import AnyEvent, Recorded
from tierline.calls.names import Ref, Speaker, Through, Verification
from tierline.calls.recording_events import RecordingPlayed, RecordingReleased
from tierline.calls.verification_events import Verified

NOBODYS = Ref("nobody's")
"""In the place of a case: what is said of a whole call may be about any case of it."""

_OF_THE_WHOLE = EmergencyAcknowledged | RecordingPlayed | RecordingReleased
_REF = re.compile(r"[a-z_]+-[0-9a-f]{16}")


class KnownCaller(msgspec.Struct, frozen=True):
    about: Ref | None = None
    verification: Verification = "none"
    method: str = ""
    speaker: Speaker | None = None
    through: tuple[Through, ...] = ()


def known_after(known: KnownCaller, event: AnyEvent) -> KnownCaller:
    match event:
        case Verified(verification="none") | CallbackAnswered():
            return KnownCaller()
        case Verified() as v:
            return KnownCaller(v.matter, v.verification, v.method, v.speaker, v.through)
        case HistoryLost(state=state) if state.recognised:
            by = state.recognised
            return KnownCaller(state.matter, state.verification, "", by.speaker, by.through)
        case HistoryLost():
            return KnownCaller()
        case _:
            return known


def matters_of(history: Iterable[Recorded]) -> frozenset[Ref]:
    """The cases that the caller was verified for: one whose number was only keyed is nobody's yet."""
    known, matters = KnownCaller(), set[Ref]()
    for recorded in history:
        known = known_after(known, recorded.event)
        if known.about:
            matters.add(known.about)
    return frozenset(matters)


def about_at_each(history: Iterable[Recorded]) -> Iterator[tuple[Recorded, Ref | None]]:
    """Each event with the case that it is about; None before the caller was verified for one. What comes
    later of something said, as a correction or an amendment, is about what that was about, whichever case was
    last."""
    known, of_value, of_amendment = KnownCaller(), dict[Ref, Ref | None](), dict[str, Ref | None]()
    for recorded in history:
        event = recorded.event
        known = known_after(known, event)
        about = known.about
        refs = refs_in(msgspec.to_builtins(event))
        if isinstance(event, _OF_THE_WHOLE):
            about = NOBODYS
        elif isinstance(event, AmendmentEvent):
            of = event.of if isinstance(event, AmendmentAsked) else None
            about = of_value.get(of, NOBODYS) if of else of_amendment.get(event.request, NOBODYS)
            of_amendment[event.request] = about
        elif not isinstance(event, Verified | HistoryLost):
            about = next((of_value[ref] for ref in refs if ref in of_value), about)
        for ref in refs:
            of_value.setdefault(ref, about)
        yield recorded, about


def refs_in(told: object) -> list[Ref]:
    """By their form: whatever else has it stands for no value."""
    match told:
        case str():
            return [Ref(told)] if _REF.fullmatch(told) else []
        case dict():
            return [ref for part in told.values() for ref in refs_in(part)]
        case list() | tuple():
            return [ref for part in told for ref in refs_in(part)]
        case _:
            return []
