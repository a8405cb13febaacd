"""All that is on record of a person, to be given to them (5 U.S.C. 552a(d)(1)): what they keyed, what
they were told, their requests and messages, and to whom it was disclosed. Of nobody else: a call in which two
cases were spoken of is told as far as it is about theirs."""

from collections.abc import Iterable, Sequence
from datetime import datetime

import msgspec

from tierline.calls.events import Recorded
from tierline.calls.names import CallId, Ref
from tierline.calls.service_events import CallerTold, RequestCreated, RequestFollowedUp
from tierline.calls.state import Call
from tierline.calls.verification_events import Verified
from tierline.desk.contacting.writing import DESK_ADDRESS
from tierline.desk.privacy.accounting import Asked, disclosures, on_record
from tierline.desk.privacy.amending import refs_of_event
from tierline.desk.privacy.concerned import Concerned, Subject
from tierline.ports.store import Store
from tierline.privacy.amendments import State, amendments
from tierline.privacy.disclosures import Disclosure
from tierline.privacy.known import about_at_each, matters_of, refs_in
from tierline.requests.request import ServiceRequest

_ABOUT_A_REQUEST = RequestCreated | RequestFollowedUp | CallerTold


class CannotExport(Exception):
    """The message is a plain sentence that says what to do instead."""


class Amended(msgspec.Struct, frozen=True):
    state: State
    at: datetime
    asks: str
    instead: str
    why: str
    statement: str


class ValueOnRecord(msgspec.Struct, frozen=True):
    """`ref` names it where an amendment is asked for; `kind` says what it is."""

    ref: Ref
    kind: str
    at: datetime
    value: str
    amended: tuple[Amended, ...] = ()


class RequestOnRecord(msgspec.Struct, frozen=True):
    number: str
    kind: str
    office: str
    status: str
    created_at: datetime


class CallOnRecord(msgspec.Struct, frozen=True, kw_only=True):
    """`whole` unless another person's case was spoken of too, which is left out. `recording` are the parts of
    it that are kept, where the call is whole."""

    id: CallId
    arrived_at: datetime
    ended_at: datetime | None
    number: str
    language: str | None
    whole: bool
    values: tuple[ValueOnRecord, ...]
    requests: tuple[RequestOnRecord, ...]


class OnRecord(msgspec.Struct, frozen=True, kw_only=True):
    made_at: datetime
    calls: tuple[CallOnRecord, ...]
    disclosures: tuple[Disclosure, ...]


async def export(store: Store, subject: Subject, concerned: Sequence[Concerned], asked: Asked) -> OnRecord:
    """On record as a disclosure before it is given. Raises CannotExport, StoreAway."""
    if not concerned:
        raise CannotExport("nothing is on record of this person")
    if subject.by == "call" and await _cases(store, concerned[0]) > 1:
        raise CannotExport("more than one case was spoken of in this call: export by receipt number")
    calls = [await _call(store, subject, one) for one in concerned]
    told = await disclosures(store, [_theirs_alone(subject, one) for one in concerned])
    await on_record(store, concerned, asked, "exported")
    return OnRecord(made_at=asked.at, calls=tuple(calls), disclosures=tuple(told))


async def _cases(store: Store, one: Concerned) -> int:
    """Whoever is verified twice for a case is verified for one."""
    values = await store.values(list(matters_of(one.history)))
    return len(set(values.values()))


def is_whole(subject: Subject, one: Concerned) -> bool:
    """By a call, all of it. By a number, where no case was spoken of: the telephone may be anyone's, and says
    nothing of whose the case is. By a case, where it was the only one and the person themselves rang."""
    if subject.by == "call":
        return True
    matters = matters_of(one.history)
    if subject.by == "number" or one.matters is None:
        return not matters
    speakers = {
        r.event.speaker
        for r in one.history
        if isinstance(r.event, Verified) and r.event.verification != "none"
    }
    return matters <= one.matters and speakers <= {"applicant"}


def theirs(subject: Subject, one: Concerned) -> list[Recorded]:
    """Of a call that is not whole, what was said while their case was spoken of, or no case at all."""
    if is_whole(subject, one):
        return list(one.history)
    wanted = one.matters if subject.by == "receipt" else None
    of_cases = matters_of(one.history)

    def is_theirs(recorded: Recorded, about: Ref | None) -> bool:
        if wanted:
            return about in wanted
        return about is None and of_cases.isdisjoint(refs_in(msgspec.to_builtins(recorded.event)))

    return [recorded for recorded, about in about_at_each(one.history) if is_theirs(recorded, about)]


def _theirs_alone(subject: Subject, one: Concerned) -> Concerned:
    return msgspec.structs.replace(one, history=theirs(subject, one))


async def _call(store: Store, subject: Subject, one: Concerned) -> CallOnRecord:
    history = theirs(subject, one)
    call: Call = one.call
    return CallOnRecord(
        id=call.id,
        arrived_at=call.arrived_at,
        ended_at=call.ended_at,
        number=call.number,
        language=call.language,
        whole=is_whole(subject, one),
        values=await _values(store, history),
        requests=tuple([_request(request) for request in await _requests(store, history)]),
    )


async def _values(store: Store, history: Sequence[Recorded]) -> tuple[ValueOnRecord, ...]:
    """Each once, in the order in which they came on record; what people wrote of an amendment stands with the
    value that it is about."""
    since: dict[Ref, datetime] = {}
    for recorded in history:
        for ref in await refs_of_event(store, recorded):
            since.setdefault(ref, recorded.at)
    found = await store.values(list(since)) if since else {}
    amended = _amended(history, found)
    apart = {ref for one in amendments(history) for ref in one.refs}
    return tuple(
        ValueOnRecord(ref, ref.rpartition("-")[0], at, found[ref], amended.get(ref, ()))
        for ref, at in since.items()
        if ref in found and ref not in apart and _is_theirs(ref)
    )


def _is_theirs(ref: Ref) -> bool:
    """By which address an office was written to is nothing of the person."""
    return ref.rpartition("-")[0] != DESK_ADDRESS


def _amended(history: Iterable[Recorded], words: dict[Ref, str]) -> dict[Ref, tuple[Amended, ...]]:
    of: dict[Ref, tuple[Amended, ...]] = {}
    for one in amendments(history):
        asks, instead, why, statement = (
            words.get(ref, "") if ref else "" for ref in (one.asks, one.instead, one.why, one.statement)
        )
        told = Amended(one.state, one.at, asks, instead, why, statement)
        of[one.of] = (*of.get(one.of, ()), told)
    return of


async def _requests(store: Store, history: Iterable[Recorded]) -> list[ServiceRequest]:
    of_them = (r.event for r in history if isinstance(r.event, _ABOUT_A_REQUEST))
    found = [await store.request(number) for number in dict.fromkeys(event.number for event in of_them)]
    return [request for request in found if request]


def _request(request: ServiceRequest) -> RequestOnRecord:
    return RequestOnRecord(request.number, request.kind, request.office, request.status, request.created_at)
