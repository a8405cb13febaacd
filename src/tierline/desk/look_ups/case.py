"""Where a case stands, for a caller who proves that it is theirs."""

from datetime import date

from tierline.calls.events import Verified
from tierline.calls.names import Tier, Verification
from tierline.calls.state import Call
from tierline.desk.case_records import case_records
from tierline.desk.center import Center
from tierline.desk.look_ups.answer import Answer
from tierline.desk.look_ups.receipt import IVR
from tierline.desk.speaking import language_of
from tierline.ports.case_system import CaseRecord, CaseSystemAway
from tierline.staff.entitlement import disclose

METHOD = "keyed date of birth"


async def case(center: Center, call: Call, about: Tier | None) -> Answer:
    """The status, if the date of birth is the applicant's; unknown, protected and mistaken all get the same
    words."""
    receipt = await center.values.entered(call, "receipt") or ""
    born = await center.values.entered(call, "date_of_birth") or ""
    try:
        record = next(iter(await case_records(center, call, [receipt])), None)
    except CaseSystemAway:
        return Answer("away")
    if record is None or not _may_tell(center, record, date.fromisoformat(born) if born else None):
        return Answer("not_verified", events=(Verified("none", METHOD, None, None),))
    language = language_of(center, call)
    told = {
        "status": record.status_texts[language],
        "next": record.next_steps[language],
        "as_of": record.updated.isoformat(),
    }
    verified = Verified("basic", METHOD, call.entered("receipt"), None)
    return Answer("verified", told, events=(verified,))


def _may_tell(center: Center, record: CaseRecord, born: date | None) -> bool:
    verification: Verification = "basic" if born == record.date_of_birth else "none"
    fields = disclose(center.agency.entitlements, IVR, verification, record.flags).fields
    return {"status", "next_steps"} <= fields
