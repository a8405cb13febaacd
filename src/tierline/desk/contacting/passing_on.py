"""A message that no contact has acknowledged in time goes to the alternate. When that is follows from the
call, so that it comes whatever has died meanwhile."""

from datetime import datetime
from functools import partial

import structlog

from tierline.calls.asked_office import AskedOffice
from tierline.calls.contact_events import ContactNotReached
from tierline.calls.names import CallId
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.contacting.writing import letter_to
from tierline.desk.sending import deliver_when_due
from tierline.offices.designated import due_at, next_asked
from tierline.ports.store import Conflict, StoreAway

log = structlog.get_logger()

CONTACTS = "contacts"
"""Whose timers these are: the call may be over long before."""

_STORE_AGAIN_SECONDS = 10.0


def watch(center: Center) -> None:
    """For as long as the center runs."""
    center.on_call.append(partial(_follow, center))


async def take_up_the_contacts(center: Center) -> None:
    """Of calls that are over too. May be repeated."""
    try:
        for call in await center.store.calls_awaiting_contact():
            _follow(center, center.calls.get(call.id, call))
    except StoreAway:
        center.after(CONTACTS, "take up", _STORE_AGAIN_SECONDS, lambda: take_up_the_contacts(center))


def due(center: Center, asked: AskedOffice) -> datetime | None:
    """Until when the message is to be acknowledged: at once where it could not be sent, or the contact is not
    listed any more; None for a contact who is never there."""
    assert asked.asked_at
    contact = center.agency.contacts.find(asked.contact)
    if asked.undelivered or contact is None:
        return asked.asked_at
    return due_at(contact, asked.asked_at, center.agency.holidays)


def _follow(center: Center, call: Call) -> None:
    for asked in call.asked_offices:
        when = due(center, asked) if asked.state == "written" else None
        timer = f"{call.id} {asked.id}"
        if when is None:
            center.cancel(CONTACTS, timer)
        else:
            seconds = max((when - center.clock.now()).total_seconds(), 0)
            center.after(CONTACTS, timer, seconds, partial(_late, center, call.id, asked.id))


async def _late(center: Center, of: CallId, asking: str) -> None:
    try:
        async with center.turn(of):
            call = await center.call(of)
            assert call
            asked = next(asked for asked in call.asked_offices if asked.id == asking)
            when = due(center, asked) if asked.state == "written" else None
            if when is not None and when <= center.clock.now():
                await _pass_on(center, call, asked)
            else:
                _follow(center, call)
    except (StoreAway, Conflict) as away:
        log.warning("a message to a contact waits for the database", call=of, why=str(away))
        center.after(CONTACTS, f"{of} {asking}", _STORE_AGAIN_SECONDS, partial(_late, center, of, asking))


async def _pass_on(center: Center, call: Call, asked: AskedOffice) -> None:
    """Where nobody is left the supervisor reads that nobody was reached."""
    missed = ContactNotReached(asked.id, asked.contact, "undelivered" if asked.undelivered else "late")
    now = center.clock.now()
    further = next_asked(center.agency.contacts, asked.contact, asked.tried, now)
    if further is None:
        await center.commit(call, missed)
        return
    letter = letter_to(center, call.id, further, asked)
    await center.commit(call, missed, letter.written, values=letter.values, messages=[letter.message])
    deliver_when_due(center, letter.message)
