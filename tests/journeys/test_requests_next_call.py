"""The caller's next call knows what was asked for before, what the office replied and what it asks; and what
the caller says to it reaches the office."""

import re
from collections.abc import Iterator
from contextlib import closing

import msgspec
import pytest

from tests.journeys.test_office_works_requests import at_its_office
from tests.journeys.test_privacy_accounting import MINE, asked_of, born
from tests.journeys.test_privacy_exporting import exported
from tests.journeys.test_requests_again import LATER, asked_before, hangs_up, kept, rings
from tests.journeys.test_verification_unit import (
    HUGO_PROTECTED,
    UNKNOWN,
    Handed,
    with_a_supervisor_who_is_not_cleared,
)
from tests.journeys.web import Browser, Web
from tests.journeys.world import Agent, World
from tierline.calls.service_events import CallerTold
from tierline.desk.refusal import NotFound, Refused
from tierline.desk.requests import telling, working
from tierline.desk.views.requests_of_case import RequestOfCase
from tierline.requests.events import ToldByCaller
from tierline.requests.request import ServiceRequest

QUESTION, ANSWER = "Is the address 12 Elm Street?", "It is 14 Elm Street."
REPLY = "We are tracing the card."


@pytest.fixture
def world() -> Iterator[World]:
    world = World()
    yield world
    world.close()


@pytest.fixture
def carla(world: World) -> Agent:
    return world.ready("carla")


def asked_back(world: World, carla: Agent) -> str:
    """The number of a request of an earlier call, replied to once; its office asks the caller."""
    number = asked_before(world, carla)
    clerk = at_its_office(world, number)
    world.do(working.take(world.center, clerk, number))
    world.do(working.reply(world.center, clerk, number, "initial", REPLY))
    world.do(working.ask_back(world.center, clerk, number, QUESTION))
    return number


def of_the_case(agent: Agent) -> list[RequestOfCase]:
    seen = agent.sees().call
    assert seen
    return list(seen.requests_of_case)


def tells(world: World, agent: Agent, number: str, said: str = ANSWER) -> None:
    agent._on_call(lambda call: telling.tell(world.center, call, agent.id, number, said))


def test_who_serves_the_next_call_sees_how_it_stands_and_what_the_office_asks(
    world: World, carla: Agent
) -> None:
    number = asked_back(world, carla)
    rings(world, carla)
    [request] = of_the_case(carla)
    assert (request.number, request.status, request.due is not None) == (number, "asked_back", True)
    assert request.question
    assert (request.question.shown, request.question.words) == (True, QUESTION)


def test_a_screen_that_shows_it_shows_at_once_what_its_office_does_with_it(
    world: World, carla: Agent
) -> None:
    number = asked_before(world, carla)
    rings(world, carla)
    browser = Web(world).signed_in("carla")
    assert [request["question"] for request in browser.sees()["call"]["requests_of_case"]] == [None]
    clerk = at_its_office(world, number)
    world.do(working.take(world.center, clerk, number))
    world.do(working.ask_back(world.center, clerk, number, QUESTION))
    [now] = browser.sees()["call"]["requests_of_case"]
    assert now["question"]["words"] == QUESTION


def test_tier_1_sees_that_an_office_replied_and_an_officer_what(world: World, carla: Agent) -> None:
    asked_back(world, carla)
    rings(world, carla)
    [to_carla] = of_the_case(carla)
    olga = world.ready("olga")
    carla.hands_on("2")
    olga.answers()
    [to_olga] = of_the_case(olga)
    assert [(r.stage, r.shown, r.words) for r in to_carla.replies] == [("initial", False, "")]
    assert [(r.stage, r.shown, r.words) for r in to_olga.replies] == [("initial", True, REPLY)]


def test_before_the_caller_is_verified_nobody_sees_any(world: World, carla: Agent) -> None:
    number = asked_back(world, carla)
    carla.is_ready()
    stranger = world.dials(language="en")
    stranger.chooses_a_person()
    carla.answers()
    assert of_the_case(carla) == []
    with pytest.raises(NotFound):
        tells(world, carla, number)
    carla.verifies("SRC2115022222", *born(world, "SRC2115022222"))
    assert of_the_case(carla) == []
    with pytest.raises(NotFound):
        tells(world, carla, number)


def test_what_the_caller_says_reaches_the_office_and_its_time_runs_again(world: World, carla: Agent) -> None:
    number = asked_back(world, carla)
    again = rings(world, carla)
    tells(world, carla, number)
    assert [(told.number, told.asked) for told in again.all(CallerTold)] == [(number, True)]
    request = kept(world, number)
    assert (request.status, request.calls) == ("open", (again.call_id,))
    assert request.pauses[-1].until
    clerk = Web(world).signed_in(at_its_office(world, number).user)
    last = clerk.get(f"/api/office/requests/{number}").json()["history"][-1]
    assert (last["who"], last["words"]) == ("Carla Sample", ANSWER)
    [now] = of_the_case(carla)
    assert (now.status, now.question) == ("open", None)


