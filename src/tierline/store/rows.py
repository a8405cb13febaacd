"""Rows of the tables ↔ the structs of the rules."""

from typing import Any

import msgspec
from sqlalchemy import Row

from tierline.calls.events import AnyEvent, Recorded
from tierline.calls.messages import OutboxMessage
from tierline.calls.names import CallId
from tierline.calls.state import Call
from tierline.requests.request import ServiceRequest

CALL_SCHEMA = 8
"""Raised when the shape of `Call` changes; states of another number are folded again from their events."""

Fields = dict[str, Any]

_call = msgspec.json.Decoder(Call)
_event = msgspec.json.Decoder(AnyEvent)
_request = msgspec.json.Decoder(ServiceRequest)


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
        "key": request.key,
        "office": request.office,
        "status": request.status,
        "priority": request.priority,
        "created_at": request.created_at,
        "body": _text(request),
    }


def of_message(message: OutboxMessage) -> Fields:
    return msgspec.structs.asdict(message)


def call_of(row: Row[Any]) -> Call | None:
    """None where the state was written in another schema."""
    return _call.decode(row.state) if row.schema == CALL_SCHEMA else None


def event_of(row: Row[Any]) -> Recorded:
    return Recorded(call=CallId(row.call), seq=row.seq, at=row.at, event=_event.decode(row.body))


def request_of(row: Row[Any]) -> ServiceRequest:
    return _request.decode(row.body)


def message_of(row: Row[Any]) -> OutboxMessage:
    return OutboxMessage(**row._mapping)


def _text(value: object) -> str:
    return msgspec.json.encode(value).decode()
