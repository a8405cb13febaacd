"""How far a Service Request is, by its number: nothing of the case, nor of who made it."""

from tierline.calls.names import Tier
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.look_ups.answer import Answer
from tierline.desk.speaking import language_of
from tierline.ports.store import StoreAway
from tierline.requests.due import is_overdue


async def request_status(center: Center, call: Call, about: Tier | None) -> Answer:
    """`late` is open beyond the last day on which the answer would have been in time."""
    number = await center.values.entered(call, "request_number") or ""
    try:
        request = await center.store.request(number)
    except StoreAway:
        return Answer("away")
    kind = center.agency.kinds.kind(request.kind) if request else None
    if request is None or kind is None:
        return Answer("unknown")
    name = kind.names[language_of(center, call)]
    if request.status == "answered":
        answered_on = request.history[-1].at.astimezone(center.agency.zone).date()
        return Answer("answered", {"kind": name, "answered_on": answered_on.isoformat()})
    made_on = request.created_at.astimezone(center.agency.zone).date()
    told = {"kind": name, "made_on": made_on.isoformat(), "due_on": request.due.isoformat()}
    late = is_overdue(request.due, center.clock.now(), center.agency.zone)
    return Answer("late" if late else "open", told)