def test_what_is_sent_twice_is_written_down_once(world: World, carla: Agent) -> None:
    number = asked_back(world, carla)
    again = rings(world, carla)
    tells(world, carla, number)
    tells(world, carla, number, f" {ANSWER} ")
    assert len(again.all(CallerTold)) == 1
    tells(world, carla, number, "It is the second house.")
    assert len(again.all(CallerTold)) == 2


def test_nothing_that_the_caller_says_is_in_an_event(world: World, carla: Agent) -> None:
    number = asked_back(world, carla)
    again = rings(world, carla)
    tells(world, carla, number)
    every = (again.events, world.do(world.store.request_history(number)))
    assert ANSWER not in msgspec.json.encode(every).decode()


def test_something_new_is_written_down_too_and_opens_what_was_answered(world: World, carla: Agent) -> None:
    number = asked_before(world, carla)
    clerk = at_its_office(world, number)
    world.do(working.take(world.center, clerk, number))
    world.do(working.reply(world.center, clerk, number, "final", "It was sent on."))
    again = rings(world, carla)
    assert [request.answered_at is not None for request in of_the_case(carla)] == [True]
    tells(world, carla, number, "It did not come.")
    assert [told.asked for told in again.all(CallerTold)] == [False]
    assert kept(world, number).status == "open"


def test_without_a_word_nothing_is_written_down(world: World, carla: Agent) -> None:
    number = asked_back(world, carla)
    rings(world, carla)
    with pytest.raises(Refused, match="write what the caller says"):
        tells(world, carla, number, "  ")
    assert kept(world, number).status == "asked_back"


def test_an_office_that_changed_it_first_is_not_written_over(
    world: World, carla: Agent, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = asked_back(world, carla)
    rings(world, carla)
    find, clerk = world.store.requests_about, at_its_office(world, number)

    async def found_and_then_put_back(receipt: str) -> list[ServiceRequest]:
        found = list(await find(receipt))
        await working.put_back(world.center, clerk, number)
        return found

    monkeypatch.setattr(world.store, "requests_about", found_and_then_put_back)
    with pytest.raises(Refused, match="somebody else has just changed this request"):
        tells(world, carla, number)


def test_who_looked_at_it_and_what_was_told_to_the_office_are_in_the_accounting_and_the_copy(
    world: World, carla: Agent
) -> None:
    number = asked_back(world, carla)
    again = rings(world, carla)
    of_the_case(carla)
    tells(world, carla, number)
    found = asked_of(world, "receipt", MINE)
    seen = {
        fact for told in found if told.nature == "seen" and told.call == again.call_id for fact in told.facts
    }
    assert {"requests", "office_question"} <= seen
    assert "office_reply" not in seen
    assert [told.facts for told in found if told.of == number][-1] == ("words",)
    hangs_up(world, again)
    first, second = exported(world, "receipt", MINE).calls
    assert {REPLY, QUESTION} <= {value.value for value in first.values}
    assert ANSWER in {value.value for value in second.values}


@pytest.fixture
def served(world: World, carla: Agent) -> tuple[str, Browser]:
    number = asked_back(world, carla)
    rings(world, carla)
    return number, Web(world).signed_in("carla")


def test_it_is_written_down_over_the_web_and_shown_as_it_stands_then(
    world: World, served: tuple[str, Browser]
) -> None:
    number, browser = served
    at_hand = browser.at_hand()
    answer = browser.post(f"{at_hand}/requests/{number}/told", {"said": ANSWER})
    assert [request["status"] for request in answer.json()["requests_of_case"]] == ["open"]
    assert browser.post(f"{at_hand}/requests/R000-000-000/told", {"said": ANSWER}).status_code == 404
    other = Web(world).signed_in("colin")
    assert other.post(f"{at_hand}/requests/{number}/told", {"said": ANSWER}).status_code == 404


@pytest.mark.parametrize("told", [False, True])
def test_of_a_protected_case_nobody_who_is_not_cleared_learns_that_there_is_a_request(told: bool) -> None:
    agency = with_a_supervisor_who_is_not_cleared()
    with closing(World(agency=agency)) as world, closing(World(agency=agency)) as other:
        protected = Handed(world, HUGO_PROTECTED, done=told, told=told)
        unknown = Handed(other, UNKNOWN)
        assert bool(protected.caller.all(CallerTold)) == told
        assert protected.seen() == unknown.seen()
        assert protected.look_ups() == unknown.look_ups()


def test_the_ivr_says_that_the_office_has_asked_something_and_not_what(world: World, carla: Agent) -> None:
    number = asked_back(world, carla)
    ana = world.dials(language="en")
    ana.presses(f"6 3 {re.sub(r'[^0-9]', '', number)}")
    assert "request-asked-back" in ana.hears_now


def test_what_was_handed_in_again_and_told_is_one_history(world: World, carla: Agent) -> None:
    number = asked_back(world, carla)
    rings(world, carla)
    tells(world, carla, number)
    carla.submits("non-receipt-card", key="second", **LATER)
    history = world.do(world.store.request_history(number))
    assert isinstance(history[-2].event, ToldByCaller)
    assert kept(world, number).every_call == (kept(world, number).call, carla.state.call)
