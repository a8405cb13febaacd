"""The caller is handed to somebody else: warm, blind, or back to the queue. Nobody loses their place."""

import pytest

from tests.journeys.world import Agent, Caller, World
from tierline.calls.conversation_events import GivenBack, HandedOn
from tierline.calls.events import AgentLeft, Heard, Queued, SupervisorAsked
from tierline.desk.refusal import Refused


@pytest.fixture
def carla(world: World) -> Agent:
    return world.agent("carla")


@pytest.fixture
def ana(world: World, carla: Agent) -> Caller:
    """In conversation with Carla at Tier 1, after a while in the queue."""
    caller = world.dials(language="en")
    caller.chooses_a_person()
    world.wait(minutes=3)
    carla.is_ready()
    carla.answers()
    return caller


# ---- warm, to one colleague


@pytest.mark.clause("A10")
def test_a_colleague_is_asked_for_by_name_and_nobody_else_is_rung(
    world: World, ana: Caller, carla: Agent
) -> None:
    selma = world.ready("selma")
    olga = world.ready("olga")
    carla.transfers("2", person="olga")
    assert world.ringing == {"olga"}
    assert olga.sees().call is not None
    olga.answers()
    carla.completes()
    assert ana.talks_to == {"olga"}
    assert selma.is_in("ready")


def test_a_colleague_who_is_not_ready_is_not_rung_and_it_is_said_why_not(
    world: World, ana: Caller, carla: Agent
) -> None:
    world.agent("olga")
    with pytest.raises(Refused, match="Olga Sample is not ready: choose somebody else, or whoever is free"):
        carla.transfers("2", person="olga")
    with pytest.raises(Refused, match="Selma Sample is not signed in"):
        carla.transfers("supervisor", person="selma")
    assert ana.talks_to == {"carla"}


@pytest.mark.clause("B3.1")
def test_a_colleague_is_chosen_only_where_the_call_may_climb(world: World, ana: Caller, carla: Agent) -> None:
    world.ready("colin")
    with pytest.raises(Refused, match="a call goes up"):
        carla.transfers("1", person="colin")


@pytest.mark.parametrize("how", ["rejects", "lets it ring", "closes the browser"])
def test_a_colleague_who_does_not_take_it_is_named_and_the_agent_may_choose_again(
    world: World, ana: Caller, carla: Agent, how: str
) -> None:
    olga = world.ready("olga")
    carla.transfers("2", person="olga")
    if how == "rejects":
        olga.rejects()
    elif how == "lets it ring":
        world.wait(seconds=25)
    else:
        olga.closes_the_browser()
    seen = carla.sees().call
    assert seen
    assert seen.transfer is None
    assert seen.not_taken
    assert seen.not_taken.person == "Olga Sample"
    assert ana.talks_to == {"carla"}
    world.ready("selma")
    carla.transfers("supervisor", "urgent", "Newark, by Friday", person="selma")
    seen = carla.sees().call
    assert seen
    assert seen.not_taken is None


@pytest.mark.clause("A11")
def test_a_caller_who_asked_for_a_supervisor_gets_another_when_the_one_asked_for_does_not_answer(
    world: World, ana: Caller, carla: Agent
) -> None:
    selma = world.ready("selma")
    carla.transfers("supervisor", "caller_asked", "wants a supervisor", person="selma")
    selma.rejects()
    selma.is_ready()
    assert world.ringing == {"selma"}  # the only one there is, but not for her name any more
    selma.answers()
    carla.completes()
    assert ana.call.supervisor == "answered"


@pytest.mark.clause("A11")
def test_a_supervisor_who_was_only_consulted_has_not_answered_the_caller(
    world: World, ana: Caller, carla: Agent
) -> None:
    selma = world.ready("selma")
    carla.transfers("supervisor", "caller_asked", "wants a supervisor")
    selma.answers()
    carla.takes_back()
    assert ana.call.supervisor == "asked"
    assert ana.call.served_by == ("1",)


def test_a_colleague_who_is_rung_again_after_a_restart_is_not_waited_for_for_ever(
    world: World, ana: Caller, carla: Agent
) -> None:
    world.ready("olga")
    carla.transfers("2", person="olga")
    world.kill_and_restart()
    assert world.ringing == {"olga"}
    world.wait(seconds=40)
    assert ana.call.transfer is None
    assert ana.talks_to == {"carla"}


# ---- blind


@pytest.mark.clause("A10")
@pytest.mark.clause("B2.3")
def test_a_blind_transfer_frees_the_agent_at_once_and_the_caller_keeps_the_age(
    world: World, ana: Caller, carla: Agent
) -> None:
    since = ana.call.waiting_since
    carla.hands_on("2", reason="needs the case systems")
    assert carla.is_in("wrap_up")
    assert ana.hears == ["handed-on"]
    assert ana.call.waiting_since == since
    [handed] = ana.all(HandedOn)
    assert (handed.to, handed.trigger) == ("2", "unresolved")
    assert world.do(world.store.values([handed.reason])) == {handed.reason: "needs the case systems"}
    assert [left.agent for left in ana.all(AgentLeft)] == ["carla"]
    olga = world.ready("olga")
    shown = olga.sees().call
    assert shown
    assert shown.handed
    assert (shown.handed.by, shown.handed.reason) == ("Carla Sample", "needs the case systems")
    olga.answers()
    assert ana.talks_to == {"olga"}
    assert ana.call.served_by == ("1", "2")


