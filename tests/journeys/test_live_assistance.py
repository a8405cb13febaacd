"""Queues, presentations and conversations."""

from datetime import date, timedelta

import pytest

from tests.journeys.world import Caller, World
from tierline.calls.events import (
    AgentLost,
    Answered,
    Ended,
    PickedUpAgain,
    PositionTold,
    Presented,
    Queued,
    Unanswered,
)


@pytest.fixture
def waiting(world: World) -> Caller:
    ana = world.dials(language="es")
    ana.chooses_a_person()
    return ana


@pytest.mark.clause("A5")
@pytest.mark.clause("B2.2")
def test_a_waiting_caller_hears_music_and_their_position(world: World, waiting: Caller) -> None:
    heard: list[object] = [waiting.hears]
    for _ in range(2):
        waiting.listens()
        heard.append(waiting.hears)
    assert heard == [["connecting"], ["position"], "music"]
    assert [told.position for told in waiting.all(PositionTold)] == [1]
    world.wait(seconds=46)
    assert [told.position for told in waiting.all(PositionTold)] == [1, 1]


@pytest.mark.clause("A6")
@pytest.mark.clause("B2.2")
def test_the_first_person_is_the_longest_idle_csr_who_speaks_the_language(world: World) -> None:
    world.ready("selma")
    world.ready("olga")
    world.ready("colin")  # English only
    world.wait(seconds=5)
    carla = world.ready("carla")
    ana = world.dials(language="es")
    ana.chooses_a_person()
    assert world.ringing == {"carla"}
    carla.answers()
    assert ana.talks_to == {"carla"}
    assert [answered.tier for answered in ana.all(Answered)] == ["1"]


def test_of_two_the_longer_idle_is_rung(world: World) -> None:
    world.ready("carla")
    world.wait(seconds=5)
    world.ready("colin")
    ana = world.dials(language="en")
    ana.chooses_a_person()
    assert world.ringing == {"carla"}
    assert "longest idle of 2" in ana.all(Presented)[0].because


@pytest.mark.parametrize(
    ("what", "outcome"), [("rejects", "rejected"), ("lets it ring", "timed_out"), ("is gone", "failed")]
)
def test_a_presentation_that_is_not_answered_gives_the_caller_back_at_the_original_age(
    world: World, waiting: Caller, what: str, outcome: str
) -> None:
    since = waiting.call.waiting_since
    world.wait(minutes=4)
    carla = world.agent("carla")
    if what == "is gone":
        world.switch.phones.discard("carla")
    carla.is_ready()
    if what == "rejects":
        carla.rejects()
    elif what == "lets it ring":
        world.wait(seconds=21)
    assert [unanswered.outcome for unanswered in waiting.all(Unanswered)] == [outcome]
    assert (waiting.call.phase, waiting.call.waiting_since) == ("waiting", since)
    assert carla.is_in("not_ready")
    assert not world.ringing


def test_an_agent_whose_browser_closes_leaves_the_caller_in_the_queue_at_the_original_age(
    world: World, waiting: Caller
) -> None:
    since = waiting.call.waiting_since
    carla = world.ready("carla")
    carla.answers()
    world.wait(minutes=3)
    carla.closes_the_browser()
    assert waiting.hears == ["agent-lost"]
    assert (waiting.call.phase, waiting.call.waiting_since) == ("waiting", since)
    assert [(lost.agent, lost.alone) for lost in waiting.all(AgentLost)] == [("carla", True)]
    later = world.dials(language="es")
    later.chooses_a_person()
    olga = world.ready("carla")
    olga.answers()
    assert waiting.talks_to == {"carla"}


def test_a_caller_on_hold_hears_music_and_comes_back(world: World, waiting: Caller) -> None:
    carla = world.ready("carla")
    carla.answers()
    carla.holds()
    assert waiting.hears == "music"
    carla.resumes()
    assert waiting.talks_to == {"carla"}


def test_ending_a_call_leaves_nothing_and_gives_time_to_wrap_up(world: World, waiting: Caller) -> None:
    carla = world.ready("carla")
    carla.answers()
    carla.ends()
    assert (world.switch.legs, world.switch.rooms) == (set(), {})
    assert waiting.call.ending == "agent_ended"
    assert carla.is_in("wrap_up")
    world.wait(seconds=31)
    assert carla.is_in("ready")


STAGES = [
    "welcome",
    "menu",
    "receipt",
    "birth-date",
    "waiting",
    "ringing",
    "talking",
    "seeking",
    "consulting",
]


