"""The calls that concern somebody, found by their receipt number or their telephone number."""

import re
from collections.abc import Sequence
from typing import Literal

import msgspec

from tierline.calls.callback_events import CallbackPromised
from tierline.calls.events import Arrived, Recorded
from tierline.calls.fold import fold
from tierline.calls.names import CallId, Ref
from tierline.calls.state import Call
from tierline.ports.store import Store
from tierline.privacy.known import matters_of


class Subject(msgspec.Struct, frozen=True):
    by: Literal["receipt", "number", "call"]
    value: str


class UnreadableSubject(Exception):
    """Nobody can be found by this; the message says how it is written."""


class Concerned(msgspec.Struct, frozen=True):
    """`matters` are what stands for the case that the person asked about; None for all of the call."""

    call: Call
    history: Sequence[Recorded]
    matters: frozenset[Ref] | None


async def concerned(store: Store, subject: Subject) -> list[Concerned]:
    """The oldest first, without practice. Raises UnreadableSubject, StoreAway."""
    if subject.by == "call":
        found = await _read(store, CallId(subject.value))
        return [Concerned(*found, None)] if found else []
    refs: dict[Ref, CallId] = {}
    for form in as_kept(subject):
        refs |= await store.refs_of(form)
    calls = [one for call in set(refs.values()) if (one := await _read(store, call))]
    of_them = [
        _of(subject, call, history, frozenset(ref for ref, of in refs.items() if of == call.id))
        for call, history in calls
    ]
    return sorted((one for one in of_them if one), key=lambda one: one.call.arrived_at)


def as_kept(subject: Subject) -> tuple[str, ...]:
    """In which forms it may be on record: networks give a telephone number with its country code or without.
    Raises UnreadableSubject."""
    plain = re.sub(r"[\s().-]", "", subject.value).upper()
    if subject.by == "receipt":
        if not re.fullmatch(r"[A-Z]{3}[0-9]{10}", plain):
            raise UnreadableSubject("a receipt number has three letters and ten digits")
        return (plain,)
    if not re.fullmatch(r"\+?[0-9]{7,15}", plain):
        raise UnreadableSubject("write the telephone number with its country code, as +12025550111")
    digits = plain.removeprefix("+")
    national = digits[1:] if len(digits) == 11 and digits.startswith("1") else digits
    american = (f"+1{national}", f"1{national}", national) if len(national) == 10 else ()
    return tuple(dict.fromkeys((plain, digits, *american)))


async def _read(store: Store, of: CallId) -> tuple[Call, Sequence[Recorded]] | None:
    history = await store.timeline(of)
    call = fold(history) if history else None
    return (call, history) if call and call.practice is None else None


def _of(subject: Subject, call: Call, history: Sequence[Recorded], refs: frozenset[Ref]) -> Concerned | None:
    """A receipt number that was keyed, and never verified, is nobody's: it may have been a stranger's guess.
    A telephone number is that of whoever rang from it, or was to be rung at it."""
    if subject.by == "receipt":
        return Concerned(call, history, refs) if matters_of(history) & refs else None
    rung = {r.event.number for r in history if isinstance(r.event, CallbackPromised)}
    rang = {r.event.caller for r in history if isinstance(r.event, Arrived)}
    return Concerned(call, history, None) if (rung | rang) & refs else None
