"""What a script asks for that is not to be recorded is silence in the recording, which goes on by itself."""

from collections.abc import Callable, Iterator
from datetime import date

import msgspec
import pytest

from tests.journeys.in_conversation import ana, carla
from tests.journeys.test_recording import recorded, status
from tests.journeys.world import Agent, Caller, World
from tests.sample import load_agency
from tierline.calls.service_events import ScriptPresented
from tierline.ports.agency import Agency
from tierline.scripts.script import Script

__all__ = ["ana", "carla"]
GUIDE, ASKS = "card-not-received", "address"


def asking(script: Script) -> Script:
    """Of the guide one step, and the whole of a script that is none."""
    if script.id == GUIDE:
        steps = tuple(msgspec.structs.replace(s, unrecorded=s.id == ASKS) for s in script.steps)
        return msgspec.structs.replace(script, steps=steps)
    return msgspec.structs.replace(script, unrecorded=script.id == "change-of-address")


@pytest.fixture
def world() -> Iterator[World]:
    agency: Agency = load_agency()
    scripts = tuple(map(asking, agency.scripts))
    with World(agency=msgspec.structs.replace(agency, scripts=scripts)) as world:
        yield world


def test_one_step_of_a_guide_is_silence_and_the_next_is_recorded(
    world: World, ana: Caller, carla: Agent
) -> None:
    carla.presents(GUIDE)
    assert recorded(world) == {ana.leg, carla.leg}
    carla.presents(GUIDE, ASKS)
    assert recorded(world) == set()
    assert status(carla) == "asking"
    carla.presents(GUIDE, "trace")
    assert recorded(world) == {ana.leg, carla.leg}
    assert status(carla) == "on"
    assert [e.unrecorded for e in ana.all(ScriptPresented)] == [False, True, False]


ENDS: dict[str, Callable[[Agent], None]] = {
    "another script": lambda carla: carla.presents("supervisor-asked"),
    "no script fits": lambda carla: carla.finds_no_script(),
    "by hand": lambda carla: carla.resumes_the_recording(),
    "verified": lambda carla: carla.verifies("EAC2190012345", "Ana Sample", date(1961, 4, 7)),
}


@pytest.mark.parametrize("how", ENDS)
def test_whatever_comes_after_the_answer_is_recorded(
    world: World, ana: Caller, carla: Agent, how: str
) -> None:
    carla.presents("change-of-address")
    assert recorded(world) == set()
    ENDS[how](carla)
    assert recorded(world) == {ana.leg, carla.leg}


def test_a_pause_of_the_agent_goes_on_after_it(world: World, ana: Caller, carla: Agent) -> None:
    carla.pauses_the_recording()
    carla.presents("change-of-address")
    carla.presents("supervisor-asked")
    assert recorded(world) == set()
    assert status(carla) == "paused"


def test_it_is_over_with_the_agent_who_asked(world: World, ana: Caller, carla: Agent) -> None:
    carla.presents("change-of-address")
    world.wait(seconds=5)
    carla.gives_back()
    carla.is_ready()
    carla.answers()
    assert ana.talks_to == {"carla"}
    assert recorded(world) == {ana.leg, carla.leg}


def test_it_outlives_a_killed_process(world: World, ana: Caller, carla: Agent) -> None:
    carla.presents("change-of-address")
    world.kill_and_restart()
    assert recorded(world) == set()
    carla.presents("supervisor-asked")
    assert recorded(world) == {ana.leg, carla.leg}
