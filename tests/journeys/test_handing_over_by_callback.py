"""To Tier 2 without pinning the CSR: a callback is booked with all that came before, and both are free."""

from datetime import date

import pytest

from tests.journeys.world import Agent, Caller, World
from tierline.calls.callback_events import CallbackPromised, RangOff
from tierline.calls.conversation_events import HandedOn
from tierline.calls.events import Heard
from tierline.desk.refusal import Refused

HOME = "+12025550111"


@pytest.fixture
def carla(world: World) -> Agent:
    return world.agent("carla")


@pytest.fixture
def ana(world: World, carla: Agent) -> Caller:
    """Verified by Carla, who has read her a script."""
    caller = world.dials(language="en", caller=HOME)
    caller.chooses_a_person()
    world.wait(minutes=2)
    carla.is_ready()
    carla.answers()
    carla.verifies("EAC2190012345", "Sample Applicant Ana", date(1985, 4, 12))
    carla.presents("case-status")
    return caller


@pytest.mark.clause("A10")
@pytest.mark.clause("B3.1")
def test_the_officer_sees_all_that_came_before_ahead_of_ringing_the_caller(
    world: World, ana: Caller, carla: Agent
) -> None:
    since = ana.call.waiting_since
    carla.books_a_callback("2", reason="the notice has not come, needs the systems")
    assert carla.is_in("wrap_up")
    assert ana.all(Heard)[-1].prompts == ("callback-promised", "good-bye")
    ana.listens()
    assert not ana.connected
    told = [type(e) for e in ana.events if isinstance(e, HandedOn | CallbackPromised | RangOff)]
    assert told == [HandedOn, CallbackPromised, RangOff]
    assert ana.call.waiting_since == since
    olga = world.ready("olga")
    seen = olga.sees().call
    assert seen
    assert world.switch.dialled == {}  # nobody rings at the caller's before the officer is there
    assert seen.handed
    assert seen.handed.by == "Carla Sample"
    assert seen.handed.reason == "the notice has not come, needs the systems"
    assert [read.titles["en"] for read in seen.presented] == ["Status of your case"]
    assert seen.callback
    olga.answers()
    world.switch.agent_answers(world.switch.dialled[HOME])
    world.settle()
    world.switch.presses(ana.call.leg, "1")
    world.settle()
    assert ana.call.served_by == ("1", "2")
    assert ana.call.verification == "none"  # whoever answered is verified anew
    seen = olga.sees().call
    assert seen
    assert seen.handed  # and still knows why


def test_the_caller_may_be_called_at_another_number(world: World, ana: Caller, carla: Agent) -> None:
    with pytest.raises(Refused, match="ask the caller for another"):
        carla.books_a_callback("2", phone="911")
    assert ana.talks_to == {"carla"}
    carla.books_a_callback("2", phone="(202) 555-0177")
    ana.listens()
    world.ready("olga").answers()
    assert set(world.switch.dialled) == {"+12025550177"}


def test_a_withheld_number_is_asked_for(world: World, carla: Agent) -> None:
    caller = world.dials(language="en", caller=None)
    caller.chooses_a_person()
    carla.is_ready()
    carla.answers()
    with pytest.raises(Refused, match="ask the caller for another"):
        carla.books_a_callback("2")


@pytest.mark.clause("B3.1")
def test_a_callback_climbs_by_the_same_rules(ana: Caller, carla: Agent) -> None:
    with pytest.raises(Refused, match="a call goes up"):
        carla.books_a_callback("1")
    with pytest.raises(Refused, match="say in a few words why"):
        carla.books_a_callback("2", reason="")


@pytest.mark.parametrize("when", ["before the good-bye is over", "after it"])
def test_the_promise_outlives_the_process(world: World, ana: Caller, carla: Agent, when: str) -> None:
    carla.books_a_callback("2")
    if when == "after it":
        ana.listens()
    world.kill_and_restart()
    if when != "after it":
        ana.listens()
    assert not ana.connected
    olga = world.ready("olga")
    olga.answers()
    assert set(world.switch.dialled) == {HOME}


def test_without_the_database_nothing_is_promised_and_the_agent_has_the_caller(
    world: World, ana: Caller, carla: Agent
) -> None:
    world.store.away = True
    world.wait(seconds=2)
    with pytest.raises(Exception, match="database"):
        carla.books_a_callback("2")
    assert carla.is_in("talking")
    world.store.away = False
    world.wait(seconds=5)
    assert ana.talks_to == {"carla"}
