"""Whether whoever supervises calls can reach each office by its points of contact (policy B4.3)."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from tierline.agency.folder import contacts_of
from tierline.calls.dialling import listed_number
from tierline.check.finding import Finding, Rule
from tierline.check.subject import Subject
from tierline.offices.contacts import Contact, ContactsFile
from tierline.offices.office import OVERSEAS, OfficesFile

MISSING = Rule("contact-missing", "No office that gets requests is out of a supervisor's reach.")
GAP = Rule("contact-gap", "No office is without a contact on the days between two of them.")
UNKNOWN = Rule("contact-undefined", "A message that nobody acknowledges is passed on to somebody there is.")
CIRCLE = Rule("contact-circle", "No message goes round in a circle.")
NEVER = Rule("contact-never", "A contact is there at some time of the week.")
UNREACHABLE = Rule("contact-unreachable", "A contact can be called, or written to.")
SUBJECT = Rule("contact-subject", "No contact is in charge of a subject that nobody can choose.")

RULES = (MISSING, GAP, UNKNOWN, CIRCLE, NEVER, UNREACHABLE, SUBJECT)
FILE = "contacts.yaml"

_A_DAY = timedelta(days=1)


def find(agency: Subject) -> Iterator[Finding]:
    if FILE not in agency.reading.files:
        return
    known = contacts_of(agency.reading)
    for nth, contact in enumerate(known.contacts):
        yield from _each(agency, known, nth, contact)
    yield from _gaps(agency, known)
    today = agency.now.astimezone(agency.zone).date()
    named = {c.office for c in known.contacts if c.subjects and (c.until is None or c.until >= today)}
    for office in agency.reading.struct("offices.yaml", OfficesFile).offices:
        if office.kind != OVERSEAS and office.id not in named:
            message = f"{office.id} names nobody: write who is in charge of which subjects there"
            yield agency.at(MISSING, FILE, ("contacts",), message)


def _each(agency: Subject, known: ContactsFile, nth: int, contact: Contact) -> Iterator[Finding]:
    at = ("contacts", nth)
    if not contact.hours.spans():
        message = f"{contact.id} is open on no day: write its hours, or take it out"
        yield agency.at(NEVER, FILE, (*at, "hours"), message)
    if not contact.phone and not contact.email:
        message = f"{contact.id} has neither phone nor email: write how it is reached"
        yield agency.at(UNREACHABLE, FILE, at, message)
    if contact.phone and listed_number(contact.phone) is None:
        message = f"{contact.phone} is no number that may be rung: give one in full, such as +1 202 555 0100"
        yield agency.at(UNREACHABLE, FILE, (*at, "phone"), message)
    for place, subject in enumerate(contact.subjects):
        if known.subject(subject) is None:
            message = f"there is no subject {subject}: write it among the subjects, or name another"
            yield agency.at(SUBJECT, FILE, (*at, "subjects", place), message)
    if contact.alternate and known.find(contact.alternate) is None:
        message = f"there is no contact {contact.alternate}: write it, or name another"
        yield agency.at(UNKNOWN, FILE, (*at, "alternate"), message)
    elif _leads_back(known, contact):
        message = f"from {contact.id} on, alternates come back to {contact.id}: let one of them have none"
        yield agency.at(CIRCLE, FILE, (*at, "alternate"), message)


def _leads_back(known: ContactsFile, contact: Contact) -> bool:
    been: set[str] = set()
    following = known.find(contact.alternate)
    while following and following.id != contact.id and following.id not in been:
        been.add(following.id)
        following = known.find(following.alternate)
    return following is not None and following.id == contact.id


def _gaps(agency: Subject, known: ContactsFile) -> Iterator[Finding]:
    """Told at the contact that begins too late."""
    matters = {(one.office, subject) for one in known.contacts for subject in one.subjects}
    late = {
        (later, ends) for office, subject in matters for later, ends in _late(known.contacts, office, subject)
    }
    for nth, ends in sorted(late):
        contact = known.contacts[nth]
        message = (
            f"nobody is in charge from {ends + _A_DAY} to {contact.since}: let one begin as another ends"
        )
        yield agency.at(GAP, FILE, ("contacts", nth, "since"), message)


def _late(contacts: Sequence[Contact], office: str, subject: str) -> Iterator[tuple[int, date]]:
    """The places of those who begin after all before them have ended, and when that was."""
    of_it = [(nth, c) for nth, c in enumerate(contacts) if c.office == office and subject in c.subjects]
    of_it.sort(key=lambda each: each[1].since or date.min)
    for before in range(1, len(of_it)):
        ends = max((c.until or date.max) for _, c in of_it[:before])
        nth, contact = of_it[before]
        if contact.since and ends < date.max and contact.since > ends + _A_DAY:
            yield nth, ends
