"""One step of a request, durable before it is told to anybody."""

from collections.abc import Sequence
from datetime import datetime

from tierline.desk.center import Center
from tierline.desk.refusal import Refused
from tierline.ports.store import Conflict, RequestChange, Value
from tierline.requests.events import RequestEvent, RequestRecorded
from tierline.requests.fold import fold
from tierline.requests.request import ServiceRequest


def step(
    number: str,
    before: ServiceRequest | None,
    at: datetime,
    events: Sequence[RequestEvent],
    values: Sequence[Value] = (),
) -> RequestChange:
    """That these events happen to a request that stands so; None to one that is made by the first of them."""
    seq = before.seq if before else 0
    recorded = [
        RequestRecorded(request=number, seq=seq + n, at=at, event=event) for n, event in enumerate(events, 1)
    ]
    return RequestChange(request=fold(recorded, onto=before), events=recorded, values=values)


async def commit(
    center: Center, before: ServiceRequest, *events: RequestEvent, values: Sequence[Value] = ()
) -> ServiceRequest:
    """Raises Refused where somebody else was first, and StoreAway."""
    change = step(before.number, before, center.clock.now(), events, values)
    try:
        await center.store.commit_request(change)
    except Conflict as first:
        raise Refused("somebody else has just changed this request: look at it again") from first
    center.matters.changed(before.number)
    center.changed()
    return change.request
