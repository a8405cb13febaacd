"""Nobody is recorded who was not told: a notice that could not be said, or not be played, was not heard."""

from pathlib import Path

import msgspec
import pytest

from tests.journeys.callbacks import is_promised, picks_up
from tests.journeys.world import Agent, Caller, World
from tests.sample import AGENCY
from tierline.agency import Messages
from tierline.calls import recording_events as re
from tierline.ports.editions import Edition
from tierline.ports.prompts import PromptFailed, Spoken
from tierline.twin.prompts import WrittenPrompts

NOTICES = {"recording-notice", "recording-callback"}


class Voiceless(WrittenPrompts):
    """No voice says that calls are recorded."""

    async def speak(self, prompt: str, *args: object, **how: object) -> Spoken:
        if prompt in NOTICES:
            raise PromptFailed("the voice is not there")
        return await super().speak(prompt, *args, **how)  # type: ignore[arg-type]


@pytest.fixture
def carla(world: World) -> Agent:
    return world.ready("carla")


@pytest.fixture
def voiceless(world: World) -> World:
    in_force = world.center.in_force
    in_force.begin_with(Edition(in_force.newest.agency, Voiceless(Messages(AGENCY / "prompts"))))
    return world


def is_served_unrecorded(world: World, caller: Caller, agent: Agent) -> None:
    assert caller.call.phase == "talking"
    assert agent.sees().call
    assert not caller.all(re.RecordingChosen)
    assert world.switch.recordings.legs == set()


def test_where_the_notice_cannot_be_said_callers_are_served_and_not_recorded(
    voiceless: World, carla: Agent
) -> None:
    ana = voiceless.dials(language="es")
    ana.presses("0")
    assert ana.hears == ["connecting"]
    voiceless.wait(seconds=5)
    carla.answers()
    is_served_unrecorded(voiceless, ana, carla)


def test_a_key_agrees_to_nothing_where_the_notice_cannot_be_said(voiceless: World, carla: Agent) -> None:
    """It came while the notice was looked for."""
    ana = voiceless.dials(language="es")
    ana.presses("01")
    voiceless.wait(seconds=5)
    carla.answers()
    is_served_unrecorded(voiceless, ana, carla)


def test_a_notice_that_the_engine_could_not_play_was_not_heard(world: World, carla: Agent) -> None:
    ana = world.dials(language="es")
    world.switch.unplayable |= {_sound("recording-notice", "es")}
    ana.presses("0")
    assert ana.hears == ["connecting"]
    world.wait(seconds=5)
    carla.answers()
    is_served_unrecorded(world, ana, carla)


def test_a_callback_whose_notice_cannot_be_said_is_greeted_and_not_recorded(
    voiceless: World, carla: Agent
) -> None:
    at_home = _is_called_back(voiceless, carla)
    assert at_home.hears == ["callback-greeting"]
    voiceless.wait(seconds=1)
    at_home.presses("1")
    is_served_unrecorded(voiceless, at_home, carla)


def test_a_callback_whose_notice_could_not_be_played_is_not_recorded(world: World, carla: Agent) -> None:
    world.switch.unplayable |= {_sound("recording-callback", "en")}
    at_home = _is_called_back(world, carla)
    assert at_home.hears == ["callback-greeting"]
    world.wait(seconds=1)
    at_home.presses("1")
    is_served_unrecorded(world, at_home, carla)


def test_a_callback_whose_greeting_was_heard_to_its_end_is_recorded(world: World, carla: Agent) -> None:
    at_home = _is_called_back(world, carla)
    world.wait(seconds=1)
    at_home.presses("1")
    assert at_home.all(re.RecordingChosen) == [re.RecordingChosen(True, "heard")]
    assert world.switch.recordings.legs == {at_home.leg, carla.leg}


def test_a_callback_promised_when_nothing_was_recorded_is_not_recorded_either(world: World) -> None:
    """Its own edition has no words for it, however the newest one records."""
    in_force = world.center.in_force
    before = msgspec.structs.replace(in_force.newest.agency, version="before recording")
    in_force.begin_with(Edition(before, Voiceless(Messages(AGENCY / "prompts"))))
    ana = world.dials(language="en")
    in_force.begin_with(in_force.newest)
    carla = world.ready("carla")
    is_promised(world, ana)
    ana.listens()
    carla.answers()
    at_home = picks_up(world)
    assert at_home.hears == ["callback-greeting"]
    world.wait(seconds=1)
    at_home.presses("1")
    is_served_unrecorded(world, at_home, carla)


def _sound(prompt: str, language: str) -> Path:
    return Path(f"/{language}/{prompt}.wav")


def _is_called_back(world: World, carla: Agent) -> Caller:
    ana = world.dials(language="en")
    is_promised(world, ana)
    ana.listens()
    carla.answers()
    return picks_up(world)
