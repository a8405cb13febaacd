"""Whether a verified caller's case takes longer than cases of its form normally do."""

from datetime import date

from tierline.calls.names import Tier
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.entitled import case_of
from tierline.desk.look_ups.answer import Answer
from tierline.desk.look_ups.receipt import IVR
from tierline.desk.refusal import Refused
from tierline.ivr.effects import Arguments
from tierline.ports.case_system import Asked
from tierline.staff.entitlement import disclose

_COUNTED = frozenset({"received", "normal_months"})


async def processing_time(center: Center, call: Call, about: Tier | None) -> Answer:
    """In calendar months since the case was received."""
    try:
        record = await case_of(center, call, Asked(_COUNTED, "ivr"))
    except Refused:
        return Answer("away")
    if record is None:
        return Answer("not_verified")
    fields = disclose(center.agency.entitlements, IVR, call.verification, record.flags).fields
    if not fields >= _COUNTED:
        return Answer("not_verified")
    if record.received is None or record.normal_months is None:
        return Answer("away")
    told: Arguments = {"received": record.received.isoformat(), "months": record.normal_months}
    today = center.clock.now().astimezone(center.agency.zone).date()
    return Answer("outside" if _months(record.received, today) >= record.normal_months else "within", told)


def _months(since: date, today: date) -> int:
    """Whole ones."""
    return (today.year - since.year) * 12 + today.month - since.month - (today.day < since.day)
