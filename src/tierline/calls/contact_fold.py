"""How the events of points of contact change the state of the call that they are about."""

from datetime import datetime

from msgspec.structs import replace

from tierline.calls import contact_events as ce
from tierline.calls.asked_office import AskedOffice
from tierline.calls.message_events import MessageFailed
from tierline.calls.names import MessageId
from tierline.calls.state import Call


def contact_changes(call: Call, event: object, at: datetime) -> dict[str, object]:
    """Nothing for an event that is about no contact."""
    match event:
        case ce.OfficeAsked():
            return {"asked_offices": (*call.asked_offices, as_asked(event, at))}
        case ce.ContactWritten(asking=asking, contact=contact, message=message):
            return _of(call, asking, state="written", **_tried(call, asking, contact, at), message=message)
        case ce.ContactCalled(asking=asking, contact=contact, leg=leg):
            tried = _tried(call, asking, contact, at)
            return _of(call, asking, state="ringing", **tried, leg=leg, speaks_with="contact")
        case ce.ContactAcknowledged(asking=asking):
            return _of(call, asking, state="acknowledged")
        case ce.ContactJoined(asking=asking):
            return _of(call, asking, state="joined")
        case ce.ContactNotReached(asking=asking):
            return _of(call, asking, state="unreached", leg=None)
        case ce.ContactLeft(asking=asking):
            return _of(call, asking, state="reached", leg=None)
        case ce.ContactSpokenWith(whom=whom) if call.contact_part:
            return _of(call, call.contact_part.id, speaks_with=whom)
        case ce.OfficeAnswered(asking=asking, words=words):
            return _answered(call, asking, answer=words)
        case MessageFailed(message=message):
            return _undelivered(call, message)
        case _:
            return {}


def as_asked(asked: ce.OfficeAsked, at: datetime) -> AskedOffice:
    """Before any contact was asked."""
    return AskedOffice(
        id=asked.asking,
        key=asked.key,
        by=asked.agent,
        office=asked.office,
        subject=asked.subject,
        wanted=asked.wanted,
        number=asked.number,
        reason=asked.reason,
        since=at,
    )


def _tried(call: Call, asking: str, contact: str, at: datetime) -> dict[str, object]:
    asked = _asked(call, asking)
    before = asked.tried if asked else ()
    return {"tried": (*before, contact), "asked_at": at, "undelivered": False}


def _answered(call: Call, asking: str, **changed: object) -> dict[str, object]:
    """Whoever answers has seen the message."""
    asked = _asked(call, asking)
    seen = {"state": "acknowledged"} if asked and asked.state == "written" else {}
    return _of(call, asking, **changed, **seen)


def _asked(call: Call, asking: str) -> AskedOffice | None:
    return next((asked for asked in call.asked_offices if asked.id == asking), None)


def _undelivered(call: Call, message: MessageId) -> dict[str, object]:
    of = next((asked for asked in call.asked_offices if asked.message == message), None)
    return _of(call, of.id, undelivered=True) if of and of.state == "written" else {}


def _of(call: Call, asking: str, **changed: object) -> dict[str, object]:
    after = (replace(asked, **changed) if asked.id == asking else asked for asked in call.asked_offices)
    return {"asked_offices": tuple(after)}
