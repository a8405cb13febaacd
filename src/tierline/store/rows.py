"""Rows of the tables ↔ the structs of the rules."""

from typing import Any

import msgspec
from sqlalchemy import Row

from tierline.calls.events import AnyEvent, Recorded
from tierline.calls.messages import OutboxMessage
from tierline.calls.names import CallId
from tierline.calls.state import Call
from tierline.requests.events import RequestEvent, RequestMade, RequestRecorded, Submitted
from tierline.requests.request import ServiceRequest

CALL_SCHEMA = 9
"""Raised when the shape of `Call` changes; states of another number are folded again from their events."""

REQUEST_SCHEMA = 1
"""The same of `ServiceRequest`."""

Fields = dict[str, Any]

_call = msgspec.json.Decoder(Call)
_event = msgspec.json.Decoder(AnyEvent)
_request = msgspec.json.Decoder(ServiceRequest)
_request_event = msgspec.json.Decoder(RequestEvent)


def of_call(call: Call) -> Fields:
    return {
        "id": call.id,
        "seq": call.seq,
        "phase": call.phase,
        "arrived_at": call.arrived_at,
        "ended_at": call.ended_at,
        "schema": CALL_SCHEMA,
        "state": _text(call),
        "alert": call.alert or None,
        "caller": call.caller,
        "practice": call.practice.agent if call.practice else None,
        "awaits_contact": call.awaits_contact or None,
    }


def of_event(recorded: Recorded) -> Fields:
    return {
        "call": recorded.call,
        "seq": recorded.seq,
        "at": recorded.at,
        "type": type(recorded.event).__name__,
        "body": _text(recorded.event),
    }


def of_request(request: ServiceRequest) -> Fields:
    return {
        "number": request.number,
        "seq": request.seq,
        "office": request.office,
        "status": request.status,
        "priority": request.priority,
        "created_at": request.created_at,
        "receipt": request.receipt,
        "schema": REQUEST_SCHEMA,
        "state": _text(request),
    }


def of_request_event(recorded: RequestRecorded) -> Fields:
    event = recorded.event
    return {
        "request": recorded.request,
        "seq": recorded.seq,
        "at": recorded.at,
        "type": type(event).__name__,
        "key": event.key if isinstance(event, RequestMade | Submitted) else None,
        "body": _text(event),
    }


def of_message(message: OutboxMessage) -> Fields:
    return msgspec.structs.asdict(message)


def call_of(row: Row[Any]) -> Call | None:
    """None where the state was written in another schema."""
    return _call.decode(row.state) if row.schema == CALL_SCHEMA else None


def event_of(row: Row[Any]) -> Recorded:
    return Recorded(call=CallId(row.call), seq=row.seq, at=row.at, event=_event.decode(row.body))


def request_of(row: Row[Any]) -> ServiceRequest | None:
    """None where the state was written in another schema."""
    return _request.decode(row.state) if row.schema == REQUEST_SCHEMA else None


def request_event_of(row: Row[Any]) -> RequestRecorded:
    event = _request_event.decode(row.body)
    return RequestRecorded(request=row.request, seq=row.seq, at=row.at, event=event)


def message_of(row: Row[Any]) -> OutboxMessage:
    return OutboxMessage(**row._mapping)


def _text(value: object) -> str:
    return msgspec.json.encode(value).decode()