@pytest.mark.clause("B3.1")
@pytest.mark.clause("B3.3")
def test_a_blind_transfer_climbs_by_the_same_rules(world: World, ana: Caller, carla: Agent) -> None:
    with pytest.raises(Refused, match="officer's reason"):
        carla.hands_on("2", "officer_judgement")
    with pytest.raises(Refused, match="say in a few words why"):
        carla.hands_on("2", reason=" ")
    olga, selma = world.ready("olga"), world.ready("selma")
    carla.hands_on("2")
    olga.answers()
    olga.hands_on("supervisor", "officer_judgement", "an unusual matter")
    selma.answers()
    assert ana.talks_to == {"selma"}


@pytest.mark.clause("A11")
def test_a_blind_transfer_because_the_caller_asked_puts_it_on_record(ana: Caller, carla: Agent) -> None:
    carla.hands_on("supervisor", "caller_asked", "wants a supervisor")
    assert [asked.by for asked in ana.all(SupervisorAsked)] == ["carla"]
    assert (ana.call.supervisor, ana.call.tier) == ("asked", "supervisor")


def test_the_colleague_who_was_chosen_comes_first_then_anyone_of_the_tier(
    world: World, ana: Caller, carla: Agent
) -> None:
    olga = world.ready("olga")
    other = world.dials(language="en", caller="+12025550112")
    other.chooses_a_person()
    colin = world.ready("colin")
    colin.answers()
    colin.hands_on("2")
    olga.answers()  # busy now, with the other caller
    carla.hands_on("2", person="olga")
    assert ana.call.meant_for
    world.wait(seconds=29)
    assert ana.call.phase == "waiting"
    olga.ends()
    olga.is_ready()
    assert world.ringing == {"olga"}


def test_a_colleague_who_was_chosen_and_does_not_take_it_leaves_the_caller_to_the_tier(
    world: World, ana: Caller, carla: Agent
) -> None:
    olga = world.ready("olga")
    carla.hands_on("2", person="olga")
    olga.rejects()
    assert ana.call.meant_for is None
    assert ana.call.phase == "waiting"
    olga.is_ready()
    assert world.ringing == {"olga"}


def test_nobody_is_handed_to_somebody_who_is_not_in_the_house(ana: Caller, carla: Agent) -> None:
    with pytest.raises(Refused, match="Olga Sample is not signed in"):
        carla.hands_on("2", person="olga")
    assert ana.talks_to == {"carla"}


def test_while_the_database_is_away_the_agent_still_has_the_caller(
    world: World, ana: Caller, carla: Agent
) -> None:
    world.store.away = True
    world.wait(seconds=2)
    with pytest.raises(Exception, match="database"):
        carla.hands_on("2")
    assert carla.is_in("talking")
    world.store.away = False
    world.wait(seconds=5)
    assert ana.talks_to == {"carla"}


@pytest.mark.parametrize("how", ["hands on", "gives back"])
def test_a_killed_process_leaves_the_caller_waiting_at_the_original_age(
    world: World, ana: Caller, carla: Agent, how: str
) -> None:
    since = ana.call.waiting_since
    if how == "hands on":
        carla.hands_on("2")
    else:
        carla.gives_back()
    world.kill_and_restart()
    ana.listens()
    assert ana.hears == "music"
    assert ana.call.waiting_since == since
    taker = world.ready("olga" if how == "hands on" else "colin")
    taker.answers()
    assert ana.talks_to == {taker.id}


# ---- back to the queue


@pytest.mark.clause("A6")
def test_a_caller_given_back_waits_for_the_same_tier_at_the_original_age_and_hears_so(
    world: World, ana: Caller, carla: Agent
) -> None:
    since = ana.call.waiting_since
    newer = world.dials(language="en", caller="+12025550112")
    newer.chooses_a_person()
    carla.gives_back("the headset is broken")
    assert ana.all(Heard)[-1].prompts == ("given-back",)
    [given] = ana.all(GivenBack)
    assert given.by == "carla"
    assert world.do(world.store.values([given.reason])) == {given.reason: "the headset is broken"}
    assert ana.call.waiting_since == since
    colin = world.ready("colin")
    colin.answers()
    assert ana.talks_to == {"colin"}
    assert newer.call.phase == "waiting"


@pytest.mark.clause("A11")
def test_nobody_is_moved_while_asked_whether_they_want_a_supervisor(ana: Caller, carla: Agent) -> None:
    ana.presses("*")
    with pytest.raises(Refused, match="just being asked"):
        carla.hands_on("2")
    with pytest.raises(Refused, match="just being asked"):
        carla.gives_back()
    ana.presses("1")
    assert ana.call.supervisor == "asked"


@pytest.mark.clause("A11")
def test_a_caller_who_asked_for_a_supervisor_is_given_back_to_supervisors(ana: Caller, carla: Agent) -> None:
    ana.presses("*1")
    carla.takes_back()
    carla.gives_back()
    assert [queued.tier for queued in ana.all(Queued)] == ["1", "supervisor"]
