"""The one way in which facts of a case leave the center: filtered by the agency's entitlements (I9)."""

import msgspec

from tierline.calls.state import Call
from tierline.desk.case_records import case_records
from tierline.desk.center import Center
from tierline.desk.refusal import Refused
from tierline.ports.case_system import CaseRecord, CaseSystemAway
from tierline.staff.entitlement import Viewer, disclose
from tierline.staff.person import Person


def viewer_of(person: Person) -> Viewer:
    return Viewer(role=person.role, employment=person.employment, site=person.site, grants=person.grants)


async def case_of(center: Center, call: Call) -> CaseRecord | None:
    """The whole record of the matter that was verified: for rules inside the server (routing), never for a
    screen. Raises Refused while the case system is away."""
    if call.matter is None:
        return None
    receipt = await center.values.kept(call, call.matter)
    try:
        return next(iter(await case_records(center, call, [receipt] if receipt else [])), None)
    except CaseSystemAway as away:
        raise Refused("the case system does not answer; try again in a moment") from away


async def facts_for(center: Center, call: Call, person: Person) -> dict[str, str]:
    """By field name, in the call's language: only what this person may see on this call. Empty while the
    system is away."""
    try:
        record = await case_of(center, call)
    except Refused:
        return {}
    if record is None:
        return {}
    shown = disclose(center.agency.entitlements, viewer_of(person), call.verification, record.flags).fields
    language = call.language or center.pinned(call).profile.languages[0]
    return {field: value for field, value in _in_words(record, language).items() if field in shown}


def _in_words(record: CaseRecord, language: str) -> dict[str, str]:
    fields = {**record.identity, **msgspec.structs.asdict(record)}
    return {
        **{name: _word(value, language) for name, value in fields.items() if value is not None},
        "status": record.status_texts[language],
        "next_steps": record.next_steps[language],
    }


def _word(value: object, language: str) -> str:
    if isinstance(value, dict):
        return str(value.get(language, ""))
    if isinstance(value, frozenset):
        return ", ".join(sorted(value))
    return str(value)
