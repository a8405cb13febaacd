"""What of somebody's record was disclosed, when, what for and to whom (5 U.S.C. 552a(c)), as the history of
their calls tells it. It holds names of facts and references, no values."""

from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from datetime import datetime
from functools import partial
from typing import Literal

import msgspec

from tierline.calls.callback_events import CallbackLifted
from tierline.calls.contact_events import ContactJoined, ContactWritten
from tierline.calls.events import AnyEvent, LookedUp, Recorded
from tierline.calls.interpreter_events import InterpreterJoined
from tierline.calls.message_events import MessageQueued
from tierline.calls.names import IVR, CallId, Ref, Speaker, Through, Verification
from tierline.calls.recording_events import RecordingPlayed
from tierline.calls.service_events import (
    CallerTold,
    DoneInSystem,
    OwnWordsAdded,
    RequestCreated,
    RequestFollowedUp,
    ScriptPresented,
)
from tierline.calls.supervision_events import SupervisionBegan
from tierline.privacy.accesses import WORDS, Access
from tierline.privacy.amendments import State
from tierline.privacy.known import KnownCaller, known_after

Nature = Literal[
    "script",
    "own_words",
    "case_status",
    "request_status",
    "message",
    "callback",
    "interpreted",
    "request",
    "contact",
    "system",
    "listened",
    "played",
    "seen",
    "shown",
    "copied",
    "printed",
    "accounting",
    "exported",
]
To = Literal["caller", "number", "interpreter", "office", "system", "staff", "operator"]
"""`number`: whoever has the telephone or the address; `operator`: who gives commands on the center's
machine."""

TOLD_BY_KEYPAD = ("next_steps", "status", "updated")
"""What the IVR says of a case to a caller whom it has verified."""
_NOT_TOLD = frozenset({"away", "unknown", "not_verified"})


class Disclosure(msgspec.Struct, frozen=True, kw_only=True):
    """`by` told it, `whom` is who was told, where that is more than `to` says. `about` is the case that the
    caller was verified for then, at `verification` by `method`; `words` what was said or written, `reason`
    why, in somebody's own words; `of` the script with its version, the message, the act or the request."""

    at: datetime
    call: CallId | None
    nature: Nature
    to: To
    whom: str = ""
    by: str
    facts: tuple[str, ...] = ()
    about: Ref | None = None
    verification: Verification = "none"
    method: str = ""
    speaker: Speaker | None = None
    through: tuple[Through, ...] = ()
    words: Ref | None = None
    reason: Ref | None = None
    of: str = ""
    amended: State | None = None
    """What has become of the wish that the words be amended, where there was one."""
    whole_call: bool = False
    """Of all that was said in it, whichever case it was about."""


def disclosed(history: Iterable[Recorded]) -> Iterator[Disclosure]:
    """In a call, in the order in which it happened."""
    known = KnownCaller()
    for recorded in history:
        known = known_after(known, recorded.event)
        told = _told(recorded, known)
        if told:
            yield told


def of_an_access(access: Access) -> Disclosure:
    inside = access.how in ("seen", "shown", "copied", "printed")
    return Disclosure(
        at=access.at,
        call=access.call,
        nature=access.how,
        to="staff" if inside else "operator",
        whom=access.by if inside else access.whose,
        by=access.by,
        facts=access.fields,
        about=access.matter,
        of=access.request or "",
        whole_call=not inside and access.matter is None,
    )


def concerning(disclosures: Iterable[Disclosure], matters: AbstractSet[Ref] | None) -> list[Disclosure]:
    """Those about one of these cases, oldest first; all, where None are named."""
    found = [d for d in disclosures if matters is None or d.whole_call or d.about in matters]
    return sorted(found, key=lambda d: d.at)


def _told(recorded: Recorded, known: KnownCaller) -> Disclosure | None:  # noqa: PLR0912 - one row an event
    told = partial(Disclosure, at=recorded.at, call=recorded.call, **msgspec.structs.asdict(known))
    match recorded.event:
        case ScriptPresented(agent=by, text=text, facts=facts, read=True) as read:
            of = f"{read.script} {read.version}"
            return told(nature="script", to="caller", by=by, facts=facts, words=text, of=of)
        case OwnWordsAdded(agent=by, text=text):
            return told(nature="own_words", to="caller", by=by, words=text)
        case LookedUp(what="case", outcome="verified"):
            return told(nature="case_status", to="caller", by=IVR, facts=TOLD_BY_KEYPAD)
        case LookedUp(what="request_status", outcome=outcome) if outcome not in _NOT_TOLD:
            return told(nature="request_status", to="caller", by=IVR, facts=("request",))
        case MessageQueued(channel=channel, text=text, message=message):
            return told(nature="message", to="number", whom=channel, by=IVR, words=text, of=message)
        case CallbackLifted():
            return told(nature="callback", to="number", by=IVR, facts=("callback",))
        case InterpreterJoined(interpreter=who):
            return told(nature="interpreted", to="interpreter", whom=who, by=IVR)
        case ContactWritten(contact=who, text=text, message=message):
            return told(nature="contact", to="office", whom=who, by=IVR, words=text, of=message)
        case ContactJoined(contact=who):
            return told(nature="contact", to="office", whom=who, by=IVR)
        case DoneInSystem(system=system, action=action, agent=by, note=note, by_hand=False):
            return told(nature="system", to="system", whom=system, by=by, words=note, of=action)
        case SupervisionBegan(agent=who, mode=mode):
            return told(nature="listened", to="staff", whom=who, by=who, of=mode)
        case RecordingPlayed(agent=who, reason=reason):
            return told(nature="played", to="staff", whom=who, by=who, reason=reason, whole_call=True)
        case event:
            return _told_to_an_office(told, event)


def _told_to_an_office(told: Callable[..., Disclosure], event: AnyEvent) -> Disclosure | None:
    match event:
        case RequestCreated(number=number, office=office, agent=by):
            return told(nature="request", to="office", whom=office, by=by, of=number)
        case RequestFollowedUp(number=number, office=office, facts=facts, agent=by):
            return told(nature="request", to="office", whom=office, by=by, facts=facts, of=number)
        case CallerTold(number=number, office=office, agent=by):
            return told(nature="request", to="office", whom=office, by=by, facts=(WORDS,), of=number)
        case _:
            return None
