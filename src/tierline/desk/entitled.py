"""The one way in which facts of a case leave the center: filtered by the agency's entitlements (I9)."""

import msgspec

from tierline.calls.names import Ref, Verification
from tierline.calls.state import Call
from tierline.desk.case_records import case_records
from tierline.desk.center import Center
from tierline.desk.facts_in_words import in_words
from tierline.desk.refusal import Refused
from tierline.ports.case_system import AT_EASE, Asked, CaseRecord, CaseSystemAway, Source, Unanswered
from tierline.staff.entitlement import Viewer, disclose
from tierline.staff.person import Person

_NO_CASE = "-"
"""In the place of a receipt number, where there is none."""

PLACES = frozenset({"file_office", "processing_office", "zip"})
"""Where a request goes is decided by where the case is at that moment: it may move during a call."""


def viewer_of(person: Person) -> Viewer:
    return Viewer(
        role=person.role,
        employment=person.employment,
        site=person.site,
        vendor=person.vendor,
        grants=person.grants,
    )


def cleared(center: Center, person: Person) -> bool:
    """To verify specially."""
    policy = center.agency.verification
    return policy is not None and policy.clears(person.grants)


def may_be_shown(center: Center, viewer: Viewer, verification: Verification, record: CaseRecord) -> bool:
    """Whether anything of it."""
    return bool(disclose(center.agency.entitlements, viewer, verification, record.flags).fields)


async def case_of(center: Center, call: Call, asked: Asked = AT_EASE) -> CaseRecord | None:
    """The whole record of the matter that was verified: for rules inside the server (routing), never for a
    screen. Raises Refused while the case system is away."""
    return await _record(center, call, call.matter, asked) if call.matter else None


async def case_known_to(center: Center, call: Call, person: Person) -> CaseRecord | None:
    """As `case_of` of this moment, for routing, unless it has to look unknown to this person: then as for a
    caller who is not verified, also while the case system is away."""
    try:
        return await record_known_to(center, call, call.matter, call.verification, person, Asked(PLACES))
    except Refused:
        if call.verification == "basic" or (call.verification == "special" and cleared(center, person)):
            raise
        return None


async def record_known_to(
    center: Center,
    call: Call,
    matter: Ref | None,
    verification: Verification,
    person: Person,
    asked: Asked = AT_EASE,
) -> CaseRecord | None:
    """Of a matter that was so verified in this call. The system is asked where there is none too, so that it
    takes as long. Raises Refused while the case system is away."""
    record = await _record(center, call, matter, asked)
    if record is None:
        return None
    known = disclose(center.agency.entitlements, viewer_of(person), verification, record.flags).known
    return record if known else None


class Shown(msgspec.Struct, frozen=True):
    """What somebody may see of a case on a call, by field: `facts` in words, in the call's language; `codes`
    as the case system writes it, for rules that ask which case it is; `sources` who said it. `unanswered` are
    the systems whose part of it is not there. `allowed` are the names of all that they may see of it, whoever
    keeps that; `receipt` is its number, for rules inside the server."""

    facts: dict[str, str] = {}
    codes: dict[str, str] = {}
    sources: dict[str, Source] = {}
    unanswered: tuple[Unanswered, ...] = ()
    allowed: frozenset[str] = frozenset()
    receipt: str = ""


async def facts_for(center: Center, call: Call, person: Person) -> dict[str, str]:
    return (await shown_to(center, call, person)).facts


async def shown_to(center: Center, call: Call, person: Person) -> Shown:
    """Nothing while the system is away."""
    try:
        record = await case_of(center, call, Asked(role=person.role))
    except Refused:
        return Shown()
    if record is None:
        return Shown()
    fields = disclose(center.agency.entitlements, viewer_of(person), call.verification, record.flags).fields
    language = call.language or center.pinned(call).profile.languages[0]
    words = in_words(center.agency, record, language)
    codes = {name: value for name, value in msgspec.structs.asdict(record).items() if isinstance(value, str)}
    return Shown(
        facts={field: value for field, value in words.items() if field in fields},
        codes={field: value for field, value in codes.items() if field in fields},
        sources={field: source for field, source in record.sources.items() if field in fields},
        unanswered=record.unanswered if fields else (),
        allowed=fields,
        receipt=record.receipt,
    )


async def _record(center: Center, call: Call, matter: Ref | None, asked: Asked) -> CaseRecord | None:
    receipt = await center.values.kept(call, matter) if matter else None
    try:
        return next(iter(await case_records(center, call, [receipt or _NO_CASE], asked)), None)
    except CaseSystemAway as away:
        raise Refused("the case system does not answer; try again in a moment") from away
