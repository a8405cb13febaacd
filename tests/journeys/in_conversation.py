"""Ana in conversation with Carla, after the notice that it is recorded."""

import pytest

from tests.journeys.world import Agent, Caller, World


@pytest.fixture
def carla(world: World) -> Agent:
    return world.ready("carla")


@pytest.fixture
def ana(world: World, carla: Agent) -> Caller:
    ana = world.dials(language="es")
    ana.chooses_a_person()
    carla.answers()
    return ana
