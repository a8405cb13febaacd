"""When an answer is due: by the vectors of the field, and against a reference that counts the minutes."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tierline.offices.hours import Holiday, Holidays, WeeklyHours, is_open
from tierline.requests.clock import Clock, Pause, Stay, due, elapsed, is_overdue, reached
from tierline.requests.target import Target

EASTERN, PACIFIC = ZoneInfo("America/New_York"), ZoneInfo("America/Los_Angeles")
WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday")
NINE_TO_FIVE = WeeklyHours(time_zone="America/New_York", **dict.fromkeys(WEEK, ("09:00-17:00",)))
IN_THE_WEST = WeeklyHours(
    time_zone="America/Los_Angeles", **dict.fromkeys(WEEK, ("08:00-12:00", "13:00-16:00"))
)
NEVER = WeeklyHours(time_zone="America/New_York")
THANKSGIVING = Holidays(
    source="5 U.S.C. 6103",
    verified=True,
    as_of=date(2026, 11, 1),
    days=(Holiday(date(2026, 11, 26), {"en": "Thanksgiving"}),),
)
HOUR = timedelta(hours=1)


def at(day: int, hour: int = 0, minute: int = 0, zone: ZoneInfo = EASTERN) -> datetime:
    """Of November 2026; the 23rd is a Monday, the 27th a Friday."""
    return datetime(2026, 11, 1, tzinfo=zone) + timedelta(days=day - 1, hours=hour, minutes=minute)


def clock(created: datetime, target: Target, *pauses: Pause, **differently: object) -> Clock:
    stays = differently.pop("stays", [Stay(created, NINE_TO_FIVE)])
    return Clock(created_at=created, target=target, zone=EASTERN, stays=stays, pauses=pauses)  # type: ignore[arg-type]


def hours(n: float) -> Target:
    return Target(business_hours=n)


@pytest.mark.parametrize(
    ("created", "target", "last"),
    [
        (at(20, 16, 30), 1, at(23, 9, 30)),
        (at(20, 16), 8, at(23, 16)),
        (at(20, 16), 2, at(23, 10)),
        (at(21, 12), 1, at(23, 10)),
        (at(23, 7), 1, at(23, 10)),
        (at(23, 9), 8, at(23, 17)),
        (at(23, 17), 0.5, at(24, 9, 30)),
    ],
)
def test_business_time_runs_while_the_office_is_open(
    created: datetime, target: float, last: datetime
) -> None:
    assert due(clock(created, hours(target))) == last


def test_a_holiday_of_the_office_is_no_business_time() -> None:
    created = at(25, 16)
    open_on_it = [Stay(created, NINE_TO_FIVE)]
    closed_on_it = [Stay(created, NINE_TO_FIVE, THANKSGIVING)]
    assert due(clock(created, hours(2), stays=open_on_it)) == at(26, 10)
    assert due(clock(created, hours(2), stays=closed_on_it)) == at(27, 10)


@pytest.mark.parametrize(("days", "last"), [(15, date(2026, 12, 9)), (7, date(2026, 12, 1))])
def test_calendar_days_end_with_the_last_of_them_where_the_agency_is(days: int, last: date) -> None:
    late_in_the_evening = datetime(2026, 11, 25, 3, tzinfo=UTC)  # in New York still the 24th
    found = due(clock(late_in_the_evening, Target(calendar_days=days)))
    assert found
    there = found.astimezone(EASTERN)
    assert (there.date(), f"{there:%H:%M:%S}") == (last, "23:59:59")


def test_a_calendar_day_that_is_23_or_25_hours_long_is_a_day() -> None:
    for created in (datetime(2026, 3, 7, 12, tzinfo=EASTERN), datetime(2026, 10, 31, 12, tzinfo=EASTERN)):
        found = due(clock(created, Target(calendar_days=1)))
        assert found
        assert found.astimezone(EASTERN).date() == created.date() + timedelta(days=1)
        assert f"{found.astimezone(EASTERN):%H:%M:%S}" == "23:59:59"


def test_business_days_end_when_the_office_closes_on_the_last_of_them() -> None:
    assert due(clock(at(20, 11), Target(business_days=1))) == at(23, 17)
    assert due(clock(at(20, 18), Target(business_days=2))) == at(24, 17)
    assert due(clock(at(21, 11), Target(business_days=1))) == at(23, 17)
    on_holiday = [Stay(at(25, 11), NINE_TO_FIVE, THANKSGIVING)]
    assert due(clock(at(25, 11), Target(business_days=1), stays=on_holiday)) == at(27, 17)


def test_the_time_rests_while_the_caller_is_asked() -> None:
    asked = Pause(at(23, 10), at(24, 10))
    assert due(clock(at(23, 9), hours(2), asked)) == at(24, 11)
    two_days = Pause(at(24, 12), at(26, 12))
    before, after = (
        due(clock(at(23), Target(calendar_days=7))),
        due(clock(at(23), Target(calendar_days=7), two_days)),
    )
    assert before
    assert after == before + timedelta(days=2)


def test_a_pause_out_of_hours_takes_no_business_time() -> None:
    assert due(clock(at(23, 16), hours(2), Pause(at(23, 18), at(24, 8)))) == at(24, 10)


def test_pauses_that_overlap_count_once() -> None:
    pauses = [Pause(at(23, 10), at(23, 12)), Pause(at(23, 11), at(23, 13)), Pause(at(23, 13), at(23, 14))]
    assert due(clock(at(23, 9), hours(2), *pauses)) == at(23, 15)


def test_while_the_caller_is_still_asked_nothing_is_due() -> None:
    waits = clock(at(23, 9), hours(2), Pause(at(23, 10)))
    assert due(waits) is None
    assert not is_overdue(waits, at(30))
    assert elapsed(waits, at(30)) == HOUR
    assert due(clock(at(23, 9), hours(1), Pause(at(23, 12)))) == at(23, 10)


def test_another_target_keeps_what_has_passed_and_what_has_rested() -> None:
    asked = Pause(at(23, 10), at(23, 13))
    for target, last in ((2, at(23, 14)), (4, at(23, 16)), (8, at(24, 12))):
        changed = clock(at(23, 9), hours(target), asked)
        assert due(changed) == last
        assert elapsed(changed, at(23, 14)) == 2 * HOUR


def test_at_another_office_the_time_goes_on_in_its_hours() -> None:
    west = at(23, 12, zone=PACIFIC)  # 15:00 in New York
    stays = [Stay(at(23, 9), NINE_TO_FIVE), Stay(west, IN_THE_WEST)]
    moved = clock(at(23, 9), hours(8), stays=stays)
    assert elapsed(moved, west) == 6 * HOUR
    assert due(moved) == at(23, 15, zone=PACIFIC)


def test_half_of_the_target_is_reached_before_all_of_it() -> None:
    assert reached(clock(at(23, 9), hours(8)), 0.5) == at(23, 13)


def test_at_an_office_that_never_opens_nothing_is_ever_due() -> None:
    for target in (hours(1), Target(business_days=1)):
        assert due(clock(at(23, 9), target, stays=[Stay(at(23, 9), NEVER)])) is None


def test_a_target_is_one_thing_and_more_than_nothing() -> None:
    for wrong in (
        {},
        {"calendar_days": 1, "business_hours": 1},
        {"calendar_days": 0},
        {"business_hours": -1},
    ):
        with pytest.raises(ValueError, match="a target is"):
            Target(**wrong)


def test_a_pause_does_not_end_before_it_begins_and_knows_its_zone() -> None:
    with pytest.raises(ValueError, match="ends before it begins"):
        Pause(at(23, 10), at(23, 9))
    with pytest.raises(ValueError, match="offset from UTC"):
        Pause(datetime(2026, 11, 23))  # noqa: DTZ001


# ---- against a reference that counts every minute

MINUTE = timedelta(minutes=1)
minutes = st.integers(0, 9 * 24 * 60)
pause = st.tuples(minutes, st.integers(0, 3 * 24 * 60))


def counted(of: Clock, goal: int) -> datetime | None:
    """The moment by which so many minutes have run, one after the other."""
    now, ran = of.created_at, 0
    for _ in range(30 * 24 * 60):
        if ran == goal:
            return now
        ran += runs(of, now)
        now += MINUTE
    return None


def runs(of: Clock, now: datetime) -> bool:
    if any(p.from_ <= now and (p.until is None or now < p.until) for p in of.pauses):
        return False
    stay = [stay for stay in of.stays if stay.since <= now][-1]
    return is_open(stay.hours, now, stay.holidays)


@settings(max_examples=60, deadline=None)
@given(
    made=minutes,
    goal=st.integers(1, 30 * 60),
    pauses=st.lists(pause, max_size=3),
    moved=st.none() | minutes,
    first=st.sampled_from([NINE_TO_FIVE, IN_THE_WEST]),
    later=st.sampled_from([NINE_TO_FIVE, IN_THE_WEST]),
    around=st.sampled_from([datetime(2026, 11, 20, tzinfo=UTC), datetime(2026, 10, 28, tzinfo=UTC)]),
)
def test_due_is_where_the_minutes_one_by_one_come_to(
    made: int,
    goal: int,
    pauses: list[tuple[int, int]],
    moved: int | None,
    first: WeeklyHours,
    later: WeeklyHours,
    around: datetime,
) -> None:
    created = around + made * MINUTE
    stays = [Stay(created, first, THANKSGIVING)]
    if moved is not None:
        stays.append(Stay(created + moved * MINUTE, later, THANKSGIVING))
    asked = [Pause(created + m * MINUTE, created + (m + n) * MINUTE) for m, n in pauses]
    of = Clock(created_at=created, target=hours(goal / 60), zone=EASTERN, stays=stays, pauses=asked)
    found, by_minutes = due(of), counted(of, goal)
    assert found is not None
    # Both are the first moment by which enough has run, though the reference goes on to the next open minute.
    assert elapsed(of, found) == goal * MINUTE
    if by_minutes:
        assert found <= by_minutes
        assert sum(runs(of, found + n * MINUTE) for n in range(int((by_minutes - found) / MINUTE))) == 0
