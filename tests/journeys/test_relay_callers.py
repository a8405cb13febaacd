"""Callers for whom an operator types: how the center comes to know it."""

import pytest
from msgspec.structs import replace

from tests.journeys.world import Caller, World
from tierline.calls.events import Arrived, RelayCaller, StayedSilent
from tierline.ivr.patience import Relay
from tierline.ivr.steps import Menu

RELAY_SERVICE = "+18005550171"  # a made-up number


@pytest.fixture
def world(world: World) -> World:
    """The sample agency, with a relay service's numbers, and a key by which an operator says so."""
    flow = world.agency.flow
    language = flow.steps["language"]
    assert isinstance(language, Menu)
    keys = {**language.keys, "3": replace(language.keys["1"], relay=True)}
    patience = replace(flow.patience, relay=Relay(numbers=("+1800555017",)))
    steps = {**flow.steps, "language": replace(language, keys=keys)}
    world.agency = replace(world.agency, flow=replace(flow, steps=steps, patience=patience))
    world.kill_and_restart()
    return world


def test_a_relay_service_is_known_by_its_number_before_anything_is_said(world: World) -> None:
    ana = world.dials(caller=RELAY_SERVICE)
    assert ana.call.relay
    assert isinstance(ana.events[0], Arrived)
    assert ana.events[1] == RelayCaller("number")


def test_an_operator_says_so_by_a_key(world: World) -> None:
    ana = world.dials()
    assert ana.all(RelayCaller) == []
    ana.presses(" 3")
    assert ana.call.relay
    assert ana.all(RelayCaller) == [RelayCaller("key")]
    assert ana.call.language == "en"


def test_a_text_telephone_behind_a_relay_services_number_is_noted_for_the_number_alone(world: World) -> None:
    ana = world.dials(caller=RELAY_SERVICE)
    ana.types()
    assert ana.all(RelayCaller) == [RelayCaller("number")]


def test_silence_counts_only_when_all_that_was_said_could_be_typed_and_answered(world: World) -> None:
    ana = world.dials(caller=RELAY_SERVICE)
    welcome = words_heard(world, ana)
    ana.listens()
    seconds = welcome + words_heard(world, ana) + 30
    world.wait(seconds=seconds - 1)
    assert not ana.all(StayedSilent)
    world.wait(seconds=2)
    assert ana.all(StayedSilent) == [StayedSilent("language")]


def test_a_key_ends_what_an_operator_still_had_to_type(world: World) -> None:
    ana = world.dials(caller=RELAY_SERVICE)
    ana.presses(" 1")
    assert "main-menu" in ana.hears_now
    world.wait(seconds=words_heard(world, ana) + 31)
    assert ana.all(StayedSilent) == [StayedSilent("main")]


def test_an_operator_has_the_time_to_confirm_the_supervisor_key(world: World) -> None:
    ana = world.dials(caller=RELAY_SERVICE)
    ana.presses("*")
    world.wait(seconds=25)
    assert ana.call.confirming_supervisor
    ana.presses("1")
    assert ana.call.supervisor == "asked"


def test_everyone_else_is_nobody_anybody_types_for(world: World) -> None:
    assert not world.dials(language="es").call.relay


def words_heard(world: World, caller: Caller) -> int:
    """In the prompts that play now: at 60 words a minute, as many seconds."""
    heard = world.switch.hears(caller.leg)
    assert isinstance(heard, tuple)
    prompts = world.center.prompts_of(caller.call)
    texts = [prompts.words(sound.stem, sound.parent.name, {}) for sound in heard]
    return sum(len(text.split()) for text in texts)
