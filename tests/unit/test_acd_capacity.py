"""How much a line takes."""

import msgspec
import pytest

from tierline.acd.capacity import Capacity, Reached, has_room_again, reached
from tierline.acd.queues import QueueRule, QueuesFile
from tierline.acd.waiting import QueueName

BOTH = Capacity(waiting=40, wait_minutes=60)


def test_a_line_takes_as_many_as_it_says_and_nobody_more() -> None:
    assert reached(BOTH, 39, 5.0) is None
    assert reached(BOTH, 40, 5.0) == Reached("waiting", 40)


def test_nobody_is_left_to_wait_longer_than_it_says() -> None:
    assert reached(BOTH, 3, 60.0) is None
    assert reached(BOTH, 3, 61.0) == Reached("wait_minutes", 60)


def test_a_wait_that_nobody_can_reckon_turns_nobody_away() -> None:
    assert reached(BOTH, 39, None) is None


def test_a_line_that_was_full_has_room_again_when_a_quarter_of_it_is_free() -> None:
    assert not has_room_again(BOTH, 31, 5.0)
    assert not has_room_again(BOTH, 30, 46.0)
    assert has_room_again(BOTH, 30, 45.0)
    assert has_room_again(BOTH, 0, None)


@pytest.mark.parametrize("written", [b"{}", b'{"waiting": 0}', b'{"wait_minutes": -1}'])
def test_a_capacity_that_bounds_nothing_is_refused(written: bytes) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(written, type=Capacity)


def test_a_line_without_a_rule_or_a_capacity_takes_everybody() -> None:
    rules = QueuesFile((QueueRule(id="all", tier="1", says="", capacity=BOTH),))
    assert rules.capacity(QueueName("1", "en", "all")) == BOTH
    assert rules.capacity(QueueName("2", "en")) is None
