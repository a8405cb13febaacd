"""The same matter handed in again, by whoever the caller speaks to, is added to the request that there is."""

import asyncio
from collections.abc import Iterator
from datetime import date

import pytest
from msgspec.structs import replace

from tests.journeys.test_office_works_requests import at_its_office
from tests.journeys.test_privacy_accounting import MINE, asked_of, born
from tests.journeys.test_privacy_exporting import exported
from tests.journeys.web import Web
from tests.journeys.world import Agent, Caller, World
from tierline.calls.events import Heard
from tierline.calls.service_events import RequestCreated, RequestFollowedUp
from tierline.desk import requesting
from tierline.desk.refusal import Refused
from tierline.desk.requests import working
from tierline.requests.events import Submitted
from tierline.requests.request import ServiceRequest

CARD, FIRST = "non-receipt-card", {"sent_on": "2026-10-01", "address_checked": "no"}
LATER = {"sent_on": "2026-10-01", "address_checked": "yes"}
BORN = date(1985, 4, 12)


@pytest.fixture
def world() -> Iterator[World]:
    world = World()
    yield world
    world.close()


@pytest.fixture
def carla(world: World) -> Agent:
    return world.ready("carla")


def rings(world: World, agent: Agent, receipt: str = MINE) -> Caller:
    """A caller whom the agent has verified."""
    agent.is_ready()
    ana = world.dials(language="en")
    ana.chooses_a_person()
    agent.answers()
    agent.verifies(receipt, *born(world, receipt))
    return ana


def asked_before(world: World, carla: Agent, kind: str = CARD, **facts: str) -> str:
    """The number of a request that a caller made who has hung up since."""
    ana = rings(world, carla)
    carla.submits(kind, key="first", **(facts or FIRST))
    hangs_up(world, ana)
    [number] = ana.call.requests
    return number


def hangs_up(world: World, caller: Caller) -> None:
    world.switch.caller_hangs_up(caller.leg)
    world.settle()
    world.wait(minutes=10)


def kept(world: World, number: str) -> ServiceRequest:
    request = world.do(world.store.request(number))
    assert request
    return request


def words(world: World, request: ServiceRequest) -> dict[str, str]:
    values = world.do(world.store.values(list(request.facts.values())))
    return {fact: values[ref] for fact, ref in request.facts.items()}


def test_the_next_call_about_the_same_matter_follows_the_request_up_under_its_number(
    world: World, carla: Agent
) -> None:
    number = asked_before(world, carla)
    again = rings(world, carla)
    carla.submits(CARD, key="second", **LATER)
    [followed] = again.all(RequestFollowedUp)
    assert (followed.number, followed.facts) == (number, ("sent_on", "address_checked"))
    assert not again.all(RequestCreated)
    assert again.call.requests == (number,)
    assert "confirmation-number" in again.all(Heard)[-1].prompts
    request = kept(world, number)
    assert (request.status, request.calls) == ("open", (again.call_id,))
    assert words(world, request) == LATER


def test_its_office_reads_that_it_came_again_and_what_was_said(world: World, carla: Agent) -> None:
    number = asked_before(world, carla)
    rings(world, carla)
    carla.submits(CARD, key="second", **LATER)
    clerk = Web(world).signed_in(at_its_office(world, number).user)
    shown = clerk.get(f"/api/office/requests/{number}").json()
    assert shown["history"][-1]["what"]["template"] == "The caller handed the same matter in again"
    assert [fact["value"] for fact in shown["facts"] if fact["name"] == "address_checked"] == ["yes"]


def test_the_one_who_serves_sees_that_it_is_the_request_of_before(world: World, carla: Agent) -> None:
    number = asked_before(world, carla)
    rings(world, carla)
    carla.submits(CARD, key="second", **LATER)
    seen = carla.sees().call
    assert seen
    [shown] = seen.requests
    assert (shown.number, shown.followed_up, shown.made_at) == (number, True, kept(world, number).created_at)


def test_a_retried_form_follows_it_up_once(world: World, carla: Agent) -> None:
    number = asked_before(world, carla)
    again = rings(world, carla)
    for _ in range(2):
        carla.submits(CARD, key="second", **LATER)
    assert len(again.all(RequestFollowedUp)) == 1
    history = world.do(world.store.request_history(number))
    assert len([r for r in history if isinstance(r.event, Submitted)]) == 1


def test_what_the_ivr_was_told_is_followed_up_by_a_person_and_the_other_way_round(
    world: World, carla: Agent
) -> None:
    by_keypad = "6 1 3222190012345 04121985 1 09282026 1"
    ana = world.dials(language="en")
    ana.presses(by_keypad)
    hangs_up(world, ana)
    [number] = ana.call.requests
    again = rings(world, carla)
    carla.submits(CARD, key="second", **LATER)
    assert again.call.requests == (number,)
    hangs_up(world, again)
    third = world.dials(language="en")
    third.presses(by_keypad)
    assert (third.call.requests, bool(third.all(RequestCreated))) == ((number,), False)
    assert "request-exists" in third.hears_now


def test_a_case_that_is_protected_meanwhile_has_no_request_for_the_ivr(world: World, carla: Agent) -> None:
    asked_before(world, carla)
    ana = world.dials(language="en")
    ana.presses("6 1 3222190012345 04121985 1 09282026")
    case = world.cases.cases[MINE]
    world.cases.cases[MINE] = replace(case, flags=frozenset({"protected"}))
    ana.presses(" 1")
    assert not ana.all(RequestFollowedUp)
    assert "request-exists" not in ana.hears_now


