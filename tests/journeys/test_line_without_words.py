"""An agency whose callers in line are told nothing: they wait, and are served, all the same."""

import msgspec
import pytest

from tests.journeys.agency_settings import Make, waits, world_of
from tests.journeys.world import World
from tests.sample import load_agency
from tierline.calls.events import PositionTold
from tierline.ports.agency import Agency

__all__ = ["world_of"]


def saying_nothing() -> Agency:
    sample = load_agency()
    waiting = msgspec.structs.replace(sample.flow.waiting, says=())
    return msgspec.structs.replace(sample, flow=msgspec.structs.replace(sample.flow, waiting=waiting))


@pytest.fixture
def quiet(world_of: Make) -> World:
    return world_of(saying_nothing())


def test_nobody_is_told_their_place_however_long_they_wait(quiet: World) -> None:
    ana = waits(quiet)
    quiet.wait(minutes=10)
    assert ana.call.phase == "waiting"
    assert ana.all(PositionTold) == []


def test_who_asks_for_a_supervisor_hears_the_promise_and_no_place(quiet: World) -> None:
    ana = waits(quiet)
    ana.presses("*")
    ana.presses("1")
    quiet.wait(minutes=10)
    assert (ana.call.phase, ana.call.tier) == ("waiting", "supervisor")
    assert ana.all(PositionTold) == []


def test_whom_an_agent_did_not_take_goes_on_waiting_without_a_word(quiet: World) -> None:
    carla = quiet.ready("carla")
    ana = waits(quiet)
    carla.rejects()
    quiet.wait(minutes=10)
    assert ana.call.phase == "waiting"
    assert ana.all(PositionTold) == []
