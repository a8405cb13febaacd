"""Worlds whose agency has other settings for its agents, and where their days begin."""

from collections.abc import Callable, Iterator

import msgspec
import pytest

from tests.journeys.world import Agent, Caller, World
from tests.sample import load_agency
from tierline.ports.agency import Agency
from tierline.staff.dispositions import DispositionsFile
from tierline.staff.work_states import WorkStatesFile

Make = Callable[[Agency], World]


@pytest.fixture
def world_of() -> Iterator[Make]:
    """A world whose agency has other settings than the sample."""
    made: list[World] = []

    def make(agency: Agency) -> World:
        made.append(World(agency=agency))
        return made[-1]

    yield make
    for world in made:
        world.close()


def with_states(**changed: object) -> Agency:
    states: WorkStatesFile = msgspec.structs.replace(load_agency().work_states, **changed)
    return msgspec.structs.replace(load_agency(), work_states=states)


def requiring_dispositions() -> Agency:
    written: DispositionsFile = msgspec.structs.replace(
        load_agency().dispositions, required=frozenset({"1", "2"})
    )
    return msgspec.structs.replace(load_agency(), dispositions=written)


def waits(world: World, language: str = "es") -> Caller:
    caller = world.dials(language=language)
    caller.chooses_a_person()
    return caller


def in_wrap_up(world: World) -> tuple[Agent, Caller]:
    carla = world.ready("carla")
    ana = waits(world)
    carla.answers()
    carla.ends()
    assert carla.is_in("wrap_up")
    return carla, ana
