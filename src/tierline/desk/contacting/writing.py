"""A message to a point of contact: what it says, and what follows from it."""

import secrets
from collections.abc import Sequence
from typing import NamedTuple

from tierline.calls.asked_office import AskedOffice
from tierline.calls.contact_events import ContactAcknowledged, ContactWritten, OfficeAnswered
from tierline.calls.contact_fold import as_asked
from tierline.calls.messages import OutboxMessage
from tierline.calls.names import CallId, MessageId
from tierline.calls.state import Call
from tierline.desk.access import readable
from tierline.desk.center import Center
from tierline.desk.contacting.asking import Wish, begun, is_asked, may_ask, the_asked
from tierline.desk.refusal import Refused
from tierline.desk.sending import deliver_when_due
from tierline.desk.values import new_value
from tierline.offices.contacts import Contact
from tierline.offices.naming import in_language
from tierline.ports.store import Value
from tierline.staff.person import Person

_WANTED = {
    "immediate_action": {"en": "immediate action", "es": "acción inmediata"},
    "direct_assistance": {"en": "direct assistance", "es": "ayuda directa"},
}


DESK_ADDRESS = "desk_email"
"""The kind of value that says nothing of the caller."""


class Letter(NamedTuple):
    """To be committed at once, and then delivered."""

    written: ContactWritten
    message: OutboxMessage
    values: Sequence[Value]


async def write(center: Center, person: Person, of: CallId, wish: Wish) -> None:
    """To whoever is in charge: in the outbox, durably, when it returns. In a call that goes on as in one that
    is over. Raises NotFound, Refused, with what to do instead, and StoreAway; as all here."""
    await readable(center, person, of)
    async with center.turn(of):
        call = await _standing(center, of)
        if is_asked(call, wish):
            return
        contact = may_ask(center, call, wish)
        if center.notifier is None or "email" not in center.notifier.channels:
            raise Refused("nothing is set up to send e-mail; call the contact instead")
        if not contact.email:
            raise Refused("{name} has no e-mail address; call them instead", name=contact.name)
        asked, why = begun(person.user, wish)
        letter = letter_to(center, of, contact, as_asked(asked, center.clock.now()))
        values = [why, *letter.values]
        await center.commit(call, asked, letter.written, values=values, messages=[letter.message])
    deliver_when_due(center, letter.message)


async def acknowledge(center: Center, person: Person, of: CallId, asking: str) -> None:
    """The contact has said that they have seen it: by telephone, by a letter, to any supervisor."""
    await readable(center, person, of)
    async with center.turn(of):
        call = await _standing(center, of)
        asked = the_asked(call, asking)
        if asked.state == "acknowledged":
            return
        if asked.state != "written":
            raise Refused("no message waits to be acknowledged here; write down the answer instead")
        await center.commit(call, ContactAcknowledged(asking, asked.contact, person.user))


async def note_answer(center: Center, person: Person, of: CallId, asking: str, words: str) -> None:
    """Whoever answers has seen the message."""
    await readable(center, person, of)
    async with center.turn(of):
        call = await _standing(center, of)
        the_asked(call, asking)
        if not words.strip():
            raise Refused("write down in a few words what the office said")
        said = new_value("note", words.strip())
        await center.commit(call, OfficeAnswered(asking, person.user, said.ref), values=[said])


def is_to_an_office(message: OutboxMessage) -> bool:
    """And not to the caller."""
    return message.to.startswith(f"{DESK_ADDRESS}-")


def letter_to(center: Center, of: CallId, contact: Contact, asked: AskedOffice) -> Letter:
    """To a contact who can be written to."""
    assert contact.email
    to = new_value(DESK_ADDRESS, contact.email)
    text = new_value("text", _text(center, contact, asked))
    message = OutboxMessage(
        id=MessageId(f"message-{secrets.token_hex(8)}"),
        call=of,
        channel="email",
        to=to.ref,
        text=text.ref,
        created_at=center.clock.now(),
        due_at=center.clock.now(),
    )
    return Letter(ContactWritten(asked.id, contact.id, message.id, to.ref, text.ref), message, [to, text])


def _text(center: Center, contact: Contact, asked: AskedOffice) -> str:
    """Of the case no more than the number of the request, which says nothing of it."""
    agency = center.agency
    language = agency.profile.languages[0]
    office, subject = agency.directory.find(asked.office), agency.contacts.subject(asked.subject)
    return agency.contacts.message(
        language,
        {
            "agency": in_language(agency.profile.name, language),
            "office": office.called(language) if office else asked.office,
            "subject": in_language(subject.names, language) if subject else asked.subject,
            "wanted": in_language(_WANTED[asked.wanted], language),
            "reference": asked.number or asked.id,
            "minutes": str(contact.acknowledges_within),
        },
    )


async def _standing(center: Center, of: CallId) -> Call:
    call = await center.call(of)
    assert call, "it is readable"
    return call
