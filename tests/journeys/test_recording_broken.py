"""A disk without room: calls go on, and their recording is tried again until it goes on too."""

from datetime import timedelta

import pytest

from tests.journeys.in_conversation import ana, carla
from tests.journeys.world import Agent, Caller, World
from tierline.calls import recording_events as re

__all__ = ["ana", "carla"]


@pytest.fixture
def broken(world: World, ana: Caller) -> None:
    """While the caller and Carla spoke."""
    world.wait(seconds=30)
    for part in ana.call.recording.under_way:
        world.switch.recording_breaks(part.name)
    world.settle()
    assert [e.seconds for e in ana.all(re.RecordingBroke)] == [30.0, 30.0]
    assert world.switch.recordings.legs == set()


def has_room(world: World) -> None:
    world.switch.recordings.full = False


@pytest.mark.usefixtures("broken")
def test_it_is_tried_each_ten_seconds_and_goes_on_once_there_is_room(
    world: World, ana: Caller, carla: Agent
) -> None:
    world.wait(seconds=35)
    assert len(ana.all(re.RecordingBroke)) == 2 + 3 * 2
    has_room(world)
    world.wait(seconds=5)
    assert world.switch.recordings.legs == {ana.leg, carla.leg}


@pytest.mark.usefixtures("broken")
def test_after_hold_too(world: World, ana: Caller, carla: Agent) -> None:
    carla.holds()
    world.wait(seconds=15)
    has_room(world)
    world.wait(seconds=10)
    assert world.switch.recordings.legs == {carla.leg}
    carla.resumes()
    assert world.switch.recordings.legs == {ana.leg, carla.leg}


@pytest.mark.usefixtures("broken")
def test_in_the_conversation_after_a_queue_too(world: World, ana: Caller, carla: Agent) -> None:
    carla.gives_back()
    carla.is_ready()
    has_room(world)
    carla.answers()
    assert ana.talks_to == {"carla"}
    world.wait(seconds=11)
    assert world.switch.recordings.legs == {ana.leg, carla.leg}


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize("seconds", [1, 60])
def test_by_the_next_process_too(world: World, ana: Caller, carla: Agent, seconds: int) -> None:
    world.kill_and_restart(timedelta(seconds=seconds))
    has_room(world)
    world.wait(seconds=11)
    assert world.switch.recordings.legs == {ana.leg, carla.leg}


@pytest.mark.usefixtures("broken")
def test_not_once_the_call_is_over(world: World, ana: Caller, carla: Agent) -> None:
    carla.ends()
    has_room(world)
    tried = len(ana.all(re.RecordingStarted))
    world.wait(seconds=60)
    assert len(ana.all(re.RecordingStarted)) == tried
