from datetime import UTC, date, datetime, time, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sample_agency import read
from tierline.offices.hours import (
    Holiday,
    Holidays,
    Span,
    WeeklyHours,
    closes_at,
    is_open,
    next_opening,
)
from tierline.staff.tiers import TiersFile

OFFICE = WeeklyHours(
    time_zone="America/New_York",
    monday=("09:00-17:00",),
    tuesday=("09:00-12:00", "13:00-17:00"),
    friday=("09:00-17:00",),
    saturday=("22:00-24:00",),
)
NIGHT = WeeklyHours(time_zone="America/New_York", sunday=("01:30-02:30",))
GAP = WeeklyHours(time_zone="America/New_York", sunday=("02:15-05:00",))


def utc(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


@pytest.mark.clause("B2.1")
def test_a_place_is_open_from_its_opening_up_to_its_closing_moment() -> None:
    assert not is_open(OFFICE, utc(2026, 11, 23, 13, 59))
    assert is_open(OFFICE, utc(2026, 11, 23, 14))
    assert is_open(OFFICE, utc(2026, 11, 23, 21, 59))
    assert not is_open(OFFICE, utc(2026, 11, 23, 22))


def test_a_place_that_closes_for_lunch_opens_again_in_the_afternoon() -> None:
    at_lunch = utc(2026, 11, 24, 17, 30)
    assert not is_open(OFFICE, at_lunch)
    assert next_opening(OFFICE, at_lunch) == utc(2026, 11, 24, 18)


def test_hours_may_run_up_to_midnight() -> None:
    late = utc(2026, 11, 29, 4, 59)
    assert closes_at(OFFICE, late) == utc(2026, 11, 29, 5)


@pytest.mark.clause("B2.1")
def test_the_same_local_hours_are_other_instants_in_summer_and_in_winter() -> None:
    assert next_opening(OFFICE, utc(2026, 3, 7, 12)) == utc(2026, 3, 8, 3)
    assert next_opening(OFFICE, utc(2026, 3, 8, 12)) == utc(2026, 3, 9, 13)
    assert next_opening(OFFICE, utc(2026, 11, 1, 12)) == utc(2026, 11, 2, 14)


def test_hours_that_the_clock_skips_begin_when_it_has_jumped() -> None:
    assert next_opening(GAP, utc(2026, 3, 8, 5)) == utc(2026, 3, 8, 7)


def test_an_hour_that_the_clock_repeats_opens_a_place_once() -> None:
    opens = next_opening(NIGHT, utc(2026, 11, 1, 4))
    assert opens == utc(2026, 11, 1, 5, 30)
    assert closes_at(NIGHT, utc(2026, 11, 1, 6, 45)) == utc(2026, 11, 1, 7, 30)
    assert next_opening(NIGHT, utc(2026, 11, 1, 6, 45)) == utc(2026, 11, 8, 6, 30)


@pytest.mark.clause("B2.1")
def test_a_place_stays_closed_on_a_holiday_and_opens_on_the_next_day_it_works() -> None:
    thanksgiving = Holidays(
        source="test",
        verified=False,
        as_of=date(2026, 1, 1),
        days=(Holiday(date(2026, 11, 27), {"en": "A day off"}),),
    )
    friday = utc(2026, 11, 27, 15)
    assert is_open(OFFICE, friday)
    assert not is_open(OFFICE, friday, thanksgiving)
    assert next_opening(OFFICE, friday, thanksgiving) == utc(2026, 11, 29, 3)


def test_a_place_without_hours_never_opens() -> None:
    assert next_opening(WeeklyHours(time_zone="UTC"), utc(2026, 1, 1)) is None


def test_the_week_can_be_read_out_as_spans_monday_first() -> None:
    assert OFFICE.spans()[0] == Span("monday", time(9), time(17))
    assert [span.weekday for span in OFFICE.spans()] == ["monday", "tuesday", "tuesday", "friday", "saturday"]


@pytest.mark.parametrize(
    "hours",
    [
        {"time_zone": "Mars/Olympus"},
        {"time_zone": "UTC", "monday": ["9-17"]},
        {"time_zone": "UTC", "monday": ["17:00-09:00"]},
        {"time_zone": "UTC", "monday": ["09:00-12:00", "11:00-13:00"]},
        {"time_zone": "UTC", "funday": ["09:00-12:00"]},
    ],
)
def test_hours_that_make_no_sense_are_refused_when_they_are_read(hours: dict[str, object]) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(hours, type=WeeklyHours)


@pytest.mark.parametrize("hours", [OFFICE, NIGHT, GAP])
@given(minutes=st.integers(0, 2 * 366 * 24 * 60))
def test_a_place_is_open_at_its_next_opening_and_was_not_the_second_before(
    hours: WeeklyHours, minutes: int
) -> None:
    opens = next_opening(hours, utc(2026, 1, 1) + timedelta(minutes=minutes))
    assert opens is not None
    assert is_open(hours, opens)
    assert not is_open(hours, opens - timedelta(seconds=1))


@pytest.mark.clause("B2.1")
@pytest.mark.clause("A3")
def test_every_tier_of_the_sample_agency_has_published_hours() -> None:
    tiers = read("tiers.yaml", TiersFile)
    assert [tier.id for tier in tiers.tiers] == ["1", "2", "supervisor"]
    assert all(tier.hours.spans() for tier in tiers.tiers)


@pytest.mark.clause("B2.1")
def test_the_sample_agency_keeps_the_federal_holidays() -> None:
    holidays = read("holidays.yaml", Holidays)
    assert holidays.on(date(2026, 11, 26)) is not None
    assert holidays.on(date(2026, 11, 25)) is None
