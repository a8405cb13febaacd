"""A system that fails is left alone for a while, and tried with one question."""

from datetime import UTC, datetime, timedelta

from tierline.cases.breaker import (
    CLOSED,
    Breaker,
    Patience,
    answered,
    asked,
    failed,
    left_off,
    may_ask,
    state,
)

PATIENCE = Patience(failures=3, rest=timedelta(seconds=15))
START = datetime(2026, 11, 30, 14, 0, tzinfo=UTC)


def at(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


def opened() -> Breaker:
    breaker = CLOSED
    for second in range(3):
        breaker = failed(asked(breaker), PATIENCE, at(second))
    return breaker


def test_two_failures_change_nothing_and_the_third_in_a_row_opens_it() -> None:
    twice = failed(failed(CLOSED, PATIENCE, at(0)), PATIENCE, at(1))
    assert state(twice, PATIENCE, at(1)) == "closed"
    assert state(opened(), PATIENCE, at(2)) == "open"
    assert not may_ask(opened(), PATIENCE, at(16.9))


def test_an_answer_between_failures_makes_them_count_anew() -> None:
    assert failed(answered(), PATIENCE, at(5)).failed == 1


def test_after_the_rest_one_question_is_tried_and_no_other_beside_it() -> None:
    half_open = opened()
    assert state(half_open, PATIENCE, at(17)) == "half-open"
    assert may_ask(half_open, PATIENCE, at(17))
    assert not may_ask(asked(half_open), PATIENCE, at(17))


def test_the_question_that_is_tried_decides() -> None:
    trying = asked(opened())
    assert state(answered(), PATIENCE, at(18)) == "closed"
    again = failed(trying, PATIENCE, at(18))
    assert state(again, PATIENCE, at(32.9)) == "open"
    assert state(again, PATIENCE, at(33)) == "half-open"


def test_a_question_from_before_that_fails_late_does_not_prolong_the_rest() -> None:
    late = failed(opened(), PATIENCE, at(10))
    assert state(late, PATIENCE, at(17)) == "half-open"


def test_whoever_was_trying_and_went_away_leaves_it_to_another() -> None:
    assert may_ask(left_off(asked(opened())), PATIENCE, at(17))


def test_it_is_known_since_when_the_system_fails() -> None:
    assert failed(asked(opened()), PATIENCE, at(40)).failing_since == at(0)
    assert answered().failing_since is None
