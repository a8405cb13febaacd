"""Recordings are kept by rule and deleted in time, by a center that nobody tells to."""

import asyncio
from collections.abc import Iterator, Sequence
from datetime import timedelta

import pytest

from tests.journeys.world import Agent, Caller, World
from tierline.calls import recording_events as re
from tierline.calls.names import AgentId
from tierline.desk.recording.playing import Plays
from tierline.ports.store import Change, Conflict
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


def test_what_a_process_left_under_way_is_settled_and_deleted_in_one_look(
    world: World, carla: Agent, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def stop_recording(name: str) -> None:
        raise SwitchAway("not now")

    monkeypatch.setattr(world.switch, "stop_recording", stop_recording)
    ana = has_called(world, carla)
    assert ana.call.recording.under_way
    monkeypatch.undo()
    world.kill_and_restart(timedelta(days=91))
    assert not ana.call.recording.under_way
    assert names(world, ana) == []
    assert ana.all(re.RecordingDeleted) == [re.RecordingDeleted(90)]


def test_what_was_just_recorded_can_be_played_while_the_database_is_slow(
    world: World, carla: Agent, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana = world.dials(language="es")
    ana.chooses_a_person()
    carla.answers()
    world.wait(seconds=30)
    really_commit = world.store.commit_all

    async def commit_all(changes: Sequence[Change]) -> Sequence[Conflict | None]:
        await world.clock.sleep(2)
        return await really_commit(changes)

    async def plays() -> str:
        selma = world.center.agency.staff[AgentId("selma")]
        playing = asyncio.create_task(Plays().begin(world.center, selma, ana.call_id, "a complaint"))
        while not playing.done():
            world.clock.fire_next(world.clock.now() + timedelta(seconds=1))
            await asyncio.sleep(0)
        return await playing

    monkeypatch.setattr(world.store, "commit_all", commit_all)
    carla.ends()
    assert world.do(plays())
    assert len(ana.all(re.RecordingPlayed)) == 1
