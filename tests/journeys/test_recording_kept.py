"""Recordings are kept by rule and deleted in time, by a center that nobody tells to."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from tests.journeys.world import Agent, Caller, World
from tierline.calls import recording_events as re
from tierline.ports.store import Conflict
from tierline.ports.switch import SwitchAway

MINUTES_A_DAY = 24 * 60


@pytest.fixture
def world() -> Iterator[World]:
    world = World()
    yield world
    world.close()


@pytest.fixture
def carla(world: World) -> Agent:
    return world.ready("carla")


@pytest.fixture
def ana(world: World, carla: Agent) -> Caller:
    return has_called(world, carla)


def has_called(world: World, agent: Agent) -> Caller:
    """And was recorded for half a minute."""
    caller = world.dials(language="es")
    caller.chooses_a_person()
    agent.answers()
    world.wait(seconds=30)
    agent.ends()
    agent.is_ready()
    return caller


def names(world: World, caller: Caller) -> list[str]:
    written = world.do(world.switch.recordings.written())
    return [one.name for one in written if one.name.startswith(caller.call_id)]


def test_what_came_due_while_no_process_ran_is_deleted_when_the_next_one_starts(
    world: World, ana: Caller
) -> None:
    world.kill_and_restart(timedelta(days=91))
    assert ana.all(re.RecordingDeleted) == [re.RecordingDeleted(90)]
    assert names(world, ana) == []


def test_it_is_looked_each_day(world: World, ana: Caller) -> None:
    world.wait(minutes=89 * MINUTES_A_DAY)
    assert ana.call.recording.kept
    world.wait(minutes=2 * MINUTES_A_DAY)
    assert ana.call.recording.deleted
    assert names(world, ana) == []


def test_what_came_due_while_the_database_was_away_is_deleted_when_it_is_back(
    world: World, ana: Caller
) -> None:
    world.store.away = True
    world.kill_and_restart(timedelta(days=91))
    assert names(world, ana)
    world.store.away = False
    world.wait(seconds=5)
    assert ana.call.recording.deleted
    assert names(world, ana) == []


@pytest.mark.parametrize("raised", [Conflict, SwitchAway, OSError])
def test_what_is_raised_for_one_call_keeps_no_other_from_being_deleted(
    world: World, ana: Caller, carla: Agent, raised: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    ben = has_called(world, carla)
    recordings = world.switch.recordings
    really_delete = recordings.delete

    async def delete(name: str) -> None:
        if name.startswith(ana.call_id):
            raise raised("not this one")
        await really_delete(name)

    monkeypatch.setattr(recordings, "delete", delete)
    world.kill_and_restart(timedelta(days=91))
    assert (names(world, ben), len(names(world, ana))) == ([], 2)
    monkeypatch.undo()
    world.wait(minutes=MINUTES_A_DAY)
    assert names(world, ana) == []
    assert ana.all(re.RecordingDeleted) == [re.RecordingDeleted(90)]
