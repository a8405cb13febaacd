"""What is on record in words that people know: staff by the numbers that callers are told to note, kinds of
requests and offices by their names."""

from msgspec.structs import replace

from tierline.calls.names import AgentId
from tierline.desk.privacy.exporting import OnRecord, RequestOnRecord
from tierline.ports.agency import Agency
from tierline.privacy.disclosures import Disclosure


def as_people_know(agency: Agency | None, found: OnRecord, language: str) -> OnRecord:
    calls = tuple(
        replace(call, requests=tuple(_request(agency, request, language) for request in call.requests))
        for call in found.calls
    )
    return replace(found, calls=calls, disclosures=tuple(_told(agency, d) for d in found.disclosures))


def _told(agency: Agency | None, told: Disclosure) -> Disclosure:
    """Whoever gave a command on the center's machine is the center."""
    return replace(
        told,
        by=_number(agency, told.by),
        whom=_number(agency, told.whom) if told.to == "staff" else told.whom,
    )


def _number(agency: Agency | None, user: str) -> str:
    person = agency.staff.get(AgentId(user)) if agency else None
    return person.number if person else ""


def _request(agency: Agency | None, request: RequestOnRecord, language: str) -> RequestOnRecord:
    kind = agency.kinds.kind(request.kind) if agency else None
    office = agency.directory.find(request.office) if agency else None
    return replace(
        request,
        kind=kind.names.get(language, request.kind) if kind else request.kind,
        office=office.called(language) if office else request.office,
    )
