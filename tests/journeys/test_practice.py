"""A trainee takes a practice call from beginning to end, with the screen and the controls of a real one."""

from datetime import date

import pytest

from tests.journeys.practising import CARLA, CASE, events, kept, trainee
from tests.journeys.world import World
from tierline.calls.events import Answered, Arrived, Ended, Presented, Queued
from tierline.calls.practice import CallerSpoke, Pretended
from tierline.desk.refusal import NotFound, Refused
from tierline.practice.debrief import debrief

LINES = 6
"""Of the case."""


def test_the_phone_rings_and_the_simulated_caller_speaks_when_they_were_greeted(world: World) -> None:
    carla = trainee(world)
    carla.goes_into_practice()
    call = carla.begins()
    assert world.ringing == {"carla"}
    carla.answers()
    assert CallerSpoke(1) not in events(world, call)
    carla.greets()
    assert carla.is_told == "Hello. My new green card was mailed more than a month ago, and it has not come."
    assert carla.hears == {"caller"}


def test_a_caller_waits_no_longer_to_be_greeted_whatever_the_agent_does_meanwhile(world: World) -> None:
    carla = trainee(world)
    carla.goes_into_practice()
    carla.begins()
    carla.answers()
    world.wait(seconds=2)
    carla.mutes()
    carla.mutes(False)
    world.wait(seconds=1)
    assert (carla.is_told or "").startswith("Hello.")


def test_a_practice_call_is_marked_from_its_first_event(world: World) -> None:
    call = trainee(world).is_in_a_practice_call()
    first = events(world, call)[0]
    assert isinstance(first, Arrived)
    assert first.practice
    assert (first.practice.agent, first.practice.case) == ("carla", CASE)


def test_the_screen_shows_what_a_real_caller_would_have_chosen_and_keyed(world: World) -> None:
    carla = trainee(world)
    carla.is_in_a_practice_call()
    seen = carla.sees().call
    assert seen
    assert seen.path == ("Case status",)
    assert [(keyed.kind, keyed.value) for keyed in seen.keyed] == [("receipt", "LIN2190900101")]
    assert seen.scripts[0].id == "case-status"


def test_the_caller_goes_on_by_themselves_after_a_pause(world: World) -> None:
    carla = trainee(world)
    call = carla.is_in_a_practice_call()
    world.wait(seconds=1)
    assert carla.is_told is None
    world.wait(seconds=25)
    assert "receipt number" in (carla.is_told or "")
    for _ in range(LINES):
        world.wait(seconds=61)
    assert [e.line for e in events(world, call) if isinstance(e, CallerSpoke)] == [1, 2, 3, 4, 5, 6]
    assert carla.is_told is None


def test_the_agent_has_the_caller_go_on_at_once(world: World) -> None:
    carla = trainee(world)
    carla.is_in_a_practice_call()
    carla.has_the_caller_go_on()
    assert "receipt number" in (carla.is_told or "")
    world.wait(seconds=24)
    assert carla.call.practice
    assert carla.call.practice.said == 2


def test_a_caller_on_hold_waits_with_what_they_want_to_say(world: World) -> None:
    carla = trainee(world)
    carla.is_in_a_practice_call()
    carla.holds()
    world.wait(minutes=2)
    assert carla.call.practice
    assert carla.call.practice.said == 1
    with pytest.raises(Refused, match="on hold"):
        carla.has_the_caller_go_on()
    carla.resumes()
    world.wait(seconds=6)
    assert carla.call.practice.said == 2
    assert carla.hears == {"caller"}


def test_good_handling_is_as_expected_in_the_debrief(world: World) -> None:
    carla = trainee(world)
    call = carla.is_in_a_practice_call()
    carla.verifies("LIN2190900101", "Sample Trainee Paula", date(1988, 3, 14))
    carla.presents(CASE)
    carla.submits("non-receipt-card", sent_on="2026-10-01", address_checked="yes")
    carla.ends()
    carla.disposes("request-made")
    practice = kept(world, call).practice
    assert practice
    history = world.do(world.store.timeline(call))
    compared = debrief(practice.expected, history)
    assert len(compared) == 4
    assert all(point.as_expected for point in compared)


