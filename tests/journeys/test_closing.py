"""What becomes of those who are in line when the people they wait for go home."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from tests.journeys.world import World
from tierline.calls.events import Queued
from tierline.calls.line_events import LineLeft, ServedAfterHours
from tierline.desk.closing import look
from tierline.offices.closures import Closure
from tierline.ports.editions import Edition

BEFORE_CLOSING = datetime(2026, 11, 24, 0, 58, tzinfo=UTC)
"""Monday, two minutes to eight in the evening, at the agency."""


@pytest.fixture
def world() -> World:
    return World(BEFORE_CLOSING)


def closes_at_once(world: World, says: str) -> None:
    closure = Closure(
        id="now", from_=world.clock.now(), until=None, tiers="all", kind="emergency", says={"en": says}
    )
    center = world.center
    agency = msgspec.structs.replace(center.agency, version="later", closures=(closure,))
    center.in_force.publish(Edition(agency, center.in_force.newest.prompts))


def served_on(world: World) -> None:
    """For calls that begin from now on."""
    center = world.center
    flow = center.agency.flow
    waiting = msgspec.structs.replace(flow.waiting, closing="")
    agency = msgspec.structs.replace(
        center.agency, version="later", flow=msgspec.structs.replace(flow, waiting=waiting)
    )
    center.in_force.begin_with(Edition(agency, center.in_force.newest.prompts))


def looks(world: World) -> None:
    world.do(look(world.center))


@pytest.mark.clause("B2.1")
def test_a_caller_in_line_at_closing_is_told_and_may_be_called_back_at_their_age(world: World) -> None:
    with world:
        world.agent("carla")
        ana = world.dials(language="en")
        ana.chooses_a_person()
        asked = ana.call.waiting_since
        world.wait(minutes=3)
        looks(world)
        assert ana.hears == ["closed-while-waiting"]
        assert [left.why for left in ana.all(LineLeft)] == ["closing"]
        looks(world)
        assert len(ana.all(LineLeft)) == 1
        ana.presses("1111")
        assert ana.call.phase == "promised"
        assert ana.call.waiting_since == asked


def test_a_caller_who_is_being_presented_at_closing_is_served() -> None:
    with World(BEFORE_CLOSING + timedelta(seconds=110)) as world:
        carla = world.ready("carla")
        ana = world.dials(language="en")
        ana.chooses_a_person()
        world.wait(seconds=15)
        looks(world)
        assert carla.is_in("reserved")
        carla.answers()
        assert ana.talks_to == {"carla"}
        assert not ana.all(LineLeft)


def test_an_agency_may_serve_those_in_line_and_then_they_are_told_so_once(world: World) -> None:
    with world:
        served_on(world)
        world.agent("carla")
        ana = world.dials(language="en")
        ana.chooses_a_person()
        world.wait(minutes=3)
        looks(world)
        assert ana.hears == ["still-served"]
        looks(world)
        assert len(ana.all(ServedAfterHours)) == 1
        assert ana.call.phase == "waiting"
        world.ready("carla").answers()
        assert ana.talks_to == {"carla"}


@pytest.mark.clause("B2.1")
def test_a_closure_takes_those_in_line_to_where_it_is_said(world: World) -> None:
    with world:
        world.agent("carla")
        ana = world.dials(language="en")
        ana.chooses_a_person()
        world.wait(seconds=10)
        closes_at_once(world, "A water main broke.")
        looks(world)
        assert "closure" in ana.hears_now
        assert [left.why for left in ana.all(LineLeft)] == ["closure"]


def test_a_key_in_line_leads_to_the_callback_and_back_into_line_at_the_same_age(world: World) -> None:
    with world:
        world.agent("carla")
        ana = world.dials(language="en")
        ana.chooses_a_person()
        asked, joined = ana.call.waiting_since, len(ana.all(Queued))
        world.wait(seconds=20)
        ana.presses("1")
        assert ana.hears == ["use-this-number"]
        ana.chooses_a_person()
        assert ana.call.phase == "waiting"
        assert len(ana.all(Queued)) == joined + 1
        assert ana.call.waiting_since == asked


def test_a_key_in_line_does_not_take_a_caller_away_from_the_tier_that_they_were_handed_to(
    world: World,
) -> None:
    with world:
        carla = world.ready("carla")
        ana = world.dials(language="en")
        ana.chooses_a_person()
        carla.answers()
        carla.hands_on("2")
        assert (ana.call.phase, ana.call.tier) == ("waiting", "2")
        ana.presses("1")
        assert (ana.call.phase, ana.call.tier) == ("waiting", "2")
        world.wait(minutes=3)
        looks(world)
        assert ana.hears == ["still-served"]
