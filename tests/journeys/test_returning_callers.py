"""A caller who rings again is presented to the agent who spoke with them, within the agency's time."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from msgspec.structs import replace

from tests.journeys.world import Agent, Caller, World
from tests.sample import load_agency
from tierline.acd.queues import QueueRule, QueuesFile
from tierline.calls.line_events import CallerKnown
from tierline.ivr.patience import Relay

CELIA, RITA = "+12025550111", "+12025550122"
QUEUES = QueuesFile(
    (QueueRule(id="all", tier="1", says="who knows the matter first", known_agent_seconds=60),),
    known_agent_days=7,
)


@pytest.fixture
def world() -> Iterator[World]:
    world = World(agency=replace(load_agency(), queues=QUEUES))
    yield world
    world.close()


@pytest.fixture
def carla(world: World) -> Agent:
    """Spoke with Celia an hour ago."""
    carla = world.ready("carla")
    celia = rings(world)
    carla.answers()
    carla.ends()
    assert celia.all(CallerKnown) == []
    world.wait(minutes=60)
    return carla


def rings(world: World, caller: str = CELIA) -> Caller:
    again = world.dials(language="en", caller=caller)
    again.chooses_a_person()
    return again


def test_the_agent_who_spoke_with_the_number_before_is_preferred(world: World, carla: Agent) -> None:
    world.ready("colin")
    carla.is_not_ready("break")
    carla.is_ready()  # Colin has been idle for longer
    rings(world)
    assert world.ringing == {"carla"}
    carla.rejects()
    rita = rings(world, RITA)
    assert rita.all(CallerKnown) == []


def test_a_relay_services_number_makes_nobody_known(world: World) -> None:
    flow = world.agency.flow
    patience = replace(flow.patience, relay=Relay(numbers=(CELIA,)))
    world.agency = replace(world.agency, flow=replace(flow, patience=patience))
    world.kill_and_restart()
    carla = world.ready("carla")
    rings(world)
    carla.answers()
    carla.ends()
    world.wait(minutes=60)
    stranger = rings(world)
    assert stranger.all(CallerKnown) == []


def test_others_may_take_the_caller_when_the_time_for_the_known_agent_is_over(
    world: World, carla: Agent
) -> None:
    carla.is_not_ready("break")
    world.ready("colin")
    rings(world)
    assert world.ringing == set()
    world.wait(seconds=61)
    assert world.ringing == {"colin"}


def test_nobody_waits_for_an_agent_who_is_not_on_duty(world: World, carla: Agent) -> None:
    carla.is_gone()
    world.ready("colin")
    rings(world)
    assert world.ringing == {"colin"}


def test_after_the_agencys_days_nobody_is_known_any_more(world: World, carla: Agent) -> None:
    carla.is_not_ready("break")
    world.ready("colin")
    world.kill_and_restart(timedelta(days=8))
    rings(world)
    assert world.ringing == {"colin"}


def test_with_the_database_away_the_caller_is_served_by_whoever_is_free(world: World, carla: Agent) -> None:
    again = rings(world)
    assert again.all(CallerKnown) == [CallerKnown((carla.id,))]
    world.store.away = True
    other = world.dials(language="en", caller=CELIA)
    world.store.away = False
    world.wait(seconds=3)
    assert other.all(CallerKnown) == []
    assert other.call.phase == "ivr"
