"""The case systems of the agency that a world has, each in memory."""

from datetime import date

import pytest
from msgspec.structs import replace

from tests.journeys.world import Agent, Caller, World
from tests.sample import named_cases
from tierline.cases.joined import JoinedSystems
from tierline.cases.steady import SteadySystem
from tierline.ports.case_systems_file import System, without_which_nothing
from tierline.twin.cases import MemoryCases

ANA = "EAC2190012345"
ANA_BORN = date(1985, 4, 12)


class Systems:
    """The three of the sample agency, each of which can be away or know better than the others."""

    def __init__(self, world: World) -> None:
        self.by_id: dict[str, MemoryCases] = {}
        needed = without_which_nothing(world.agency.verification)
        described: tuple[System, ...] = world.agency.case_systems.systems
        steadied = []
        for system in described:
            self.by_id[system.id] = MemoryCases(named_cases())
            is_needed = bool(system.gives & needed)
            steadied.append(SteadySystem(self.by_id[system.id], system, world.clock, is_needed=is_needed))
        world.center.cases = JoinedSystems(steadied)

    def file_moves(self, office: str) -> None:
        files = self.by_id["file-tracking"]
        files.cases[ANA] = replace(files.cases[ANA], file_office=office)


@pytest.fixture
def systems(world: World) -> Systems:
    return Systems(world)


@pytest.fixture
def olga(world: World, systems: Systems, ana: Caller, carla: Agent) -> Agent:
    """An officer, to whom Ana came verified."""
    olga = world.ready("olga")
    carla.verifies(ANA, "Sample Applicant Ana", ANA_BORN)
    carla.transfers("2")
    olga.answers()
    carla.completes()
    return olga
