"""Which of an office's points of contact is in charge at a moment, who is next, and until when each has to
acknowledge a message."""

from collections.abc import Collection, Iterator
from datetime import datetime, timedelta

from tierline.offices.contacts import Contact, ContactsFile
from tierline.offices.hours import NO_HOLIDAYS, Holidays, is_open, openings


def in_charge(
    file: ContactsFile, office: str, subject: str, at: datetime, holidays: Holidays = NO_HOLIDAYS
) -> Contact | None:
    """Of those whom the office names for the subject, in the agency's order, each followed by its alternates:
    the first who is there at this hour. Else the first at all, to be asked when they open. None where the
    office names nobody."""
    named = [
        one
        for one in file.contacts
        if one.office == office and subject in one.subjects and one.is_designated(at)
    ]
    everyone = [stands_in for one in named for stands_in in (one, *alternates(file, one, at))]
    there = (one for one in everyone if is_open(one.hours, at, holidays))
    return next(there, named[0] if named else None)


def alternates(file: ContactsFile, contact: Contact, at: datetime) -> Iterator[Contact]:
    """Those who stand in for the contact, one for the other, nobody twice. One who is not designated is
    passed over for their own alternate."""
    been = {contact.id}
    following = file.find(contact.alternate)
    while following and following.id not in been:
        been.add(following.id)
        if following.is_designated(at):
            yield following
        following = file.find(following.alternate)


def next_asked(file: ContactsFile, contact: str, tried: Collection[str], at: datetime) -> Contact | None:
    """Who is written to when this contact has not acknowledged: the first stand-in who can be written to and
    was not asked yet. None where there is nobody, and for a contact who is not listed any more."""
    known = file.find(contact)
    further = alternates(file, known, at) if known else ()
    return next((one for one in further if one.email and one.id not in tried), None)


def due_at(contact: Contact, asked_at: datetime, holidays: Holidays = NO_HOLIDAYS) -> datetime | None:
    """The moment (UTC) until which a message of `asked_at` is in time: so many minutes of the contact's own
    hours later. None where they are not open for as long within 400 days."""
    left = timedelta(minutes=contact.acknowledges_within)
    for opens, closes in openings(contact.hours, asked_at, holidays):
        begins = max(opens, asked_at)
        if begins + left <= closes:
            return begins + left
        left -= closes - begins
    return None
