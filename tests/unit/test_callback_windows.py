"""The stretches of time that a caller can choose for a callback."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tierline.offices.callback_windows import windows
from tierline.offices.hours import NO_HOLIDAYS, Holiday, Holidays, WeeklyHours

NEW_YORK = ZoneInfo("America/New_York")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")
TWO_HOURS = timedelta(hours=2)


def open_on_weekdays(*spans: str) -> WeeklyHours:
    return WeeklyHours(time_zone="America/New_York", **dict.fromkeys(WEEKDAYS, spans))


EIGHT_TO_EIGHT = open_on_weekdays("08:00-20:00")


def local(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=NEW_YORK)


def starts(found: list[tuple[datetime, datetime]]) -> list[str]:
    return [start.astimezone(NEW_YORK).strftime("%d %H:%M") for start, _ in found]


def test_windows_follow_one_another_from_the_next_that_has_not_begun() -> None:
    found = windows(EIGHT_TO_EIGHT, NO_HOLIDAYS, local(23, 10, 30), TWO_HOURS, 3)
    assert starts(found) == ["23 12:00", "23 14:00", "23 16:00"]
    assert all(end - start == TWO_HOURS for start, end in found)
    assert {start.tzinfo for start, _ in found} == {UTC}


def test_a_window_that_begins_this_very_moment_can_be_chosen() -> None:
    assert starts(windows(EIGHT_TO_EIGHT, NO_HOLIDAYS, local(23, 10), TWO_HOURS, 1)) == ["23 10:00"]


def test_after_the_last_of_a_friday_comes_monday_morning() -> None:
    found = windows(EIGHT_TO_EIGHT, NO_HOLIDAYS, local(27, 17), TWO_HOURS, 2)
    assert starts(found) == ["27 18:00", "30 08:00"]


def test_at_night_the_first_is_the_next_opening() -> None:
    assert starts(windows(EIGHT_TO_EIGHT, NO_HOLIDAYS, local(24, 3), TWO_HOURS, 1)) == ["24 08:00"]


def test_a_holiday_has_none() -> None:
    thanksgiving = Holiday(date(2026, 11, 26), {"en": "Thanksgiving"})
    closed = Holidays(source="made up", verified=False, as_of=date.min, days=(thanksgiving,))
    found = windows(EIGHT_TO_EIGHT, closed, local(25, 17), TWO_HOURS, 2)
    assert starts(found) == ["25 18:00", "27 08:00"]


def test_what_is_left_of_an_opening_is_no_window_but_a_short_opening_is_one() -> None:
    hours = open_on_weekdays("08:00-13:00", "14:00-15:00")
    found = windows(hours, NO_HOLIDAYS, local(23, 7), TWO_HOURS, 4)
    assert starts(found) == ["23 08:00", "23 10:00", "23 14:00", "24 08:00"]
    start, end = found[2]
    assert end - start == timedelta(hours=1)


@pytest.mark.parametrize(
    ("sunday", "hours_of_that_night", "windows_of_it"),
    [(local(8, 0, month=3), 5, 2), (local(1, 0, month=11), 7, 3)],
    ids=["the clock skips an hour", "the clock repeats an hour"],
)
def test_a_window_lasts_as_long_on_a_night_when_the_clock_changes(
    sunday: datetime, hours_of_that_night: int, windows_of_it: int
) -> None:
    night = WeeklyHours(time_zone="America/New_York", sunday=("00:00-06:00",))
    ends = sunday.replace(hour=6)
    assert ends.astimezone(UTC) - sunday.astimezone(UTC) == timedelta(hours=hours_of_that_night)
    found = [w for w in windows(night, NO_HOLIDAYS, sunday, TWO_HOURS, 4) if w[0] < ends]
    assert len(found) == windows_of_it
    assert all(end - start == TWO_HOURS for start, end in found)


def test_where_nobody_is_ever_there_is_nothing_to_choose() -> None:
    never = WeeklyHours(time_zone="America/New_York")
    assert windows(never, NO_HOLIDAYS, local(23, 7), TWO_HOURS, 3) == []


def test_a_window_without_a_length_is_refused() -> None:
    with pytest.raises(ValueError, match="length"):
        windows(EIGHT_TO_EIGHT, NO_HOLIDAYS, local(23, 7), timedelta(), 3)
