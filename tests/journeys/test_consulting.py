"""The agent speaks with a colleague about the caller, and goes on with the caller."""

import pytest

from tests.journeys.world import Agent, Caller, World
from tierline.calls.conversation_events import ConsultAsked, ConsultEnded
from tierline.desk.refusal import Refused


@pytest.fixture
def carla(world: World) -> Agent:
    return world.agent("carla")


@pytest.fixture
def ana(world: World, carla: Agent) -> Caller:
    caller = world.dials(language="en")
    caller.chooses_a_person()
    carla.is_ready()
    carla.answers()
    return caller


@pytest.fixture
def olga(world: World, ana: Caller, carla: Agent) -> Agent:
    """Consulted by Carla."""
    olga = world.ready("olga")
    carla.consults("2", "may this be expedited?")
    olga.answers()
    return olga


def test_the_caller_holds_while_the_agent_asks_a_colleague_and_then_goes_on_with_the_agent(
    world: World, ana: Caller, carla: Agent, olga: Agent
) -> None:
    assert ana.hears == "music"
    assert (carla.hears, olga.hears) == ({"olga"}, {"carla"})
    carla.goes_on()
    assert ana.talks_to == {"carla"}
    assert olga.is_in("wrap_up")
    [asked] = ana.all(ConsultAsked)
    assert world.do(world.store.values([asked.reason])) == {asked.reason: "may this be expedited?"}
    assert len(ana.all(ConsultEnded)) == 1


def test_a_consultation_is_no_service_by_the_colleague(ana: Caller, carla: Agent, olga: Agent) -> None:
    carla.goes_on()
    assert (ana.call.served_by, ana.call.tier) == (("1",), "1")


def test_a_colleague_of_the_same_tier_may_be_asked_but_not_left_with_the_caller(
    world: World, ana: Caller, carla: Agent
) -> None:
    colin = world.ready("colin")
    carla.consults("1", person="colin")
    colin.answers()
    with pytest.raises(Refused, match=r"a call goes up.*give the caller back"):
        carla.leaves()
    carla.speaks_with("everyone")
    assert ana.talks_to == {"carla", "colin"}


def test_the_agent_swaps_between_caller_and_colleague(ana: Caller, carla: Agent, olga: Agent) -> None:
    carla.speaks_with("caller")
    assert ana.talks_to == {"carla"}
    assert (carla.hears, olga.hears) == ({"caller"}, "music")
    carla.speaks_with("colleague")
    assert (carla.hears, olga.hears) == ({"olga"}, {"carla"})
    assert ana.hears == "music"


@pytest.mark.clause("A10")
def test_all_three_together_and_the_agent_leaves_the_caller_to_the_colleague(
    ana: Caller, carla: Agent, olga: Agent
) -> None:
    carla.speaks_with("everyone")
    assert ana.talks_to == {"carla", "olga"}
    assert olga.hears == {"carla", "caller"}
    carla.leaves()
    assert ana.talks_to == {"olga"}
    assert carla.is_in("wrap_up")
    assert (ana.call.tier, ana.call.served_by) == ("2", ("1", "2"))
    olga.ends()


def test_the_colleague_leaves_and_the_agent_goes_on(ana: Caller, carla: Agent, olga: Agent) -> None:
    carla.speaks_with("everyone")
    olga.leaves()
    assert ana.talks_to == {"carla"}
    assert olga.is_in("wrap_up")


@pytest.mark.parametrize("who", ["agent", "colleague"])
@pytest.mark.parametrize("whom", ["colleague", "caller", "everyone"])
def test_whoever_is_lost_the_caller_goes_on_with_the_other(
    ana: Caller, carla: Agent, olga: Agent, whom: str, who: str
) -> None:
    carla.speaks_with(whom)  # type: ignore[arg-type]
    (carla if who == "agent" else olga).closes_the_browser()
    assert ana.talks_to == {"olga" if who == "agent" else "carla"}


@pytest.mark.parametrize("whom", ["colleague", "caller", "everyone"])
def test_everyone_stays_where_they_are_when_the_process_is_killed(
    world: World, ana: Caller, carla: Agent, olga: Agent, whom: str
) -> None:
    carla.speaks_with(whom)  # type: ignore[arg-type]
    before = (ana.hears, carla.hears, olga.hears)
    world.kill_and_restart()
    assert (ana.hears, carla.hears, olga.hears) == before
    carla.goes_on()
    assert ana.talks_to == {"carla"}


def test_when_the_caller_hangs_up_everybody_is_free(
    world: World, ana: Caller, carla: Agent, olga: Agent
) -> None:
    ana.hangs_up()
    assert carla.is_in("wrap_up")
    assert olga.is_in("wrap_up")
    assert world.switch.rooms == {}
    assert ana.call.phase == "ended"


@pytest.mark.clause("A11")
def test_a_caller_who_asks_for_a_supervisor_gets_one_after_the_consultation(
    world: World, ana: Caller, carla: Agent, olga: Agent
) -> None:
    carla.speaks_with("caller")
    ana.presses("*1")
    carla.goes_on()
    assert ana.call.transfer
    assert ana.call.transfer.to == "supervisor"
    world.ready("selma")
    assert world.ringing == {"selma"}


def test_nobody_is_consulted_who_is_not_ready(world: World, ana: Caller, carla: Agent) -> None:
    world.agent("olga")
    with pytest.raises(Refused, match="Olga Sample is not ready"):
        carla.consults("2", person="olga")
    with pytest.raises(Refused, match="no colleague of yours has answered"):
        carla.speaks_with("everyone")
    with pytest.raises(Refused, match="the caller would be alone"):
        carla.leaves()
