"""The Service Requests at one office, as its clerks see them."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Literal

import msgspec

from tierline.calls.names import CallId, Ref
from tierline.calls.reviewed import corrections
from tierline.desk.center import Center
from tierline.desk.refusal import NotFound
from tierline.desk.views import words
from tierline.desk.views.gone import gone
from tierline.desk.views.outcomes import kind_name
from tierline.ports.agency import Agency
from tierline.requests.request import Entry, ServiceRequest
from tierline.sentence import SentenceView, read_again
from tierline.staff.person import Role


class InboxRow(msgspec.Struct, frozen=True, kw_only=True):
    number: str
    kind: str
    kind_name: str
    created_at: datetime
    due: date
    priority: bool
    status: Literal["open", "answered"]
    overdue: bool
    """Open after the day on which it was due, where the agency is."""


class FactView(msgspec.Struct, frozen=True):
    """`gone` says why there is no value any more."""

    name: str
    label: str
    value: str
    gone: SentenceView | None = None


class Because(msgspec.Struct, frozen=True):
    says: str


class MadeBy(msgspec.Struct, frozen=True):
    name: str
    role: Role | None
    number: str | None


class HistoryLine(msgspec.Struct, frozen=True):
    at: datetime
    who: str
    what: str


class RequestDetail(InboxRow, frozen=True, kw_only=True):
    """`because` is why it came to this office."""

    facts: tuple[FactView, ...]
    because: tuple[Because, ...]
    created_by: MadeBy
    call: CallId
    history: tuple[HistoryLine, ...]


async def inbox(center: Center, office: str) -> list[InboxRow]:
    """In the order in which they are to be worked."""
    found = await center.store.requests_at(office)
    today = _today(center)
    return [_row(center.agency, request, today) for request in found]


async def detail(center: Center, office: str, number: str) -> RequestDetail:
    """Raises NotFound, also for a request of another office."""
    request = await center.store.request(number)
    if request is None or request.office != office:
        raise NotFound("there is no such request in your inbox")
    maker = center.agency.staff.get(request.created_by)
    return RequestDetail(
        **msgspec.structs.asdict(_row(center.agency, request, _today(center))),
        facts=await _facts(center, request),
        because=tuple(Because(says) for says in request.because),
        created_by=MadeBy(
            center.agency.name_of(request.created_by),
            maker.role if maker else None,
            maker.number if maker else None,
        ),
        call=request.call,
        history=(
            *(_line(center.agency, entry) for entry in request.history),
            *await _corrections(center, request),
        ),
    )


async def _corrections(center: Center, request: ServiceRequest) -> list[HistoryLine]:
    """What the caller was told otherwise before, as a supervisor added it to the request."""
    passed_on = [c for c in corrections(await center.history(request.call)) if request.number in c.passed_on]
    refs = [c.instead for c in passed_on if c.instead]
    said: Mapping[Ref, str] = await center.store.values(refs) if refs else {}
    why = await gone(center, refs, said)
    said = {**said, **{ref: str(read_again(disposed)) for ref, disposed in why.items()}}
    return [
        HistoryLine(
            c.at, center.agency.name_of(c.by), f"Corrected what the caller was told: {said[c.instead]}"
        )
        for c in reversed(passed_on)
        if c.instead in said
    ]


def _today(center: Center) -> date:
    return center.clock.now().astimezone(center.agency.zone).date()


def _row(agency: Agency, request: ServiceRequest, today: date) -> InboxRow:
    return InboxRow(
        number=request.number,
        kind=request.kind,
        kind_name=kind_name(agency, request.kind),
        created_at=request.created_at,
        due=request.due,
        priority=request.priority,
        status=request.status,
        overdue=request.status == "open" and request.due < today,
    )


async def _facts(center: Center, request: ServiceRequest) -> tuple[FactView, ...]:
    refs = dict(request.facts)
    if request.receipt:
        refs = {"receipt": request.receipt, **refs}
    values = await center.store.values(list(refs.values())) if refs else {}
    labels = {fact.id: fact.label("en") for fact in center.agency.kinds.facts}
    why = await gone(center, refs.values(), values)
    return tuple(
        FactView(name, labels.get(name, _label(name)), values.get(ref, ""), why.get(ref))
        for name, ref in refs.items()
        if ref in values or ref in why
    )


def _label(name: str) -> str:
    return str(words.keyed(name)).capitalize()


def _line(agency: Agency, entry: Entry) -> HistoryLine:
    office = words.office(agency, entry.office)
    what = {
        "created": f"Made the request; it came to {office}",
        "rerouted": f"Sent it on to {office}: {'; '.join(entry.because)}",
        "answered": f"Answered it at {office}",
    }
    return HistoryLine(entry.at, agency.name_of(entry.by), what[entry.what])
