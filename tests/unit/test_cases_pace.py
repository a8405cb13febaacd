"""A system is asked evenly, and no more in a day than it allows."""

from datetime import UTC, datetime, timedelta

from tierline.cases.pace import Allowed, Pace, begun, held_up, slot

START = datetime(2026, 11, 30, 14, 0, tzinfo=UTC)
SANDBOX = Allowed(per_second=5, per_day=1000)
LONG = timedelta(seconds=2)


def waits(pace: Pace, allowed: Allowed, now: datetime, times: int) -> tuple[Pace, list[float | None]]:
    told: list[float | None] = []
    for _ in range(times):
        found = slot(pace, allowed, now, LONG)
        pace, wait = found or (pace, None)
        told.append(wait.total_seconds() if wait is not None else None)
    return pace, told


def test_five_a_second_is_one_each_fifth_of_a_second_and_no_burst() -> None:
    _, told = waits(begun(START), SANDBOX, START, 4)
    assert told == [0, 0.2, 0.4, 0.6]


def test_who_would_have_to_wait_too_long_is_told_at_once_and_takes_no_place() -> None:
    pace, told = waits(begun(START), SANDBOX, START, 13)
    assert told[-3:] == [2.0, None, None]
    assert waits(pace, SANDBOX, START + timedelta(seconds=1), 1)[1] == [1.2]


def test_the_days_questions_come_back_after_a_day() -> None:
    scarce = Allowed(per_second=100, per_day=2)
    pace, told = waits(begun(START), scarce, START, 3)
    assert told[-1] is None
    assert waits(pace, scarce, START + timedelta(hours=24), 1)[1] == [0]


def test_a_system_that_said_too_much_is_given_a_moment() -> None:
    pace = held_up(begun(START), START, timedelta(seconds=1.5))
    assert waits(pace, SANDBOX, START, 1)[1] == [1.5]
