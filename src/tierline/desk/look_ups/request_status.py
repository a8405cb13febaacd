"""How far a Service Request is, by its number: nothing of the case, nor of who made it."""

from tierline.calls.names import Tier
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.look_ups.answer import Answer
from tierline.desk.requests.time import due_on, overdue
from tierline.desk.speaking import language_of
from tierline.ports.store import StoreAway


async def request_status(center: Center, call: Call, about: Tier | None) -> Answer:
    """`late` is open beyond the last day on which the answer would have been in time; `asked_back` waits for
    what the office has asked the caller, which is not told: the number alone proves nobody."""
    number = await center.values.entered(call, "request_number") or ""
    try:
        request = await center.store.request(number)
    except StoreAway:
        return Answer("away")
    kind = center.agency.kinds.kind(request.kind) if request else None
    if request is None or kind is None:
        return Answer("unknown")
    name = kind.names[language_of(center, call)]
    if request.answered_at:
        answered_on = request.answered_at.astimezone(center.agency.zone).date()
        return Answer("answered", {"kind": name, "answered_on": answered_on.isoformat()})
    made_on = request.created_at.astimezone(center.agency.zone).date()
    if request.status == "asked_back":
        return Answer("asked_back", {"kind": name, "made_on": made_on.isoformat()})
    now = center.clock.now()
    last = due_on(center.agency, request, now)
    told = {"kind": name, "made_on": made_on.isoformat(), "due_on": last.isoformat() if last else ""}
    late = overdue(center.agency, request, now)
    return Answer("late" if late else "open", told)
