"""A guide is read step by step: each on record, and none that nothing leads to."""

from contextlib import closing
from typing import Any

import msgspec
import pytest

from tests.journeys.test_scripts_withdrawn import FILES, REPLACED
from tests.journeys.test_web_serving_a_call import ANA, on_duty
from tests.journeys.web import Browser, Web
from tests.journeys.world import Caller, World
from tests.sample import load_agency
from tierline.calls.service_events import GuideEnded, ScriptPresented
from tierline.desk.views.presented import WITHHELD
from tierline.ports.agency import Agency


@pytest.fixture
def web(world: World) -> Web:
    return Web(world)


def serving(web: Web, language: str = "en") -> tuple[Caller, Browser]:
    carla = on_duty(web, "carla")
    ana = web.world.dials(language=language)
    ana.chooses_a_person()
    web.world.switch.agent_answers(web.world.switch.ringing["carla"])
    web.world.settle()
    return ana, carla


def reads(browser: Browser, step: str = "", script: str = "card-not-received") -> dict[str, Any]:
    answer = browser.post(browser.at_hand() + "/scripts", {"script": script, "step": step})
    assert answer.status_code == 200, answer.text
    presented: dict[str, Any] = answer.json()["presented"][-1]
    return presented


def refused(browser: Browser, step: str, script: str = "card-not-received") -> int:
    return browser.post(browser.at_hand() + "/scripts", {"script": script, "step": step}).status_code


@pytest.mark.clause("A9")
def test_a_guide_is_read_from_its_first_step_with_the_ways_on(web: Web) -> None:
    _, carla = serving(web)
    first = reads(carla)
    assert (first["step"], first["next"]) == ("mailed", "")
    assert "Do you know when it was mailed?" in first["text"]
    assert [choice["to"] for choice in first["choices"]] == ["wait", "address"]
    assert first["choices"][0]["when"].keys() == {"en", "es"}


@pytest.mark.clause("A9")
def test_the_way_through_is_on_record_step_by_step_with_the_exact_words(web: Web) -> None:
    ana, carla = serving(web, "es")
    for step in ("", "address", "trace"):
        last = reads(carla, step)
    assert (last["next"], last["choices"]) == ("request:non-receipt-card", [])
    said = ana.all(ScriptPresented)
    assert [(e.step, e.version, e.language) for e in said] == [
        ("mailed", 2, "es"),
        ("address", 2, "es"),
        ("trace", 2, "es"),
    ]
    kept = web.world.do(web.world.store.values([said[-1].text]))
    assert kept[said[-1].text].startswith("Puedo hacer una solicitud de servicio para que se rastree")


@pytest.mark.clause("A9")
def test_what_the_agent_is_to_do_is_shown_beside_and_read_to_nobody(web: Web) -> None:
    _, carla = serving(web)
    reads(carla)
    step = reads(carla, "address")
    assert step["do"]["en"].startswith("Compare it")
    assert "Compare" not in step["text"]


@pytest.mark.clause("A9")
def test_a_step_that_nothing_read_leads_to_is_refused(web: Web) -> None:
    ana, carla = serving(web)
    assert refused(carla, "trace") == 409
    reads(carla)
    assert refused(carla, "trace") == 409
    assert refused(carla, "no-such-step") == 404
    assert len(ana.all(ScriptPresented)) == 1


@pytest.mark.clause("A9")
def test_an_agent_may_go_back_and_take_another_way(web: Web) -> None:
    _, carla = serving(web)
    for step in ("", "wait", "", "address", "trace", "address"):
        reads(carla, step)
    assert [one["step"] for one in carla.sees()["call"]["presented"]][-2:] == ["trace", "address"]


def ends(browser: Browser, step: str, to: str, script: str = "card-not-received") -> int:
    way = {"script": script, "step": step, "to": to}
    return browser.post(browser.at_hand() + "/scripts/end", way).status_code


@pytest.mark.clause("A9")
def test_the_answer_that_leads_out_of_a_guide_is_on_record(web: Web) -> None:
    ana, carla = serving(web)
    for step in ("", "wait"):
        reads(carla, step)
    assert ends(carla, "wait", "resolve") == 200
    assert [(e.step, e.to) for e in ana.all(GuideEnded)] == [("wait", "resolve")]
    call = carla.sees()["call"]
    assert call["presented"][-1]["next"] == "resolve"
    assert call["timeline"][-1]["what"] == "Came to the end of “Your card has not come”"


@pytest.mark.clause("A9")
@pytest.mark.parametrize(
    ("step", "to"),
    [
        ("mailed", "resolve"),
        ("mailed", "address"),
        ("wait", "resolve"),
        ("trace", "request:non-receipt-card"),
        ("", "resolve"),
    ],
)
def test_a_way_out_that_the_step_read_does_not_have_is_refused(web: Web, step: str, to: str) -> None:
    ana, carla = serving(web)
    reads(carla)
    assert ends(carla, step, to) == 409
    assert not ana.all(GuideEnded)


@pytest.mark.clause("A9")
def test_a_guide_that_was_replaced_is_begun_again(web: Web) -> None:
    web.world.publish(FILES)
    _, carla = serving(web)
    reads(carla)
    web.world.publish(REPLACED)
    assert refused(carla, "address") == 409
    assert reads(carla)["version"] == 3


@pytest.mark.clause("A8")
@pytest.mark.clause("A9")
def test_a_step_that_tells_of_the_case_waits_for_the_verification_and_one_that_does_not_goes_on(
    web: Web,
) -> None:
    _, carla = serving(web)
    assert refused(carla, "", "normal-processing-time") == 409
    carla.post(carla.at_hand() + "/verification", ANA)
    assert "I-130" in reads(carla, "", "normal-processing-time")["text"]
    assert reads(carla, "within", "normal-processing-time")["next"] == "resolve"


@pytest.mark.clause("A9")
def test_the_timeline_names_the_guide_and_no_step_which_would_tell_the_answer(web: Web) -> None:
    _, carla = serving(web)
    reads(carla)
    line = carla.sees()["call"]["timeline"][-1]
    assert line["what"] == "Read “Your card has not come” (version 2, English)"


@pytest.mark.clause("A8")
@pytest.mark.clause("A9")
def test_a_step_that_follows_facts_is_withheld_from_who_may_not_see_them() -> None:
    with closing(World(agency=with_supervisors_who_see_no_case())) as world:
        web = Web(world)
        _, carla = serving(web)
        carla.post(carla.at_hand() + "/verification", ANA)
        reads(carla, "", "normal-processing-time")
        reads(carla, "longer", "normal-processing-time")
        assert "Yours has taken longer" in str(carla.sees())
        seen = web.signed_in("selma").get(carla.at_hand())
        assert [said["text"] for said in seen.json()["presented"]] == [WITHHELD, WITHHELD]
        assert "longer" not in seen.text


def with_supervisors_who_see_no_case() -> Agency:
    agency = load_agency()
    shows = {at: what for at, what in agency.entitlements.shows.items() if at.viewer.role != "supervisor"}
    return msgspec.structs.replace(
        agency, entitlements=msgspec.structs.replace(agency.entitlements, shows=shows)
    )
