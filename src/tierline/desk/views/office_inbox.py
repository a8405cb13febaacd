"""The Service Requests at one office, as its clerks see them."""

from collections.abc import Mapping
from datetime import datetime

import msgspec

from tierline.calls.names import AgentId, CallId, Ref
from tierline.calls.reviewed import corrections
from tierline.desk.center import Center
from tierline.desk.refusal import NotFound
from tierline.desk.requests.time import due_at, overdue
from tierline.desk.views.amended import AmendedView, amended
from tierline.desk.views.field_names import field_names
from tierline.desk.views.gone import gone
from tierline.desk.views.outcomes import kind_names
from tierline.desk.views.request_history import HistoryLine, request_history
from tierline.ports.agency import Agency
from tierline.privacy.masking import Personal, class_of
from tierline.requests.request import ServiceRequest, Status
from tierline.sentence import SentenceView, Value, read_again, sentence, view
from tierline.staff.person import Person, Role


class Taker(msgspec.Struct, frozen=True):
    """The clerk who works on it."""

    user: AgentId
    name: str


class InboxRow(msgspec.Struct, frozen=True, kw_only=True):
    number: str
    kind: str
    kind_names: Mapping[str, str]
    created_at: datetime
    due: datetime | None
    """The last moment that is in time; None while the caller is asked something."""
    priority: bool
    agency_error: bool
    """It is to alleviate a wait that the agency's own error caused."""
    status: Status
    taken_by: Taker | None
    overdue: bool


class FactView(msgspec.Struct, frozen=True):
    """`personal` is the class of what it tells. `gone` says why there is no value any more."""

    name: str
    names: Mapping[str, str]
    value: str
    personal: Personal
    amended: AmendedView | None = None
    gone: SentenceView | None = None


class Because(msgspec.Struct, frozen=True):
    says: str


class MadeBy(msgspec.Struct, frozen=True):
    name: str
    role: Role | None
    number: str | None


class RequestDetail(InboxRow, frozen=True, kw_only=True):
    """`because` is why it came to this office."""

    facts: tuple[FactView, ...]
    because: tuple[Because, ...]
    created_by: MadeBy
    call: CallId
    replied: bool
    history: tuple[HistoryLine, ...]


async def inbox(center: Center, office: str) -> list[InboxRow]:
    """In the order in which they are to be worked."""
    found = await center.store.requests_at(office)
    now = center.clock.now()
    return [_row(center.agency, request, now) for request in found]


async def detail(center: Center, person: Person, number: str) -> RequestDetail:
    """Raises NotFound, also for a request of another office."""
    request = await center.store.request(number)
    if request is None or request.office != person.office:
        raise NotFound("there is no such request in your inbox")
    view = await _detail(center, request)
    seen = [fact.name for fact in view.facts]
    center.looks.seen(person, request.call, seen, matter=request.receipt, request=number)
    return view


async def _detail(center: Center, request: ServiceRequest) -> RequestDetail:
    maker = center.agency.staff.get(request.created_by)
    return RequestDetail(
        **msgspec.structs.asdict(_row(center.agency, request, center.clock.now())),
        facts=await _facts(center, request),
        because=tuple(Because(says) for says in request.because),
        created_by=MadeBy(
            center.agency.name_of(request.created_by),
            maker.role if maker else None,
            maker.number if maker else None,
        ),
        call=request.call,
        replied=bool(request.replies),
        history=(
            *await request_history(center, request),
            *await _corrections(center, request),
        ),
    )


async def _corrections(center: Center, request: ServiceRequest) -> list[HistoryLine]:
    """What the caller was told otherwise before, as a supervisor added it to the request."""
    every = [c for call in request.every_call for c in corrections(await center.history(call))]
    passed_on = [c for c in every if request.number in c.passed_on]
    refs = [c.instead for c in passed_on if c.instead]
    kept = await center.store.values(refs) if refs else {}
    why = await gone(center, refs, kept)
    said: dict[Ref, Value] = {**kept, **{ref: read_again(disposed) for ref, disposed in why.items()}}
    return [
        HistoryLine(
            c.at,
            center.agency.name_of(c.by),
            view(sentence("Corrected what the caller was told: {words}", words=said[c.instead])),
        )
        for c in reversed(passed_on)
        if c.instead in said
    ]


def _row(agency: Agency, request: ServiceRequest, now: datetime) -> InboxRow:
    kind = agency.kinds.kind(request.kind)
    return InboxRow(
        number=request.number,
        kind=request.kind,
        kind_names=kind_names(agency, request.kind),
        created_at=request.created_at,
        due=due_at(agency, request),
        priority=request.priority,
        agency_error=kind is not None and kind.agency_error,
        status=request.status,
        taken_by=Taker(request.taken_by, agency.name_of(request.taken_by)) if request.taken_by else None,
        overdue=overdue(agency, request, now),
    )


async def _facts(center: Center, request: ServiceRequest) -> tuple[FactView, ...]:
    refs = dict(request.facts)
    if request.receipt:
        refs = {"receipt": request.receipt, **refs}
    values = await center.store.values(list(refs.values())) if refs else {}
    asked = {fact.id: fact.labels for fact in center.agency.kinds.facts}
    said: dict[Ref, AmendedView] = {}
    for call in request.every_call:
        said |= await amended(center.store, await center.history(call))
    why = await gone(center, refs.values(), values)
    return tuple(
        FactView(
            name,
            asked.get(name) or field_names(center.agency, name),
            values.get(ref, ""),
            class_of(name),
            said.get(ref),
            why.get(ref),
        )
        for name, ref in refs.items()
        if ref in values or ref in why
    )