@pytest.mark.parametrize("stage", STAGES)
def test_a_caller_may_hang_up_at_any_step_and_nothing_is_left(world: World, stage: str) -> None:
    carla, olga = world.agent("carla"), world.agent("olga")
    ana = world.dials()
    nth = STAGES.index(stage)
    if nth >= 1:
        ana.presses("1")
    if nth in (2, 3):
        ana.presses("1")
    if nth == 3:
        ana.presses("3222190012345")
    if nth >= 4:
        ana.chooses_a_person()
    if nth >= 5:
        carla.is_ready()
    if nth >= 6:
        carla.answers()
    if nth >= 7:
        carla.transfers("2")
    if nth >= 8:
        olga.is_ready()
        olga.answers()
    ana.hangs_up()
    assert [ended.how for ended in ana.all(Ended)] == ["caller_hung_up"]
    assert (world.switch.legs, world.switch.rooms, world.center.calls) == (set(), {}, {})
    world.wait(minutes=2)
    assert {carla.state.name, olga.state.name} <= {"ready", "not_ready"}


def test_a_killed_process_picks_up_callers_where_they_were(world: World, waiting: Caller) -> None:
    in_the_menu = world.dials(language="en")
    carla = world.ready("carla")
    carla.answers()
    behind = world.dials(language="es")
    behind.chooses_a_person()
    behind.listens()
    since = behind.call.waiting_since
    world.kill_and_restart()
    assert waiting.talks_to == {"carla"}
    assert in_the_menu.hears == ["main-menu", "keys-everywhere"]
    assert (behind.call.phase, behind.call.waiting_since) == ("waiting", since)
    assert all(len(who.all(PickedUpAgain)) == 1 for who in (waiting, in_the_menu, behind))
    carla.ends()
    assert waiting.call.ending == "agent_ended"


def test_who_rang_while_no_process_of_ours_ran_ages_as_anyone_from_asking_for_a_person(world: World) -> None:
    leg = world.switch.caller_dials("+18005550100", "+12025550111")
    world.kill_and_restart(timedelta(minutes=4))
    ana = Caller(world, leg)
    ana.presses("1")
    world.wait(minutes=2)
    ana.chooses_a_person()
    assert ana.call.waiting_since == world.clock.now()


def test_callers_who_hung_up_while_no_process_of_ours_ran_are_ended(world: World, waiting: Caller) -> None:
    world.switch.app_restarts()
    world.switch.caller_hangs_up(waiting.leg)
    world.kill_and_restart()
    assert waiting.call.phase == "ended"
    assert not world.center.calls


def test_nobody_is_rung_before_all_callers_are_known_to_be_there(world: World, waiting: Caller) -> None:
    colin = world.ready("colin")
    talking = world.dials(language="en")
    talking.chooses_a_person()
    colin.answers()
    behind, last = (world.dials(language="es") for _ in range(2))
    for who in (behind, last):
        world.wait(seconds=5)
        who.chooses_a_person()
    world.ready("carla")
    world.switch.app_restarts()
    for who in (waiting, behind):
        world.switch.caller_hangs_up(who.leg)
    world.switch.agent_phone_lost(colin.id)
    world.kill_and_restart()
    assert [rung.agent for rung in waiting.all(Presented)] == ["carla"]
    assert talking.call.phase == "waiting"
    assert behind.all(Presented) == []
    assert [rung.agent for rung in last.all(Presented)] == ["carla"]


def test_the_engine_dies_and_its_calls_end_as_engine_lost(world: World, waiting: Caller) -> None:
    carla = world.ready("carla")
    carla.answers()
    world.switch.engine_dies()
    world.switch.engine_returns()
    world.settle()
    assert waiting.call.ending == "engine_lost"
    assert carla.is_in("wrap_up")
    again = world.dials(language="en")
    assert again.hears == ["main-menu", "keys-everywhere"]


def test_a_verified_caller_goes_on_verified_after_an_agent_is_lost(world: World, waiting: Caller) -> None:
    carla = world.ready("carla")
    carla.answers()
    carla.verifies("EAC2190012345", "sample applicant ANÁ", date(1985, 4, 12))
    assert waiting.call.verification == "basic"
    carla.closes_the_browser()
    assert waiting.call.verification == "basic"
    assert [queued.tier for queued in waiting.all(Queued)] == ["1", "1"]


def test_a_caller_who_hangs_up_before_the_answer_is_on_record_and_ended(world: World) -> None:
    leg = world.switch.caller_dials("+18005550100", None)
    world.switch.caller_hangs_up(leg)
    world.settle()
    (call,) = world.do(world.store.recent_calls(10))
    assert (call.ending, world.center.calls, world.center.legs) == ("caller_hung_up", {}, {})
