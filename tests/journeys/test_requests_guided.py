"""The form of a request leads whoever fills it in: with what is known already, what cannot be right, and the
request that there is."""

from collections.abc import Iterator

import pytest

from tests.journeys.test_office_works_requests import at_its_office
from tests.journeys.test_privacy_accounting import MINE, told_the_status
from tests.journeys.test_requests_again import CARD, asked_before, rings
from tests.journeys.web import Browser, Web
from tests.journeys.world import World
from tierline.calls.service_events import RequestCreated
from tierline.desk.refusal import NotFilledIn
from tierline.desk.requests import working

RIGHT = {"sent_on": "2026-10-01", "address_checked": "yes"}


@pytest.fixture
def world() -> Iterator[World]:
    world = World()
    yield world
    world.close()


@pytest.fixture
def carla(world: World) -> Browser:
    """Who has just read the status to a verified caller."""
    return told_the_status(world)[1]


def wrong(browser: Browser, receipt: str = "", **facts: str) -> dict[str, str]:
    form = {"kind": CARD, "receipt": receipt, "facts": facts}
    answer = browser.post(f"{browser.at_hand()}/requests/form", form)
    assert answer.status_code == 200, answer.text
    return {fact: why["template"] for fact, why in answer.json()["wrong"].items()}


def test_what_is_not_filled_in_yet_is_not_objected_to(carla: Browser) -> None:
    assert wrong(carla) == {}
    assert wrong(carla, MINE, sent_on="2026-10-01") == {}


@pytest.mark.parametrize(
    ("receipt", "facts", "field", "says"),
    [
        ("", {"sent_on": "2026-11-24"}, "sent_on", "this day is still to come"),
        ("", {"sent_on": "in October"}, "sent_on", "write the day as in"),
        ("", {"address_checked": "perhaps"}, "address_checked", "choose one of these"),
        ("EAC21900", {}, "receipt", "that is not a receipt number"),
        ("XXX2190012345", {}, "receipt", "that is not a receipt number"),
        ("8722190012345", {}, "receipt", "write the receipt number with its letters"),
    ],
)
def test_what_cannot_be_right_is_told_beside_its_field_as_it_is_typed(
    carla: Browser, receipt: str, facts: dict[str, str], field: str, says: str
) -> None:
    told = wrong(carla, receipt, **facts)
    assert list(told) == [field]
    assert says in told[field]


def test_the_same_is_told_by_field_when_it_is_sent_and_nothing_is_made(world: World) -> None:
    ana, carla = told_the_status(world)
    form = {"kind": CARD, "receipt": "EAC1", "facts": {"sent_on": "2027-01-01"}}
    answer = carla.post(f"{carla.at_hand()}/requests", form, Idempotency_Key="one")
    assert answer.status_code == 409
    assert "still needed" in answer.json()["error"]
    assert set(answer.json()["fields"]) == {"receipt", "sent_on", "address_checked"}
    form["facts"] = {**RIGHT, "sent_on": "2027-01-01"}
    form["receipt"] = ""
    answer = carla.post(f"{carla.at_hand()}/requests", form, Idempotency_Key="one")
    assert answer.json()["error"] == "some of it cannot be right: look at each field"
    assert list(answer.json()["fields"]) == ["sent_on"]
    assert not ana.all(RequestCreated)


def test_a_form_of_somebody_elses_call_is_not_looked_at(world: World, carla: Browser) -> None:
    answer = Web(world).signed_in("colin").post(f"{carla.at_hand()}/requests/form", {"kind": CARD})
    assert answer.status_code == 404


def test_a_receipt_number_is_kept_in_its_one_written_form(world: World) -> None:
    ana, carla = told_the_status(world)
    form = {"kind": CARD, "receipt": "eac 219 001 2345", "facts": RIGHT}
    carla.post(f"{carla.at_hand()}/requests", form, Idempotency_Key="one")
    request = world.do(world.store.request(ana.call.requests[0]))
    assert request
    assert world.do(world.store.values([request.facts["receipt"]])).popitem()[1] == MINE


def test_what_the_caller_keyed_is_filled_in_already(world: World) -> None:
    carla = world.ready("carla")
    ana = world.dials(language="en")
    ana.presses("6 1 3222190012345 04121985 1 09282026 1")
    ana.chooses_a_person()
    carla.answers()
    seen = carla.sees().call
    assert seen
    [card] = [kind for kind in seen.request_kinds if kind.id == CARD]
    assert {need.name: need.value for need in card.needs}["sent_on"] == "2026-09-28"
    assert card.follows_up


def test_the_screen_tells_of_the_request_that_there_is_before_the_form_is_sent(world: World) -> None:
    carla = world.ready("carla")
    number = asked_before(world, carla)
    clerk = at_its_office(world, number)
    world.do(working.take(world.center, clerk, number))
    world.do(working.reply(world.center, clerk, number, "initial", "We are tracing the card."))
    rings(world, carla)
    seen = carla.sees().call
    assert seen
    [request] = seen.requests_of_case
    assert (request.number, request.kind, request.status) == (number, CARD, "open")
    assert request.due
    assert [(reply.stage, reply.shown, reply.words) for reply in request.replies] == [("initial", False, "")]


def test_a_keyed_day_that_cannot_be_it_makes_no_request_in_the_ivr(world: World) -> None:
    ana = world.dials(language="en")
    ana.presses("6 1 3222190012345 04121985 1 01012027 1")
    assert not ana.all(RequestCreated)
    assert "cannot-tell" in ana.hears_now


def test_the_refusal_names_each_field(world: World) -> None:
    carla = world.ready("carla")
    rings(world, carla)
    with pytest.raises(NotFilledIn) as refused:
        carla.submits(CARD, sent_on="2027-01-01", address_checked="yes")
    assert set(refused.value.fields) == {"sent_on"}
