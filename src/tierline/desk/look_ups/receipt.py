"""Which receipt number the caller means, where the keys fit more than one."""

from tierline.calls.events import Entered
from tierline.calls.names import Tier
from tierline.calls.state import Call
from tierline.desk.case_records import MARKS, case_records
from tierline.desk.center import Center
from tierline.desk.look_ups.answer import Answer
from tierline.desk.values import new_value
from tierline.ivr.receipts import MalformedReceipt, readings
from tierline.ivr.session import Option
from tierline.ports.case_system import Asked, CaseRecord, CaseSystemAway
from tierline.staff.entitlement import Viewer, disclose

IVR = Viewer(role="ivr")


async def receipt(center: Center, call: Call, about: Tier | None) -> Answer:
    """Where two cases fit what was keyed, the caller is asked; a case that the IVR may not know of fits
    nothing."""
    try:
        possible = readings(await center.values.entered(call, "receipt") or "", center.agency.receipts)
        found = await case_records(center, call, possible, Asked(MARKS, "ivr"))
    except (CaseSystemAway, MalformedReceipt):
        return Answer("away")
    existing = [record.receipt for record in found if _may_know(center, record)]
    if len(existing) > 1:
        return Answer("several", options=tuple(_option(number) for number in existing))
    meant = new_value("receipt", (existing or list(possible))[0])
    return Answer("one", events=(Entered("receipt", meant.ref),), values=(meant,))


def _may_know(center: Center, record: CaseRecord) -> bool:
    return disclose(center.agency.entitlements, IVR, "none", record.flags).known


def _option(number: str) -> Option:
    return Option(number, {"receipt": number, "letters": number[:3]})
