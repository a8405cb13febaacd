"""How each event changes the state of its request. Nothing else changes it."""

from collections.abc import Iterable
from datetime import datetime

from msgspec.structs import replace

from tierline.requests.clock import Pause
from tierline.requests.events import (
    AskedBack,
    Replied,
    RequestMade,
    RequestPutBack,
    RequestRecorded,
    RequestTaken,
    Rerouted,
    Submitted,
    ToldByCaller,
)
from tierline.requests.request import At, Reply, ServiceRequest


class BrokenHistory(Exception):
    """Events that cannot follow one another: a hole in `seq`, or a request that did not begin by being
    made."""


def fold(history: Iterable[RequestRecorded], onto: ServiceRequest | None = None) -> ServiceRequest:
    """The state after a whole history, or after what followed a state. Raises BrokenHistory."""
    request = onto
    for recorded in history:
        request = _begun(recorded) if request is None else _evolved(request, recorded)
    if request is None:
        raise BrokenHistory("a request without any event")
    return request


def _begun(recorded: RequestRecorded) -> ServiceRequest:
    made = recorded.event
    if not isinstance(made, RequestMade) or recorded.seq != 1:
        raise BrokenHistory(f"request {recorded.request} begins with {type(made).__name__}")
    return ServiceRequest(
        number=recorded.request,
        seq=1,
        call=made.call,
        kind=made.kind,
        priority=made.priority,
        receipt=made.receipt,
        facts=made.facts,
        office=made.office,
        because=made.because,
        created_at=recorded.at,
        created_by=made.by,
        target=made.target,
        stays=(At(made.office, recorded.at),),
    )


def _evolved(request: ServiceRequest, recorded: RequestRecorded) -> ServiceRequest:
    if recorded.seq != request.seq + 1:
        raise BrokenHistory(f"request {request.number}: event {recorded.seq} follows {request.seq}")
    return replace(request, seq=recorded.seq, **_changes(request, recorded))


def _changes(request: ServiceRequest, recorded: RequestRecorded) -> dict[str, object]:
    match recorded.event:
        case RequestTaken(by=by):
            return {"taken_by": by}
        case RequestPutBack():
            return {"taken_by": None}
        case Replied(by=by, stage=stage, words=words):
            reply = Reply(recorded.at, by, stage, words)
            status = "answered" if stage == "final" else request.status
            return {"replies": (*request.replies, reply), "status": status}
        case AskedBack():
            return {"status": "asked_back", "pauses": (*request.pauses, Pause(recorded.at))}
        case ToldByCaller(call=call):
            return {**_goes_on(request, recorded.at), "calls": (*request.calls, call)}
        case Submitted(call=call, facts=facts):
            told = {"calls": (*request.calls, call), "facts": request.facts | facts}
            return {**_goes_on(request, recorded.at), **told}
        case Rerouted(office=office, because=because):
            stays = (*request.stays, At(office, recorded.at))
            return {"office": office, "because": because, "stays": stays, "taken_by": None}
        case RequestMade():
            raise BrokenHistory(f"request {request.number} is made a second time")


def _goes_on(request: ServiceRequest, at: datetime) -> dict[str, object]:
    """Its time runs again; also of one that was answered, whose caller has said more."""
    pauses = tuple(p if p.until else replace(p, until=at) for p in request.pauses)
    if request.answered_at:
        pauses = (*pauses, Pause(request.answered_at, at))
    return {"status": "open", "pauses": pauses}
