"""No new call comes in while we are behind, and supervisors see how many were turned away."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta

import pytest

from tests.journeys.world import World
from tierline.desk.admitting import OVER_AFTER, Admitting
from tierline.desk.overload import Crowd
from tierline.desk.views.crowd import crowd_view
from tierline.ports.door import Admission, TurnedAway
from tierline.twin.door import MemoryDoor

MOST = Admission(calls=300, told=20, late_seconds=0.05)


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


def test_no_new_call_comes_in_while_the_engine_answers_late_and_then_they_do_again(
    world: World, door: MemoryDoor, admitting: Admitting
) -> None:
    door.answers = asyncio.Event()
    world.do(admitting.look())
    assert door.held
    door.answers.set()
    world.do(admitting.look())
    assert not door.held


def test_nor_while_our_own_timers_come_late(world: World, door: MemoryDoor, admitting: Admitting) -> None:
    world.clock.passes_unseen(timedelta(seconds=1))
    world.do(admitting.look())
    assert door.held


def counts(world: World, door: MemoryDoor, admitting: Admitting, told: int, refused: int) -> None:
    door.counted = TurnedAway(told, refused)
    world.wait(seconds=3)
    world.do(admitting.look())


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
    world.wait(seconds=OVER_AFTER.total_seconds())
    world.do(admitting.look())
    assert crowd_view(world.center) is None
    assert world.center.overload.turned_away == TurnedAway(104, 51)
