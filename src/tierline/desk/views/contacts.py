"""Points of contact and what was asked of them, as a supervisor sees it at a call."""

from collections.abc import Mapping
from datetime import datetime

import msgspec

from tierline.calls.asked_office import AskedOffice, State
from tierline.calls.contact_events import ContactWith, WantedOfOffice
from tierline.calls.names import CallId, Ref
from tierline.desk import wording
from tierline.desk.access import readable
from tierline.desk.center import Center
from tierline.desk.contacting.passing_on import due
from tierline.desk.requests.working import takes_requests
from tierline.desk.views import words
from tierline.desk.views.contacts_said import name
from tierline.desk.views.gone import gone
from tierline.offices.contacts import Contact
from tierline.offices.designated import alternates, in_charge
from tierline.offices.hours import is_open, next_opening
from tierline.privacy.accesses import WORDS
from tierline.sentence import SentenceView
from tierline.staff.person import Person


class NamedView(msgspec.Struct, frozen=True):
    """`names` by language."""

    id: str
    names: Mapping[str, str]


class ContactView(msgspec.Struct, frozen=True, kw_only=True):
    """Who is in charge of these subjects now. `hours` by language, where the contact is; `opens_at` is when
    they open next, if they are closed. `alternates` are asked one after the other, when a message is not
    acknowledged within so many `minutes`."""

    id: str
    subjects: tuple[NamedView, ...]
    name: str
    note: str
    hours: Mapping[str, str]
    is_open: bool
    opens_at: datetime | None
    minutes: int
    alternates: tuple[str, ...]
    may_write: bool
    may_call: bool
    verified: bool


class AskedView(msgspec.Struct, frozen=True, kw_only=True):
    """`id` is the reference that the contact knows. `due` is until when the message is to be acknowledged.
    `answer` is what the office said last, or `gone` says why it is not there any more."""

    id: str
    by: str
    office: Mapping[str, str]
    subject: Mapping[str, str]
    wanted: WantedOfOffice
    number: str | None
    since: datetime
    state: State
    contact: str
    tried: tuple[str, ...]
    due: datetime | None
    speaks_with: ContactWith
    answer: str | None
    gone: SentenceView | None


class ContactsView(msgspec.Struct, frozen=True, kw_only=True):
    """`contacts` are those of the office that was asked for. `requests` are the numbers that a wish may be
    about."""

    offices: tuple[NamedView, ...]
    subjects: tuple[NamedView, ...]
    contacts: tuple[ContactView, ...]
    requests: tuple[str, ...]
    asked: tuple[AskedView, ...]


async def contacts_view(center: Center, viewer: Person, of: CallId, office: str = "") -> ContactsView:
    """What an office answered may tell of the case: that it is read is on record. Raises NotFound,
    StoreAway."""
    call = await readable(center, viewer, of)
    agency = center.agency
    refs = [asked.answer for asked in call.asked_offices if asked.answer]
    answers = await center.store.values(refs) if refs else {}
    why = await gone(center, refs, answers)
    if answers:
        center.looks.seen(viewer, call.id, [WORDS], matter=call.matter)
    return ContactsView(
        offices=tuple(
            NamedView(one.id, of_office(center, one.id))
            for one in takes_requests(center)
            if _names(center, one.id)
        ),
        subjects=tuple(NamedView(one.id, one.names) for one in agency.contacts.subjects),
        contacts=_in_charge(center, office),
        requests=call.requests,
        asked=tuple(_asked(center, asked, answers, why) for asked in call.asked_offices),
    )


def _names(center: Center, office: str) -> bool:
    """Whether the office names anybody."""
    return any(one.office == office and one.subjects for one in center.agency.contacts.contacts)


def _in_charge(center: Center, office: str) -> tuple[ContactView, ...]:
    """Each of them with their subjects."""
    now, agency = center.clock.now(), center.agency
    charged: dict[str, tuple[Contact, list[NamedView]]] = {}
    for subject in agency.contacts.subjects:
        found = in_charge(agency.contacts, office, subject.id, now, agency.holidays)
        if found:
            charged.setdefault(found.id, (found, []))[1].append(NamedView(subject.id, subject.names))
    return tuple(_contact(center, contact, subjects, now) for contact, subjects in charged.values())


def _contact(center: Center, contact: Contact, subjects: list[NamedView], now: datetime) -> ContactView:
    holidays = center.agency.holidays
    there = is_open(contact.hours, now, holidays)
    return ContactView(
        id=contact.id,
        subjects=tuple(subjects),
        name=contact.name,
        note=contact.note,
        hours={
            language: wording.weekly_written(contact.hours, language)
            for language in center.agency.profile.languages
        },
        is_open=there,
        opens_at=None if there else next_opening(contact.hours, now, holidays),
        minutes=contact.acknowledges_within,
        alternates=tuple(one.name for one in alternates(center.agency.contacts, contact, now)),
        may_write=bool(contact.email),
        may_call=bool(contact.phone),
        verified=contact.verified,
    )


def _asked(
    center: Center, asked: AskedOffice, answers: Mapping[Ref, str], why: Mapping[Ref, SentenceView]
) -> AskedView:
    agency = center.agency
    return AskedView(
        id=asked.id,
        by=agency.name_of(asked.by),
        office=of_office(center, asked.office),
        subject=of_subject(center, asked.subject),
        wanted=asked.wanted,
        number=asked.number,
        since=asked.since,
        state=asked.state,
        contact=name(agency, asked.contact),
        tried=tuple(name(agency, one) for one in asked.tried),
        due=due(center, asked) if asked.state == "written" else None,
        speaks_with=asked.speaks_with,
        answer=answers.get(asked.answer) if asked.answer else None,
        gone=why.get(asked.answer) if asked.answer else None,
    )


def of_office(center: Center, office: str) -> Mapping[str, str]:
    known = center.agency.directory.find(office)
    if known is None:
        return {"en": words.office(center.agency, office)}
    return {language: known.called(language) for language in center.agency.profile.languages}


def of_subject(center: Center, subject: str) -> Mapping[str, str]:
    known = center.agency.contacts.subject(subject)
    return known.names if known else {"en": subject}
