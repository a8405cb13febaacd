"""A caller for whom an operator types is never timed out faster than the operator can type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tierline.ivr.patience import Relay, seconds_to_wait

WORDS = st.integers(0, 2000)


def test_a_caller_who_hears_the_prompt_gets_what_the_flow_says() -> None:
    assert seconds_to_wait(6.0, 40, None) == 6.0


def test_forty_words_take_forty_seconds_to_type_and_then_the_caller_answers() -> None:
    assert seconds_to_wait(6.0, 40, Relay()) == 70.0


def test_a_slower_operator_and_a_slower_caller_are_the_agencys_to_set() -> None:
    assert seconds_to_wait(6.0, 30, Relay(words_per_minute=30, reply_seconds=45)) == 105.0


def test_a_step_that_waits_longer_by_itself_goes_on_doing_so() -> None:
    assert seconds_to_wait(120.0, 10, Relay()) == 120.0


@given(st.floats(0.5, 300), WORDS, WORDS, st.floats(10, 200), st.floats(0, 120))
def test_no_wait_is_shorter_than_typing_takes_nor_than_for_anyone_else(
    base: float, words: int, more: int, speed: float, reply: float
) -> None:
    relay = Relay(words_per_minute=speed, reply_seconds=reply)
    wait = seconds_to_wait(base, words, relay)
    assert wait >= max(base, words / speed * 60)
    assert seconds_to_wait(base, words + more, relay) >= wait


@pytest.mark.parametrize(
    ("number", "relayed"),
    [("+18005550171", True), ("+18005551710", False), ("+12025550171", False), (None, False)],
)
def test_a_relay_service_is_known_by_how_its_numbers_begin(number: str | None, relayed: bool) -> None:
    assert Relay(numbers=("+1800555017",)).calls_from(number) is relayed
