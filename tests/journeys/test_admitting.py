"""No new call comes in while we are behind, and supervisors see how many were turned away."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from tests.journeys.world import World
from tierline.desk.admitting import LOOKS_EACH, OVER_AFTER, Admitting
from tierline.desk.overload import Crowd
from tierline.desk.views.crowd import crowd_view
from tierline.ports.door import Admission, TurnedAway
from tierline.ports.switch import SwitchAway
from tierline.twin.door import MemoryDoor

MOST = Admission(calls=300, told=20, a_second=60, late_seconds=0.1)


@pytest.fixture
def world() -> Iterator[World]:
    with World() as world:
        yield world


@pytest.fixture
def door() -> MemoryDoor:
    return MemoryDoor()


@pytest.fixture
def admitting(world: World, door: MemoryDoor) -> Admitting:
    return Admitting(world.center, door, MOST)


def crowd(world: World) -> Crowd | None:
    return world.center.overload.crowd


def test_the_engine_is_told_how_many_to_let_in_and_again_after_it_was_away(
    world: World, door: MemoryDoor, admitting: Admitting
) -> None:
    world.do(admitting.look())
    assert door.most == MOST
    door.most, door.away = None, True
    world.do(admitting.look())
    door.away = False
    world.do(admitting.look())
    assert door.most == MOST


def test_no_new_call_comes_in_while_callers_ring_too_long_and_fewer_do_afterwards(
    world: World, door: MemoryDoor, admitting: Admitting
) -> None:
    for came in range(0, 200, 10):  # forty a second
        door.came = came
        looks(world, admitting)
    assert not door.holds()
    with world.center.overload.answering.one(world.clock):
        world.clock.passes_unseen(timedelta(seconds=0.2))
        looks(world, admitting)
        assert door.holds()
    looks(world, admitting)
    looks(world, admitting)
    assert not door.holds()
    assert door.paced == pytest.approx(0.85 * 40, rel=0.1)


def test_an_engine_that_runs_already_is_told_the_pace_that_we_begin_with(
    world: World, door: MemoryDoor, admitting: Admitting
) -> None:
    door.paced = 7  # by the application before us
    looks(world, admitting)
    assert door.paced == MOST.a_second


def test_an_engine_that_was_away_is_told_the_pace_again(
    world: World, door: MemoryDoor, admitting: Admitting
) -> None:
    looks(world, admitting, late=1)
    slower = door.paced
    assert slower != MOST.a_second
    door.away = True
    looks(world, admitting)
    door.away, door.paced = False, None
    looks(world, admitting)
    assert door.paced == slower


def test_a_pace_that_did_not_reach_the_engine_is_told_again(
    world: World, door: MemoryDoor, admitting: Admitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def lost(most: float) -> None:
        raise SwitchAway("the engine did not answer in time")

    looks(world, admitting)
    with monkeypatch.context() as for_once:
        for_once.setattr(door, "pace", lost)
        looks(world, admitting, late=1)
    assert door.paced == MOST.a_second
    looks(world, admitting)
    assert door.paced == pytest.approx(0.85 * MOST.a_second / 2)


def test_nor_while_our_own_timers_come_late(world: World, door: MemoryDoor, admitting: Admitting) -> None:
    looks(world, admitting, late=1)
    assert door.holds()


def test_a_caller_who_comes_in_is_timed_until_they_are_answered(world: World) -> None:
    world.dials(language="en")
    assert world.center.overload.answering.took(world.clock.now()) == timedelta(0)


def looks(world: World, admitting: Admitting, late: float = 0) -> None:
    world.clock.passes_unseen(timedelta(seconds=LOOKS_EACH + late))
    world.do(admitting.look())


def counts(world: World, door: MemoryDoor, admitting: Admitting, told: int, refused: int) -> None:
    door.counted = TurnedAway(told, refused)
    looks(world, admitting)


def test_supervisors_see_since_when_callers_are_turned_away_and_how_many(
    world: World, door: MemoryDoor, admitting: Admitting
) -> None:
    counts(world, door, admitting, 100, 50)
    assert crowd(world) is None  # what was before this process is counted, and no crowd of now
    counts(world, door, admitting, 103, 51)
    began = world.clock.now()
    counts(world, door, admitting, 104, 51)
    seen = crowd_view(world.center)
    assert seen is not None
    assert (seen.since, seen.turned_away) == (began, 5)
    looks(world, admitting, late=OVER_AFTER.total_seconds())
    assert crowd_view(world.center) is None
    assert world.center.overload.turned_away == TurnedAway(104, 51)
