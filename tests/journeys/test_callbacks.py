"""A caller hangs up on a promise, keeps the place in line, and is called back."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import get_args

import pytest

from tests.journeys.callbacks import (
    hears_it_out,
    is_promised,
    is_promised_in_the_flow,
    next_window,
    picks_up,
    promised_calls,
)
from tests.journeys.world import Caller, World
from tierline.calls import callback_events as cb
from tierline.calls.events import Heard, PositionTold
from tierline.calls.names import Tier
from tierline.desk.refusal import Refused

AT_NIGHT = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)
"""23:00 in New York, on a Monday."""


@pytest.fixture
def at_night() -> Iterator[World]:
    world = World(AT_NIGHT)
    yield world
    world.close()


def test_the_caller_hears_what_was_promised_and_the_call_waits_on_without_a_leg(world: World) -> None:
    ana = world.dials(language="en")
    is_promised(world, ana)
    assert ana.hears == ["callback-promised", "good-bye"]
    assert not world.switch.dialled
    hears_it_out(world, ana)
    assert promised_calls(world) == [ana.call]


def test_a_caller_who_hangs_up_during_the_good_bye_is_promised_all_the_same(world: World) -> None:
    ana = world.dials(language="en")
    is_promised(world, ana)
    ana.hangs_up()
    assert promised_calls(world) == [ana.call]


def test_the_agent_is_rung_first_and_then_the_caller_who_chooses_to_be_connected(
    world: World, promised: Caller
) -> None:
    carla = world.ready("carla")
    assert world.switch.shown(world.switch.ringing["carla"]) == "callback en"
    carla.answers()
    (leg,) = world.switch.dialled.values()
    assert world.switch.shown(leg) == world.center.agency.profile.numbers[0]
    at_home = picks_up(world)
    assert at_home.hears == ["callback-greeting", "recording-callback"]
    at_home.presses("1")
    assert at_home.talks_to == {"carla"}
    assert carla.is_in("talking")
    assert promised.call.phase == "talking"
    carla.ends()
    assert promised.call.ending == "agent_ended"
    assert carla.is_in("wrap_up")
    assert not world.switch.legs


def test_nobody_is_rung_while_the_caller_still_hears_the_good_bye(world: World) -> None:
    world.ready("carla")
    ana = world.dials(language="en")
    is_promised(world, ana)
    assert world.ringing == set()
    ana.listens()
    assert world.ringing == {"carla"}


def test_whoever_answers_is_told_nothing_and_verified_anew(world: World) -> None:
    ana = world.dials(language="en")
    ana.presses("1" + "3222190012345" + "04121985")
    assert ana.call.verification == "basic"
    is_promised(world, ana)
    ana.listens()
    carla = world.ready("carla")
    carla.answers()
    at_home = picks_up(world)
    assert ana.all(Heard)[-1].prompts == ("callback-greeting", "recording-callback")
    at_home.presses("1")
    assert (ana.call.verification, ana.call.matter) == ("none", None)
    assert ana.call.entered("receipt")
    assert ana.call.path == ("case-status",)


@pytest.mark.clause("B2.2")
def test_in_a_queue_of_five_the_place_and_the_age_are_kept_through_a_killed_process(world: World) -> None:
    waiting = []
    for _ in range(5):
        caller = world.dials(language="en")
        caller.chooses_a_person()
        waiting.append(caller)
        world.wait(minutes=1)
    third, since = waiting[2], waiting[2].call.waiting_since
    third.presses("1")  # what the line offers
    is_promised(world, third)
    third.listens()
    world.kill_and_restart()
    assert third.call.waiting_since == since
    world.wait(minutes=1)
    assert [c.all(PositionTold)[-1].position for c in waiting if c is not third] == [1, 2, 4, 5]
    carla = world.ready("carla")
    for caller in waiting[:2]:
        carla.answers()
        assert caller.talks_to == {"carla"}
        carla.ends()
        carla.is_ready()
    assert third.call.phase == "presented"
    carla.answers()
    at_home = picks_up(world)
    at_home.presses("1")
    assert at_home.talks_to == {"carla"}
    assert (third.call.waiting_since, third.all(cb.CallbackDialled)[0].attempt) == (since, 1)


def test_a_caller_is_promised_one_in_the_flow_alone(world: World) -> None:
    carla = world.ready("carla")
    ana = world.dials(language="en")
    ana.chooses_a_person()
    with pytest.raises(Refused, match="not in the flow"):
        is_promised(world, ana)
    carla.answers()
    with pytest.raises(Refused, match="not in the flow"):
        is_promised(world, ana)
    assert ana.talks_to == {"carla"}


@pytest.mark.parametrize("tier", get_args(Tier))
def test_a_caller_at_night_is_called_in_the_morning(at_night: World, tier: Tier) -> None:
    ana = at_night.dials(language="es")
    is_promised(at_night, ana, tier=tier)
    hears_it_out(at_night, ana)
    at_night.wait(minutes=9 * 60 + 5)
    agent = at_night.ready({"1": "carla", "2": "olga", "supervisor": "selma"}[tier])
    agent.answers()
    at_home = picks_up(at_night)
    assert at_home.hears_language == {"es"}
    at_home.presses("1")
    assert at_home.talks_to == {agent.id}


def test_a_window_lets_others_pass_until_it_begins_and_then_the_old_age_counts(world: World) -> None:
    carla = world.agent("carla")
    world.wait(minutes=5)
    ana = world.dials(language="en")
    window = next_window(world)
    is_promised(world, ana, window=window)
    assert ana.hears == ["callback-promised-window", "good-bye"]
    ana.listens()
    bo = world.dials(language="en")
    bo.chooses_a_person()
    bo.listens()
    assert bo.all(PositionTold)[-1].position == 1
    carla.is_ready()
    carla.answers()
    carla.ends()
    carla.is_ready()
    assert world.ringing == set()
    carla.goes_to_lunch()
    world.wait(minutes=1)
    dora = world.dials(language="en")
    dora.chooses_a_person()
    world.wait(seconds=(window[0] - world.clock.now()).total_seconds() - 1)
    assert next(q for q in carla.sees().queues if q.tier == "1").waiting == 1
    world.wait(seconds=1)
    carla.is_ready()
    assert [ana.call.phase, dora.call.phase] == ["presented", "waiting"]


@pytest.mark.parametrize("number", ["911", "+19005550123", "visitor-1", "+525555123456", "+18005550100"])
def test_a_number_that_may_not_be_rung_is_refused_before_anything_is_promised(
    world: World, number: str
) -> None:
    ana = world.dials(language="en")
    with pytest.raises(Refused, match="another"):
        is_promised(world, ana, number=number)
    assert ana.call.phase == "ivr"


@pytest.mark.clause("A11")
def test_a_caller_who_asks_for_a_supervisor_during_the_good_bye_stays_and_waits_for_one(world: World) -> None:
    ana = world.dials(language="en")
    is_promised(world, ana)
    ana.presses("*1")
    assert (ana.call.phase, ana.call.tier, ana.call.promise) == ("waiting", "supervisor", None)
    world.ready("selma").answers()
    assert ana.talks_to == {"selma"}


def test_a_caller_who_does_not_confirm_the_supervisor_hears_the_good_bye_again(world: World) -> None:
    ana = world.dials(language="en")
    is_promised(world, ana)
    ana.presses("*5")
    assert ana.hears == ["callback-promised", "good-bye"]
    hears_it_out(world, ana)


def test_a_caller_who_rings_again_meanwhile_is_a_call_of_its_own(world: World, promised: Caller) -> None:
    again = world.dials(language="en")
    again.hangs_up()
    assert (again.call.ending, promised.call.phase) == ("caller_hung_up", "promised")


def test_a_person_at_a_trial_phone_is_called_back_there(world: World) -> None:
    world.do(world.switch.sign_in("visitor-1", "visitor"))
    leg = world.switch.caller_dials("+18005550100", None, "visitor-1")
    world.settle()
    ana = Caller(world, leg)
    ana.presses("1")
    is_promised(world, ana)
    ana.listens()
    world.ready("carla").answers()
    assert world.ringing == {"visitor-1"}
    assert not world.switch.dialled


def test_promises_are_seen_in_the_queues_and_on_the_agents_card(world: World, promised: Caller) -> None:
    world.wait(minutes=2)
    carla = world.ready("carla")
    view = carla.sees()
    tier_1 = next(queue for queue in view.queues if queue.tier == "1")
    assert (tier_1.callbacks, tier_1.oldest_callback) == (1, promised.call.waiting_since)
    assert view.call
    assert view.call.callback
    assert world.clock.now() - view.call.callback.promised_at == timedelta(minutes=2)
    carla.answers()
    calling = carla.sees().call
    assert calling
    assert (calling.role, calling.phase) == ("reserved", "calling_back")


def test_a_caller_with_a_promise_may_go_on_in_the_menus_and_hang_up_when_they_like(world: World) -> None:
    world.ready("carla")
    ana = world.dials(language="en")
    is_promised_in_the_flow(world, ana)
    ana.presses("2")
    assert "hours-open" in ana.all(Heard)[-1].prompts
    assert world.ringing == set()
    ana.hangs_up()
    assert world.ringing == {"carla"}


def test_a_caller_with_a_promise_who_chooses_a_person_waits_on_the_line(world: World) -> None:
    ana = world.dials(language="en")
    is_promised_in_the_flow(world, ana)
    promised_at = ana.call.waiting_since
    ana.chooses_a_person()
    assert (ana.call.phase, ana.call.promise, ana.call.waiting_since) == ("waiting", None, promised_at)


def test_the_good_bye_of_the_flow_ends_the_leg_and_not_a_promised_call(at_night: World) -> None:
    ana = at_night.dials(language="en")
    is_promised_in_the_flow(at_night, ana)
    ana.chooses_a_person()
    at_night.wait(seconds=10)
    at_night.wait(seconds=10)
    assert ana.hears == ["good-bye"]
    hears_it_out(at_night, ana)
    assert promised_calls(at_night) == [ana.call]


def test_a_second_promise_takes_the_place_of_the_first_at_the_age_of_the_first(world: World) -> None:
    ana = world.dials(language="en")
    is_promised_in_the_flow(world, ana)
    since = ana.call.waiting_since
    world.wait(seconds=5)
    is_promised(world, ana, number="+12025550145")
    ana.listens()
    assert ana.call.waiting_since == since
    world.ready("carla").answers()
    assert set(world.switch.dialled) == {"+12025550145"}
