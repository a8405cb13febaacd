"""Who works on a call sees it in full; who looks on sees what is personal masked, and in full by a press that
goes on record."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.journeys.test_privacy_accounting import MINE, asked_of, told_the_status
from tests.journeys.web import Browser, Web
from tests.journeys.world import Caller, World

APPLICANT, BORN, ZIP = "Sample Applicant Ana", "1985-04-12", "07102"


@pytest.fixture
def world() -> Iterator[World]:
    world = World()
    yield world
    world.close()


def looked_at(world: World) -> tuple[Caller, Browser]:
    """A call with a verified caller, and a supervisor who only looks on."""
    ana, _ = told_the_status(world)
    return ana, Web(world).signed_in("selma")


def fields(view: dict[str, Any]) -> dict[str, str]:
    return {field["name"]: field["value"] for field in view["case"]["fields"]}


def test_who_serves_the_caller_sees_the_receipt_number_in_full(world: World) -> None:
    _, carla = told_the_status(world)
    call = carla.sees()["call"]
    assert not call["masked"]
    assert fields(call)["receipt"] == MINE


def test_who_looks_on_gets_no_personal_value_from_the_server(world: World) -> None:
    ana, selma = looked_at(world)
    answer = selma.get(f"/api/calls/{ana.call_id}")
    call = answer.json()
    assert call["masked"]
    assert not [value for value in (MINE, APPLICANT, BORN, ZIP) if value in answer.text]
    assert fields(call)["receipt"] == "•••2345"
    assert fields(call)["applicant"] == "S. A. A."
    assert "•" not in fields(call)["status"]


def test_it_is_shown_in_full_by_a_press_which_is_on_record(world: World) -> None:
    ana, selma = looked_at(world)
    selma.get(f"/api/calls/{ana.call_id}")
    seen = [told for told in asked_of(world, "receipt", MINE) if told.by == "selma"]
    assert "applicant" not in {fact for told in seen for fact in told.facts}
    shown = selma.post(f"/api/calls/{ana.call_id}/shown", {}).json()
    assert not shown["masked"]
    assert (fields(shown)["receipt"], fields(shown)["applicant"]) == (MINE, APPLICANT)
    [record] = [told for told in asked_of(world, "receipt", MINE) if told.nature == "shown"]
    assert record.by == "selma"
    assert {"applicant", "receipt", "date_of_birth"} <= set(record.facts)


def test_it_is_masked_again_for_who_comes_back(world: World) -> None:
    ana, selma = looked_at(world)
    selma.post(f"/api/calls/{ana.call_id}/shown", {})
    assert selma.get(f"/api/calls/{ana.call_id}").json()["masked"]


def test_who_notes_down_their_own_call_sees_it_in_full(world: World) -> None:
    _, carla = told_the_status(world)
    at_hand = carla.at_hand()
    carla.post(f"{at_hand}/end")
    assert fields(carla.sees()["last_call"])["receipt"] == MINE
    assert not carla.get(at_hand).json()["masked"]


def test_an_agent_has_no_way_to_the_calls_of_others_by_it(world: World) -> None:
    ana, _ = looked_at(world)
    assert Web(world).signed_in("colin").post(f"/api/calls/{ana.call_id}/shown", {}).status_code == 403


def test_what_a_caller_keyed_is_masked_for_who_looks_on(world: World) -> None:
    ana = world.dials(language="en")
    ana.presses("132221900123450104121985")
    ana.chooses_a_person()
    selma = Web(world).signed_in("selma")
    answer = selma.get(f"/api/calls/{ana.call_id}")
    assert MINE not in answer.text
    assert {keyed["kind"]: keyed["value"] for keyed in answer.json()["keyed"]}["receipt"] == "•••2345"


def test_while_it_rings_a_call_is_masked_and_who_answers_has_it_in_full(world: World) -> None:
    ana = world.dials(language="en")
    ana.presses("132221900123450104121985")
    ana.chooses_a_person()
    carla = world.ready("carla")
    ringing = carla.sees().call
    assert ringing
    assert [keyed.value for keyed in ringing.keyed] == ["•••2345"]
    carla.answers()
    answered = carla.sees().call
    assert answered
    assert [keyed.value for keyed in answered.keyed] == [MINE]


def test_the_lists_of_supervisors_have_no_value_of_a_caller(world: World) -> None:
    _, selma = looked_at(world)
    for page in ("/api/calls", "/api/supervisor/floor", "/api/scripts/unanswered", "/api/agent/view"):
        answer = selma.get(page)
        assert answer.status_code == 200, page
        assert not [value for value in (MINE, APPLICANT, BORN, "2025550111") if value in answer.text], page
