"""Practice over HTTP: into it, through a case, and what is left to read."""

from collections.abc import Iterator

import pytest

from tests.journeys.web import Browser, Web
from tests.journeys.world import World

CASE = "card-not-received"


@pytest.fixture
def world() -> Iterator[World]:
    world = World()
    yield world
    world.close()


@pytest.fixture
def web(world: World) -> Web:
    return Web(world)


@pytest.fixture
def carla(web: Web) -> Browser:
    """At her desk, in practice."""
    carla = web.signed_in("carla")
    assert carla.post("/api/agent/phone", {"kind": "browser", "desk": "d"}).status_code == 200
    assert carla.post("/api/agent/practice", {"practising": True}).json()["practising"]
    return carla


def answers(web: Web) -> None:
    web.world.switch.agent_answers(web.world.switch.ringing["carla"])
    web.world.settle()


def test_the_cases_are_listed_in_the_agencys_words(carla: Browser) -> None:
    desk = carla.get("/api/agent/practice").json()
    assert [case["id"] for case in desk["cases"]] == ["an-officer-is-needed", CASE, "change-of-address"]
    assert desk["cases"][2]["titles"]["es"] == "Una dirección nueva, en español"
    assert desk["practised"] == []


def test_a_case_from_its_ring_to_its_debrief(web: Web, carla: Browser) -> None:
    assert carla.post("/api/agent/practice/calls", {"case": CASE}).status_code == 200
    assert carla.sees()["call"]["role"] == "reserved"
    answers(web)
    at = carla.at_hand()
    practice = carla.post(f"{at}/practice/go-on", {}).json()["practice"]
    assert (practice["said"], practice["lines"]) == (1, 6)
    assert practice["debrief"] == []
    form = {"kind": "non-receipt-card", "facts": {"sent_on": "2026-10-01", "address_checked": "yes"}}
    made = carla.post(f"{at}/requests", form, Idempotency_Key="form-1").json()
    assert made["requests"] == []
    [noted] = made["practice"]["pretended"]
    assert (noted["act"], noted["names"]["en"], noted["to"]) == (
        "request",
        "Card not received",
        "National Benefits Center",
    )
    carla.post(f"{at}/end")
    seen = carla.sees()
    points = {point["point"]: point["done"] for point in seen["last_call"]["practice"]["debrief"]}
    assert points == {"verification": False, "script": False, "request": True, "disposition": False}
    [done] = carla.get("/api/agent/practice").json()["practised"]
    assert done["over"]


def test_supervisors_see_what_was_practised_and_agents_do_not(web: Web, carla: Browser) -> None:
    carla.post("/api/agent/practice/calls", {"case": CASE})
    answers(web)
    selma = web.signed_in("selma")
    [practised] = selma.get("/api/supervisor/practice").json()["practised"]
    assert (practised["name"], practised["over"]) == ("Carla Sample", False)
    assert selma.get(f"/api/calls/{practised['call']}").json()["practice"]["titles"]["en"]
    assert selma.get("/api/calls?limit=9").json()["calls"] == []
    [on_the_floor] = [a for a in selma.get("/api/supervisor/floor").json()["agents"] if a["user"] == "carla"]
    assert on_the_floor["practising"]
    assert carla.get("/api/supervisor/practice").status_code == 403


def test_a_refusal_says_what_to_do_instead(web: Web, carla: Browser) -> None:
    assert carla.post("/api/agent/practice/calls", {"case": "misprinted-name"}).status_code == 404
    refused = carla.post("/api/agent/state", {"ready": True})
    assert refused.status_code == 409
    assert "leave it first" in refused.json()["error"]
    assert carla.post("/api/agent/practice", {"practising": False}).json()["practising"] is False
    refused = carla.post("/api/agent/practice/calls", {"case": CASE})
    assert "go into practice first" in refused.json()["error"]
    selma = web.signed_in("selma")
    assert selma.get("/api/agent/view").json()["may_practise"] is False
    clerk = web.signed_in("clerk-nbc")
    assert clerk.get("/api/agent/practice").status_code == 403


def test_a_real_caller_cannot_be_told_to_go_on(web: Web, carla: Browser) -> None:
    carla.post("/api/agent/practice", {"practising": False})
    carla.post("/api/agent/state", {"ready": True})
    ana = web.world.dials(language="en")
    ana.chooses_a_person()
    answers(web)
    refused = carla.post(f"{carla.at_hand()}/practice/go-on", {})
    assert refused.status_code == 409
    assert "a real one" in refused.json()["error"]


def test_when_the_engine_is_away_that_is_said(web: Web, carla: Browser) -> None:
    web.world.switch.connection_breaks()
    web.world.settle()
    away = carla.post("/api/agent/practice/calls", {"case": CASE})
    assert away.status_code == 503
    web.world.switch.engine_returns()
    web.world.settle()
    assert carla.sees()["state"]["reason"] == "practice"
