"""A supervisor at a call follows its agents wherever they go: aside, in a conference, to another screen; and
is free when the caller waits again."""

import pytest

from tests.journeys.world import Agent, Caller, World
from tierline.calls import supervision_events as su
from tierline.calls.events import AgentLeft
from tierline.desk.refusal import Refused


@pytest.fixture
def carla(world: World) -> Agent:
    carla = world.agent("carla")
    carla.sits_down("first")
    carla.is_ready()
    return carla


@pytest.fixture
def ana(world: World, carla: Agent) -> Caller:
    """In conversation with Carla."""
    ana = world.dials(language="en")
    ana.chooses_a_person()
    carla.answers()
    return ana


@pytest.fixture
def selma(world: World, ana: Caller) -> Agent:
    """Whispers to Carla."""
    selma = world.ready("selma")
    selma.is_at(ana, "whisper")
    return selma


def test_a_whisper_reaches_the_agent_alone_whomever_she_speaks_with(
    world: World, carla: Agent, ana: Caller, selma: Agent
) -> None:
    olga = world.ready("olga")
    carla.consults("2")
    olga.answers()
    assert (selma.hears_legs, ana.hears) == ("music", "music")
    assert (carla.hears_legs, olga.hears_legs) == ({olga.leg}, {carla.leg})
    carla.speaks_with("caller")
    assert selma.hears_legs == {carla.leg, ana.leg}
    assert carla.hears_legs == {ana.leg, selma.leg}
    assert (olga.hears_legs, ana.hears) == ("music", {carla.leg})
    carla.speaks_with("everyone")
    assert carla.hears_legs == {ana.leg, olga.leg, selma.leg}
    assert (olga.hears_legs, ana.hears) == ({carla.leg, ana.leg}, {carla.leg, olga.leg})


def test_who_has_joined_stays_with_the_agent_while_the_caller_holds(
    carla: Agent, ana: Caller, selma: Agent
) -> None:
    selma.supervises(ana, "barge")
    assert (ana.hears, carla.hears_legs) == ({carla.leg, selma.leg}, {ana.leg, selma.leg})
    carla.holds()
    assert (ana.hears, carla.hears_legs) == ("music", {selma.leg})
    carla.resumes()
    assert (ana.hears, carla.hears_legs) == ({carla.leg, selma.leg}, {ana.leg, selma.leg})


def test_a_muted_agent_is_not_heard_by_the_supervisor_either(carla: Agent, ana: Caller, selma: Agent) -> None:
    carla.mutes()
    assert selma.hears_legs == {ana.leg}


def test_the_supervisor_is_at_the_call_again_at_the_agent_s_second_screen(
    carla: Agent, ana: Caller, selma: Agent
) -> None:
    carla.sits_down("second", take_over=True)
    carla.answers()
    assert selma.hears_legs == {carla.leg, ana.leg}
    assert carla.hears_legs == {ana.leg, selma.leg}
    assert ana.hears == {carla.leg}


@pytest.mark.parametrize("how", ["gives back", "hands on", "books a callback"])
def test_the_supervisor_is_free_when_the_agent_lets_the_caller_go(
    world: World, carla: Agent, ana: Caller, selma: Agent, how: str
) -> None:
    leg = selma.leg
    if how == "gives back":
        carla.gives_back()
    elif how == "hands on":
        carla.hands_on("2")
    else:
        carla.books_a_callback("2")
    assert [ended.how for ended in ana.all(su.SupervisionEnded)] == ["no_agent"]
    assert leg not in world.switch.legs
    assert selma.is_in("ready")


def test_whoever_takes_over_ends_a_consultation(
    world: World, carla: Agent, ana: Caller, selma: Agent
) -> None:
    olga = world.ready("olga")
    carla.consults("2")
    olga.answers()
    selma.takes_over(ana)
    assert ana.talks_to == {"selma"}
    assert ana.call.transfer is None
    assert {left.agent for left in ana.all(AgentLeft)} == {"carla", "olga"}
    assert (carla.is_in("wrap_up"), olga.is_in("wrap_up")) == (True, True)


def test_a_supervisor_who_is_signed_out_is_out_of_the_call_and_stays_signed_out(
    world: World, carla: Agent, ana: Caller, selma: Agent
) -> None:
    leg = selma.leg
    selma.is_signed_out_by("sven")
    assert leg not in world.switch.legs
    assert ana.call.supervising == ()
    assert selma.state.signed_out
    assert carla.hears_legs == {ana.leg}


def test_nobody_chooses_a_state_in_a_colleague_s_call(selma: Agent) -> None:
    with pytest.raises(Refused, match="leave it first"):
        selma.is_not_ready("break")


def test_a_killed_process_leaves_the_supervisor_at_the_call(
    world: World, carla: Agent, ana: Caller, selma: Agent
) -> None:
    world.kill_and_restart()
    assert selma.state.reason == "supervising"
    assert carla.hears_legs == {ana.leg, selma.leg}
    assert ana.hears == {carla.leg}
