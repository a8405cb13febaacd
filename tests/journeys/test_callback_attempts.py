"""Attempts to call a caller back that come to nothing: the place is kept, and the agent is free."""

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from tests.journeys.callbacks import (
    HOME,
    is_busy,
    outcomes,
    picks_up,
    promised_calls,
)
from tests.journeys.world import Caller, World
from tierline.calls.events import Presented
from tierline.calls.names import AgentId
from tierline.ports.editions import Edition

AT_NIGHT = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)
"""23:00 in New York, on a Monday."""


@pytest.mark.parametrize("happens", ["busy", "silent", "no such number", "hangs up", "declines"])
def test_an_attempt_that_comes_to_nothing_frees_the_agent_and_keeps_the_place(
    world: World, promised: Caller, happens: str
) -> None:
    if happens == "no such number":
        world.switch.out_of_service.add(HOME)
    carla = world.ready("carla")
    carla.answers()
    since = promised.call.waiting_since
    match happens:
        case "busy":
            is_busy(world)
        case "silent":
            world.wait(seconds=30)
        case "hangs up":
            picks_up(world).hangs_up()
        case "declines":
            picks_up(world).presses("2")
    expected = {"busy": "busy", "declines": "declined", "no such number": "failed"}
    assert outcomes(promised) == [expected.get(happens, "no_answer")]
    assert carla.is_in("ready")
    assert promised.call.phase == "promised"
    assert promised.call.waiting_since == since
    assert not world.switch.legs
    world.wait(seconds=299)
    assert world.ringing == set()
    world.wait(seconds=1)
    assert world.ringing == {"carla"}


def test_a_greeting_that_nobody_reacts_to_is_said_twice(world: World, promised: Caller) -> None:
    world.ready("carla").answers()
    at_home = picks_up(world)
    at_home.listens()
    world.wait(seconds=7)
    assert at_home.hears == ["callback-greeting", "recording-callback"]
    at_home.presses("5*")
    assert at_home.hears == ["callback-greeting", "recording-callback"]
    at_home.listens()
    world.wait(seconds=7)
    assert not at_home.connected
    assert outcomes(promised) == ["no_answer"]


def test_when_the_attempts_are_used_up_the_call_ends_once_and_says_so(world: World, promised: Caller) -> None:
    carla = world.ready("carla")
    for _ in range(3):
        carla.answers()
        is_busy(world)
        assert carla.is_in("ready")
        world.wait(minutes=5)
    assert promised.call.ending == "callback_exhausted"
    assert outcomes(promised) == ["busy"] * 3
    assert world.ringing == set()
    assert promised_calls(world) == []


def test_the_next_agent_is_rung_when_the_first_does_not_answer_and_no_attempt_is_lost(
    world: World, promised: Caller
) -> None:
    carla, carl = world.ready("carla"), AgentId("carla")
    carla.rejects()
    assert promised.call.phase == "promised"
    carla.is_ready()
    carla.answers()
    carla.closes_the_browser()
    assert carla.is_in("not_ready")
    assert not world.switch.legs
    assert promised.call.promise
    assert promised.call.promise.attempts == 0
    assert [event.agent for event in promised.all(Presented)] == [carl, carl]


def test_the_caller_rings_no_longer_than_the_agents_screen_is_there(world: World, promised: Caller) -> None:
    carla = world.ready("carla")
    carla.answers()
    assert world.switch.dialled
    carla.is_gone()
    assert not world.switch.legs
    assert promised.call.phase == "promised"


def test_a_number_that_the_agency_stopped_ringing_ends_the_call_with_that_reason(
    world: World, promised: Caller
) -> None:
    agency = world.center.agency
    tiers = replace(agency.tiers, callback_countries=frozenset({"CA"}))
    in_force = world.center.in_force
    in_force.publish(Edition(replace(agency, tiers=tiers), in_force.newest.prompts))
    carla = world.ready("carla")
    carla.answers()
    assert promised.call.ending == "no_usable_number"
    assert carla.is_in("ready")
    assert not world.switch.legs
