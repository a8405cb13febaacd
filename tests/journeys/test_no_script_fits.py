"""No script fits: one key, and the authors learn what was asked."""

from typing import Any

import pytest

from tests.journeys.test_web_serving_a_call import on_duty
from tests.journeys.web import Browser, Web
from tests.journeys.world import Caller, World
from tierline.calls.service_events import NoScriptFits


@pytest.fixture
def web(world: World) -> Web:
    return Web(world)


def serving(web: Web, keyed: str = "") -> tuple[Caller, Browser]:
    carla = on_duty(web, "carla")
    ana = web.world.dials(language="en")
    if keyed:
        ana.presses(keyed)
    ana.chooses_a_person()
    web.world.switch.agent_answers(web.world.switch.ringing["carla"])
    web.world.settle()
    return ana, carla


def topics(web: Web, user: str = "author") -> list[dict[str, Any]]:
    answer = web.signed_in(user).get("/api/scripts/unanswered")
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["topics"]
    return found


def said(web: Web) -> list[str]:
    return [question["words"] for topic in topics(web) for question in topic["questions"]]


@pytest.mark.clause("A9")
def test_one_key_counts_and_the_words_may_be_skipped(web: Web) -> None:
    _, carla = serving(web)
    assert carla.post(carla.at_hand() + "/no-script", {}).status_code == 200
    (topic,) = topics(web)
    assert (topic["times"], topic["questions"]) == (1, [])


@pytest.mark.clause("A9")
def test_what_was_asked_is_written_after_the_key_and_counts_once(web: Web) -> None:
    ana, carla = serving(web)
    carla.post(carla.at_hand() + "/no-script", {})
    question = {"asked": "may I travel while I wait?"}
    assert carla.post(carla.at_hand() + "/no-script/question", question).status_code == 200
    (topic,) = topics(web)
    assert (topic["times"], len(topic["questions"])) == (1, 1)
    assert topic["questions"][0]["words"] == "may I travel while I wait?"
    assert len(ana.all(NoScriptFits)) == 1
    assert "travel" not in str(carla.sees()["call"]["timeline"])
    again = carla.post(carla.at_hand() + "/no-script/question", question)
    assert again.status_code == 409


@pytest.mark.clause("A9")
def test_a_question_without_the_key_before_it_is_refused(web: Web) -> None:
    _, carla = serving(web)
    assert carla.post(carla.at_hand() + "/no-script/question", {"asked": "why?"}).status_code == 409


@pytest.mark.clause("A9")
def test_the_count_is_under_the_menu_path(web: Web) -> None:
    ana, carla = serving(web, "1322219001234501011900")
    carla.post(carla.at_hand() + "/no-script", {})
    (topic,) = topics(web)
    path = [step for step in ana.call.path if step != "person"]
    assert topic["topic"] == path[-1].rpartition("/")[2].replace("-", " ").capitalize()


@pytest.mark.clause("A8")
@pytest.mark.parametrize("asked", ["status of SRC2115022222", "born 06-06-1964", "write to ana@sample.org"])
def test_words_that_may_name_somebody_are_refused(web: Web, asked: str) -> None:
    _, carla = serving(web)
    carla.post(carla.at_hand() + "/no-script", {})
    refused = carla.post(carla.at_hand() + "/no-script/question", {"asked": asked})
    assert refused.status_code == 409
    assert "leave out numbers" in refused.json()["error"]
    assert said(web) == []


@pytest.mark.clause("A8")
def test_who_reads_it_learns_neither_the_call_nor_the_agent(web: Web) -> None:
    ana, carla = serving(web)
    carla.post(carla.at_hand() + "/no-script", {"asked": "may I travel?"})
    text = web.signed_in("approver").get("/api/scripts/unanswered").text
    assert "may I travel?" in text
    assert not [word for word in (ana.call_id, "carla", "Carla") if word in text]


@pytest.mark.parametrize("user", ["author", "approver", "selma"])
def test_authors_approvers_and_supervisors_read_it(web: Web, user: str) -> None:
    assert topics(web, user) == []


@pytest.mark.parametrize("user", ["carla", "olga", "clerk-newark"])
def test_others_do_not(web: Web, user: str) -> None:
    assert web.signed_in(user).get("/api/scripts/unanswered").status_code == 403


@pytest.mark.clause("A9")
def test_what_was_asked_longer_than_thirty_days_ago_is_not_told(web: Web) -> None:
    _, carla = serving(web)
    carla.post(carla.at_hand() + "/no-script", {"asked": "may I travel?"})
    carla.post(carla.at_hand() + "/end")
    web.world.wait(minutes=31 * 24 * 60)
    assert topics(web) == []