@pytest.mark.parametrize("who", ["olga", "selma"])
def test_an_officer_and_a_supervisor_follow_it_up_too(world: World, carla: Agent, who: str) -> None:
    number = asked_before(world, carla)
    again = rings(world, carla)
    other = world.ready(who)
    carla.hands_on("2" if who == "olga" else "supervisor", "unresolved" if who == "olga" else "caller_asked")
    other.answers()
    other.submits(CARD, key="second", **LATER)
    assert [event.number for event in again.all(RequestFollowedUp)] == [number]


def test_a_matter_that_the_office_asked_about_goes_on_with_it(world: World, carla: Agent) -> None:
    number = asked_before(world, carla)
    clerk = at_its_office(world, number)
    world.do(working.take(world.center, clerk, number))
    world.do(working.ask_back(world.center, clerk, number, "Is the address right?"))
    rings(world, carla)
    carla.submits(CARD, key="second", **LATER)
    assert kept(world, number).status == "open"


def test_an_office_that_works_on_it_in_that_moment_keeps_what_it_did(
    world: World, carla: Agent, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = asked_before(world, carla)
    again = rings(world, carla)
    find, clerk = world.store.requests_about, at_its_office(world, number)

    async def found_and_then_taken(receipt: str) -> list[ServiceRequest]:
        found = list(await find(receipt))
        await working.take(world.center, clerk, number)
        return found

    monkeypatch.setattr(world.store, "requests_about", found_and_then_taken)
    carla.submits(CARD, key="second", **LATER)
    assert again.call.requests == (number,)
    assert kept(world, number).taken_by == clerk.user


def test_what_is_answered_is_asked_for_anew(world: World, carla: Agent) -> None:
    number = asked_before(world, carla)
    clerk = at_its_office(world, number)
    world.do(working.take(world.center, clerk, number))
    world.do(working.reply(world.center, clerk, number, "final", "It is on its way."))
    again = rings(world, carla)
    carla.submits(CARD, key="second", **LATER)
    [created] = again.all(RequestCreated)
    assert created.number != number


@pytest.mark.parametrize(
    ("kind", "facts"),
    [
        ("non-receipt-notice", {"document": "approval notice", **LATER}),
        ("typographic-error", {"document": "card", "error": "Anna", "correction": "Ana"}),
    ],
    ids=["another kind", "a kind of which each is of another thing"],
)
def test_another_matter_is_a_request_of_its_own(
    world: World, carla: Agent, kind: str, facts: dict[str, str]
) -> None:
    asked_before(world, carla, "typographic-error" if kind == "typographic-error" else CARD, **facts)
    again = rings(world, carla)
    carla.submits(kind, key="second", **facts)
    assert len(again.all(RequestCreated)) == 1


def test_another_case_is_too_also_where_only_the_form_names_it(world: World, carla: Agent) -> None:
    asked_before(world, carla)
    again = rings(world, carla)
    carla.submits(CARD, key="second", receipt="SRC2115022222", **LATER)
    assert len(again.all(RequestCreated)) == 1


def test_nobody_who_is_not_verified_learns_of_a_request(world: World, carla: Agent) -> None:
    asked_before(world, carla)
    carla.is_ready()
    stranger = world.dials(language="en")
    stranger.chooses_a_person()
    carla.answers()
    carla.submits(CARD, key="second", receipt=MINE, **LATER)
    assert not stranger.all(RequestFollowedUp)
    assert len(stranger.all(RequestCreated)) == 1


def test_what_its_kind_needs_is_needed_again(world: World, carla: Agent) -> None:
    asked_before(world, carla)
    rings(world, carla)
    with pytest.raises(Refused, match="still needed"):
        carla.submits(CARD, key="second", sent_on="2026-10-01")


def test_of_two_calls_about_one_case_at_once_the_second_follows_up_the_first(
    world: World, carla: Agent
) -> None:
    ana = rings(world, carla)
    colin = world.ready("colin")
    bea = rings(world, colin)

    async def submits(agent: Agent, caller: Caller) -> None:
        async with world.center.turn(caller.call_id) as call:
            assert call
            await requesting.submit(
                world.center, call, agent.id, requesting.Submission(agent.id, CARD, LATER)
            )

    async def at_once() -> None:
        await asyncio.gather(submits(carla, ana), submits(colin, bea))

    world.do(at_once())
    assert ana.call.requests == bea.call.requests
    assert len([*ana.all(RequestCreated), *bea.all(RequestCreated)]) == 1


def test_what_was_added_is_in_the_accounting_and_in_the_copy_of_the_call_that_added_it(
    world: World, carla: Agent
) -> None:
    number = asked_before(world, carla)
    again = rings(world, carla)
    carla.submits(CARD, key="second", **LATER)
    told = [one for one in asked_of(world, "receipt", MINE) if one.nature == "request"]
    assert [(one.of, one.facts) for one in told] == [
        (number, ("receipt", *FIRST)),
        (number, tuple(LATER)),
    ]
    hangs_up(world, again)
    first, second = exported(world, "receipt", MINE).calls
    assert [request.number for request in (*first.requests, *second.requests)] == [number, number]
    assert {"no"} <= {value.value for value in first.values}
    assert {"yes"} <= {value.value for value in second.values}
    assert "no" not in {value.value for value in second.values}
