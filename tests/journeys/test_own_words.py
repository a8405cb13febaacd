"""Tier 2 and supervisors may add their own words, on record as such; Tier 1 may not (A9)."""

from typing import Any

import pytest

from tests.journeys.test_web_serving_a_call import ANA, on_duty
from tests.journeys.web import Browser, Web
from tests.journeys.world import World
from tierline.calls.service_events import OwnWordsAdded

SAID = {"said": "Your file is <b>on its way</b>; I see that from the scan of Tuesday."}


@pytest.fixture
def web(world: World) -> Web:
    return Web(world)


def answers(web: Web, user: str) -> None:
    web.world.switch.agent_answers(web.world.switch.ringing[user])
    web.world.settle()


def with_csr(web: Web) -> Browser:
    carla = on_duty(web, "carla")
    web.world.dials(language="en").chooses_a_person()
    answers(web, "carla")
    carla.post(carla.at_hand() + "/verification", ANA)
    return carla


def with_officer(web: Web) -> Browser:
    carla, olga = with_csr(web), on_duty(web, "olga")
    at_hand = carla.at_hand()
    carla.post(at_hand + "/transfer", {"to": "2", "trigger": "unresolved", "reason": "needs the systems"})
    answers(web, "olga")
    assert carla.post(at_hand + "/transfer/complete").status_code == 200
    return olga


def presented(browser: Browser, at: str) -> list[dict[str, Any]]:
    said: list[dict[str, Any]] = browser.get(at).json()["presented"]
    return said


@pytest.mark.clause("A9")
def test_tier_1_has_no_words_of_its_own(web: Web) -> None:
    carla = with_csr(web)
    refused = carla.post(carla.at_hand() + "/own-words", SAID)
    assert refused.status_code == 409
    assert "Tier 1 reads approved scripts alone" in refused.json()["error"]
    assert presented(carla, carla.at_hand()) == []


@pytest.mark.clause("A9")
def test_an_officer_s_own_words_are_on_record_as_such(web: Web) -> None:
    olga = with_officer(web)
    assert olga.post(olga.at_hand() + "/own-words", SAID).status_code == 200
    (said,) = presented(olga, olga.at_hand())
    assert (said["own_words"], said["by"], said["tier"], said["titles"]) == (True, "Olga Sample", "2", {})
    assert said["text"] == SAID["said"]
    assert olga.sees()["call"]["timeline"][-1]["what"] == "Added own words"
    (call,) = web.world.do(web.world.store.recent_calls(1))
    history = web.world.do(web.world.center.history(call.id))
    (event,) = (r.event for r in history if isinstance(r.event, OwnWordsAdded))
    assert (event.agent, event.language) == ("olga", "en")
    assert "scan" not in str(event)


@pytest.mark.clause("A9")
def test_a_supervisor_reads_what_an_officer_said(web: Web) -> None:
    olga = with_officer(web)
    at_hand = olga.at_hand()
    olga.post(at_hand + "/own-words", SAID)
    (said,) = presented(web.signed_in("selma"), at_hand)
    assert said["text"] == SAID["said"]


@pytest.mark.clause("A9")
def test_nothing_is_not_recorded_as_said(web: Web) -> None:
    olga = with_officer(web)
    assert olga.post(olga.at_hand() + "/own-words", {"said": "  "}).status_code == 409