def test_what_was_left_out_and_what_was_done_besides_are_told_apart(world: World) -> None:
    carla = trainee(world)
    call = carla.is_in_a_practice_call()
    carla.presents("no-information")
    carla.ends()
    carla.disposes("answered")
    practice = kept(world, call).practice
    assert practice
    compared = debrief(practice.expected, world.do(world.store.timeline(call)))
    missed = [(c.point, c.of) for c in compared if c.expected and not c.done]
    assert missed == [
        ("verification", ""),
        ("script", CASE),
        ("request", "non-receipt-card"),
        ("disposition", "request-made"),
    ]
    besides = [(c.point, c.of) for c in compared if not c.expected]
    assert besides == [("script", "no-information"), ("disposition", "answered")]


def test_wrap_up_ends_in_practice_and_the_next_case_can_begin(world: World) -> None:
    carla = trainee(world)
    carla.is_in_a_practice_call()
    carla.ends()
    assert carla.is_in("wrap_up")
    carla.is_ready()  # early, as after a real call
    assert (carla.state.name, carla.state.reason) == ("not_ready", "practice")
    carla.is_in_practice_again("change-of-address")
    assert (carla.is_told or "").startswith("Buenos días")


def test_a_practice_call_that_is_not_answered_is_over_and_counts_for_nothing(world: World) -> None:
    carla = trainee(world)
    carla.goes_into_practice()
    call = carla.begins()
    carla.rejects()
    assert kept(world, call).ending == "practice_over"
    again = carla.begins()
    world.wait(minutes=2)
    assert kept(world, again).ending == "practice_over"
    assert (carla.state.name, carla.state.reason) == ("not_ready", "practice")
    assert carla.sees().missed.counts == {}
    assert world.switch.legs == set()


def test_a_practice_call_was_never_in_a_line(world: World) -> None:
    call = trainee(world).is_in_a_practice_call()
    kinds = [type(event) for event in events(world, call)]
    assert kinds.index(Presented) == kinds.index(Queued) + 1
    assert Answered in kinds


def test_only_cases_of_the_agents_own_tier_can_be_practised(world: World) -> None:
    carla = trainee(world)
    carla.goes_into_practice()
    with pytest.raises(NotFound):
        carla.begins("misprinted-name")
    olga = trainee(world, "olga")
    olga.is_in_a_practice_call("misprinted-name")
    assert (olga.is_told or "").startswith("Hello. The representative")
    with pytest.raises(Refused, match="no practice cases for your tier"):
        trainee(world, "selma").goes_into_practice()


def test_a_second_call_is_refused_while_there_is_one(world: World) -> None:
    carla = trainee(world)
    carla.is_in_a_practice_call()
    with pytest.raises(Refused, match="you are in a practice call"):
        carla.begins()
    with pytest.raises(Refused, match="you are in a practice call"):
        carla.leaves_practice()


def test_an_agent_in_a_call_does_not_go_into_practice(world: World) -> None:
    carla = trainee(world)
    with pytest.raises(Refused, match="go into practice first"):
        carla.begins()
    carla.is_ready()
    ana = world.dials(language="en")
    ana.chooses_a_person()
    carla.answers()
    with pytest.raises(Refused, match="you are in a call"):
        carla.goes_into_practice()


def test_a_transfer_is_noted_and_the_agent_ends_the_call(world: World) -> None:
    carla = trainee(world)
    call = carla.is_in_a_practice_call("an-officer-is-needed")
    world.ready("olga")
    carla.transfers("2")
    assert world.ringing == set()
    assert Pretended(CARLA, "transfer", "2") in events(world, call)
    carla.ends()
    assert Ended("agent_ended", "talking") in events(world, call)
