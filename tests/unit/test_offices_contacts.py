"""Points of contact: who is in charge of a subject at an office now, who is next, and until when they have to
acknowledge."""

from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace

from tests.sample import load_agency
from tierline.offices.contacts import BLANKS, Contact, ContactsFile
from tierline.offices.designated import alternates, due_at, in_charge, next_asked
from tierline.offices.hours import Holiday, Holidays, WeeklyHours

WEEK = WeeklyHours(
    time_zone="America/New_York",
    monday=("09:00-12:00", "13:00-17:00"),
    tuesday=("09:00-17:00",),
    friday=("09:00-17:00",),
)
ALWAYS = WeeklyHours(
    time_zone="America/New_York",
    **dict.fromkeys(
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"), ("00:00-24:00",)
    ),
)
MONDAY_10 = datetime(2026, 11, 23, 15, tzinfo=UTC)
"""Ten in the morning where the desks are."""


def contact(name: str, **written: object) -> Contact:
    made = Contact(
        id=name,
        office="newark",
        name=name,
        hours=WEEK,
        subjects=("urgent",),
        phone="+1 202 555 0100",
        email=f"{name}@sample.invalid",
        source="invented",
        verified=False,
        as_of=date(2026, 11, 24),
    )
    return replace(made, **written)


def charged(*contacts: Contact, at: datetime = MONDAY_10, subject: str = "urgent") -> str | None:
    found = in_charge(ContactsFile(contacts=contacts), "newark", subject, at)
    return found.id if found else None


def test_the_first_desk_that_the_office_names_for_the_subject_is_in_charge() -> None:
    general = contact("general", subjects=("case",))
    assert charged(contact("elsewhere", office="nbc"), general, contact("one"), contact("two")) == "one"
    assert charged(general, contact("one"), subject="case") == "general"
    assert charged(general) is None


def test_a_desk_that_is_closed_is_stood_in_for_by_its_alternate_that_is_open() -> None:
    night = MONDAY_10.replace(hour=3)
    desk, duty = contact("desk", alternate="duty"), contact("duty", subjects=(), hours=ALWAYS)
    assert charged(desk, duty) == "desk"
    assert charged(desk, duty, at=night) == "duty"


def test_where_nobody_is_there_the_first_is_asked_when_they_open() -> None:
    assert charged(contact("one"), contact("two"), at=MONDAY_10.replace(hour=3)) == "one"


def test_another_desk_of_the_office_that_is_open_comes_before_nobody() -> None:
    night = MONDAY_10.replace(hour=3)
    assert charged(contact("one"), contact("two", hours=ALWAYS), at=night) == "two"


@pytest.mark.parametrize(
    ("days", "designated"),
    [
        ({}, True),
        ({"since": date(2026, 11, 23)}, True),
        ({"since": date(2026, 11, 24)}, False),
        ({"until": date(2026, 11, 23)}, True),
        ({"until": date(2026, 11, 22)}, False),
    ],
)
def test_a_desk_is_in_charge_on_the_days_for_which_it_is_designated(
    days: dict[str, date], designated: bool
) -> None:
    assert (charged(contact("desk", **days)) == "desk") is designated


def test_the_days_are_those_where_the_desk_is() -> None:
    late_on_sunday_there = datetime(2026, 11, 23, 4, 30, tzinfo=UTC)
    assert not contact("desk", since=date(2026, 11, 23)).is_designated(late_on_sunday_there)


def test_an_alternate_who_is_not_designated_any_more_is_passed_over() -> None:
    gone = contact("gone", alternate="last", until=date(2026, 1, 1))
    file = ContactsFile(contacts=(contact("desk", alternate="gone"), gone, contact("last")))
    assert [one.id for one in alternates(file, file.contacts[0], MONDAY_10)] == ["last"]


def test_alternates_that_lead_round_in_a_circle_come_to_an_end() -> None:
    file = ContactsFile(contacts=(contact("one", alternate="two"), contact("two", alternate="one")))
    assert [one.id for one in alternates(file, file.contacts[0], MONDAY_10)] == ["two"]


def test_the_next_asked_was_not_asked_before_and_can_be_written_to() -> None:
    mute = contact("mute", alternate="last", email=None)
    file = ContactsFile(contacts=(contact("desk", alternate="mute"), mute, contact("last")))
    found = next_asked(file, "desk", ["desk"], MONDAY_10)
    assert found
    assert found.id == "last"
    assert next_asked(file, "desk", ["desk", "last"], MONDAY_10) is None
    assert next_asked(file, "not listed any more", [], MONDAY_10) is None


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        ((23, 10, 0), (23, 10, 30)),
        ((23, 11, 45), (23, 13, 15)),
        ((23, 16, 50), (24, 9, 20)),
        ((22, 12, 0), (23, 9, 30)),
        ((24, 17, 0), (27, 9, 30)),
    ],
)
def test_a_message_is_to_be_acknowledged_within_minutes_of_the_contacts_own_hours(
    asked: tuple[int, int, int], due: tuple[int, int, int]
) -> None:
    def there(day: int, hour: int, minute: int) -> datetime:
        return datetime(2026, 11, day, hour, minute, tzinfo=WEEK.zone)

    found = due_at(contact("desk", acknowledges_within=30), there(*asked))
    assert found == there(*due)


def test_no_time_runs_on_a_holiday_nor_for_who_is_never_there() -> None:
    friday = datetime(2026, 11, 27, 15, tzinfo=UTC)
    holiday = Holidays(
        source="invented", verified=False, as_of=date(2026, 1, 1), days=(Holiday(date(2026, 11, 27), {}),)
    )
    found = due_at(contact("desk"), friday, holiday)
    assert found == datetime(2026, 11, 30, 14, 30, tzinfo=UTC)
    assert due_at(contact("desk", hours=WeeklyHours(time_zone="UTC")), friday) is None


@pytest.mark.parametrize("text", ["see {reference} of {receipt}", "see {reference} {0}", "no reference"])
def test_a_message_says_its_reference_and_nothing_of_the_case(text: str) -> None:
    with pytest.raises(ValueError, match="writes en"):
        ContactsFile(writes={"en": text})


def test_the_message_is_in_the_language_asked_for_or_else_in_the_first() -> None:
    said = {blank: blank.upper() for blank in BLANKS}
    assert "un supervisor pide ayuda a OFFICE" in ContactsFile().message("es", said)
    assert "Reference: REFERENCE." in ContactsFile().message("fr", said)


def test_a_designation_does_not_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="ends before it begins"):
        contact("desk", since=date(2026, 2, 1), until=date(2026, 1, 1)).__post_init__()


def test_every_office_of_the_sample_that_takes_requests_has_somebody_in_charge_of_everything() -> None:
    """And out of hours the duty desk stands in."""
    agency = load_agency()
    night = MONDAY_10.replace(hour=8)
    offices = [office for office in agency.directory.offices if office.kind != "overseas"]
    for office in offices:
        for subject in agency.contacts.subjects:
            found = in_charge(agency.contacts, office.id, subject.id, MONDAY_10, agency.holidays)
            assert found, office.id
            assert not found.verified
            assert in_charge(agency.contacts, office.id, subject.id, night, agency.holidays)
