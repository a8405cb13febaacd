"""Whoever guesses passwords has to wait longer each time."""

from datetime import timedelta

from tests.sample import A_MONDAY_MORNING
from tierline.twin.clock import VirtualClock
from tierline.web.tries import Tries


def later(clock: VirtualClock, seconds: int) -> None:
    until = clock.now() + timedelta(seconds=seconds)
    while clock.fire_next(until):
        pass


def test_the_first_few_mistakes_cost_nothing() -> None:
    tries = Tries(VirtualClock(A_MONDAY_MORNING))
    for _ in range(4):
        tries.failed("ana")
    assert tries.seconds_to_wait("ana") == 0


def test_each_further_mistake_doubles_the_wait_up_to_five_minutes() -> None:
    tries = Tries(VirtualClock(A_MONDAY_MORNING))
    waits = []
    for _ in range(15):
        tries.failed("ana")
        waits.append(tries.seconds_to_wait("ana"))
    assert waits[4:7] == [2, 4, 8]
    assert waits[-1] == 300


def test_the_wait_passes() -> None:
    clock = VirtualClock(A_MONDAY_MORNING)
    tries = Tries(clock)
    for _ in range(5):
        tries.failed("ana")
    later(clock, 2)
    assert tries.seconds_to_wait("ana") == 0


def test_one_user_does_not_make_another_wait() -> None:
    tries = Tries(VirtualClock(A_MONDAY_MORNING))
    for _ in range(9):
        tries.failed("ana")
    assert tries.seconds_to_wait("bo") == 0


def test_a_try_that_nobody_could_look_up_costs_nothing() -> None:
    tries = Tries(VirtualClock(A_MONDAY_MORNING))
    for _ in range(9):
        tries.failed("ana")
        tries.not_told("ana")
    assert tries.seconds_to_wait("ana") == 0
