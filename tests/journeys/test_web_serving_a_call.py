"""A call as it is served from the workspace: who sees what, and what they may do."""

from collections.abc import Iterator
from time import perf_counter
from typing import Any

import pytest

from tests.journeys.web import Browser, Web
from tests.journeys.world import Caller, World

ANA = {
    "receipt": "EAC2190012345",
    "answers": {"name": "Sample Applicant Ana", "birth-date": "1985-04-12"},
}
HUGO = {
    "receipt": "WAC2109011111",
    "answers": {"name": "Sample Applicant Hugo", "birth-date": "1988-01-15"},
}
INES = {
    "receipt": "SRC2115022222",
    "answers": {"name": "Sample Applicant Ines", "birth-date": "1964-06-06"},
}
UNKNOWN = {**HUGO, "receipt": "WAC2109099999"}


@pytest.fixture
def world() -> Iterator[World]:
    world = World()
    yield world
    world.close()


@pytest.fixture
def web(world: World) -> Web:
    return Web(world)


def on_duty(web: Web, user: str) -> Browser:
    browser = web.signed_in(user)
    assert browser.post("/api/agent/phone", {"kind": "browser"}).status_code == 200
    assert browser.post("/api/agent/state", {"ready": True}).json()["state"]["name"] == "ready"
    return browser


def answers(web: Web, user: str) -> None:
    web.world.switch.agent_answers(web.world.switch.ringing[user])
    web.world.settle()


def served_by_carla(web: Web, keyed: str = "") -> tuple[Caller, Browser]:
    carla = on_duty(web, "carla")
    ana = web.world.dials(language="en")
    if keyed:
        ana.presses(keyed)
    ana.chooses_a_person()
    answers(web, "carla")
    return ana, carla


def fields(call: dict[str, Any]) -> set[str]:
    return {field["name"] for field in call["case"]["fields"]} if call["case"] else set()


def test_a_ringing_agent_sees_why_and_then_serves(web: Web) -> None:
    carla = on_duty(web, "carla")
    web.world.dials(language="en").chooses_a_person()
    ringing = carla.sees()["call"]
    assert (ringing["phase"], ringing["role"]) == ("presented", "reserved")
    assert "ready" in ringing["because"]
    assert ringing["path"] == ["Person"]
    answers(web, "carla")
    serving = carla.sees()["call"]
    assert (serving["phase"], serving["role"]) == ("talking", "serving")
    assert serving["may_transfer_to"] == ["2", "supervisor"]


@pytest.mark.clause("A8")
def test_what_was_keyed_is_shown_but_no_fact_before_somebody_is_verified(web: Web) -> None:
    _, carla = served_by_carla(web, "1322219001234501011900")
    call = carla.sees()["call"]
    assert {k["kind"]: k["value"] for k in call["keyed"]} == {"receipt": "EAC2190012345"}
    assert (call["verification"], call["case"]) == ("none", None)
    assert "Newark" not in str(call["timeline"])


@pytest.mark.clause("A8")
def test_a_verified_caller_s_csr_sees_basic_fields_and_an_officer_more(web: Web) -> None:
    _, carla = served_by_carla(web)
    call = carla.post(carla.at_hand() + "/verification", ANA).json()
    assert call["verification"] == "basic"
    assert {"status", "next_steps"} <= fields(call)
    assert not {"applicant", "date_of_birth", "file_office", "flags"} & fields(call)
    olga = on_duty(web, "olga")
    transfer = {"to": "2", "trigger": "unresolved", "reason": "needs the systems"}
    assert carla.post(carla.at_hand() + "/transfer", transfer).status_code == 200
    answers(web, "olga")
    seen = olga.sees()["call"]
    assert {"applicant", "file_office"} <= fields(seen)
    assert "Sample Applicant Ana" not in carla.get(carla.at_hand()).text


def test_the_time_of_a_verification_tells_nothing(world: World) -> None:
    web = Web(world, step=0.2)
    _, carla = served_by_carla(web)
    at_hand = carla.at_hand()
    for given in (ANA, HUGO, UNKNOWN):
        began = perf_counter()
        carla.post(at_hand + "/verification", given)
        assert perf_counter() - began >= 0.2


@pytest.mark.clause("A9")
def test_the_words_of_a_script_come_only_once_it_is_on_record(web: Web) -> None:
    _, carla = served_by_carla(web)
    at_hand = carla.at_hand()
    refused = carla.post(at_hand + "/scripts", {"script": "case-status"})
    assert (refused.status_code, refused.json()["code"]) == (409, "conflict")
    assert "verify" in refused.json()["error"]
    assert carla.sees()["call"]["presented"] == []
    carla.post(at_hand + "/verification", ANA)
    (presented,) = carla.post(at_hand + "/scripts", {"script": "case-status"}).json()["presented"]
    assert (presented["by"], presented["tier"], presented["version"]) == ("Carla Sample", "1", 1)
    assert "transferred to another office" in presented["text"]
    assert any(line["kind"] == "script" for line in carla.sees()["call"]["timeline"])


def searched(browser: Browser, words: str) -> list[str]:
    answer = browser.get(f"{browser.at_hand()}/scripts?words={words}")
    assert answer.status_code == 200, answer.text
    return [script["id"] for script in answer.json()["scripts"]]


@pytest.mark.clause("A9")
def test_a_script_is_found_by_words_in_either_language(web: Web) -> None:
    _, carla = served_by_carla(web)
    assert searched(carla, "tarjeta")[0] == searched(carla, "Your CARD")[0] == "card-not-received"
    assert searched(carla, "weather") == []  # of a draft
    assert searched(carla, "") == []
    assert carla.get(f"{carla.at_hand()}/scripts?words={'x' * 201}").status_code == 400


@pytest.mark.clause("A9")
def test_scripts_are_searched_only_in_ones_own_call(web: Web) -> None:
    _, carla = served_by_carla(web)
    at_hand = carla.at_hand()
    assert web.signed_in("colin").get(f"{at_hand}/scripts?words=card").status_code == 404


@pytest.mark.clause("A8")
@pytest.mark.clause("A9")
def test_the_scripts_for_a_case_come_first_once_it_may_be_seen(web: Web) -> None:
    _, carla = served_by_carla(web)
    before = carla.sees()["call"]["scripts"]
    assert not any(script["fits"]["template"].startswith("fits the case") for script in before)
    call = carla.post(carla.at_hand() + "/verification", INES).json()
    first = call["scripts"][0]
    assert (first["id"], first["fits"]["template"]) == ("card-not-received", "fits the case: {facts}")
    assert "mailed" in first["fits"]["values"]["facts"][0]


@pytest.mark.clause("A8")
@pytest.mark.parametrize("given", [HUGO, UNKNOWN])
def test_what_is_offered_tells_nothing_of_a_case_that_may_not_be_seen(
    web: Web, given: dict[str, object]
) -> None:
    _, carla = served_by_carla(web)
    before = carla.sees()["call"]["scripts"]
    assert carla.post(carla.at_hand() + "/verification", given).json()["scripts"] == before


@pytest.mark.clause("A9")
def test_no_script_fits_is_a_way_on(web: Web) -> None:
    _, carla = served_by_carla(web)
    call = carla.post(carla.at_hand() + "/no-script", {"asked": "a thing nobody wrote about"}).json()
    assert call["timeline"][-1]["what"] == "Found no script that fits"
    assert "nobody wrote" not in str(call["timeline"])


def test_a_call_of_somebody_else_is_not_there(web: Web) -> None:
    _, carla = served_by_carla(web)
    colin = web.signed_in("colin")
    for method in (colin.get(carla.at_hand()), colin.post(carla.at_hand() + "/end")):
        assert (method.status_code, method.json()["code"]) == (404, "not_found")


def test_a_supervisor_reads_any_call_and_acts_on_none_but_their_own(web: Web) -> None:
    ana, carla = served_by_carla(web)
    selma = web.signed_in("selma")
    (row,) = selma.get("/api/calls").json()["calls"]
    assert (row["id"], [p["user"] for p in row["people"]]) == (ana.call_id, ["carla"])
    assert selma.get(carla.at_hand()).json()["role"] is None
    assert selma.post(carla.at_hand() + "/end").status_code == 404


@pytest.mark.clause("A10")
def test_the_officer_sees_all_that_came_before_and_the_csr_nothing_after(web: Web) -> None:
    _, carla = served_by_carla(web)
    at_hand = carla.at_hand()
    carla.post(at_hand + "/verification", ANA)
    carla.post(at_hand + "/scripts", {"script": "case-status"})
    olga = on_duty(web, "olga")
    carla.post(at_hand + "/transfer", {"to": "2", "trigger": "unresolved", "reason": "needs the systems"})
    answers(web, "olga")
    consulted = olga.sees()["call"]
    assert consulted["role"] == "consulted"
    assert [p["titles"]["en"] for p in consulted["presented"]] == ["Status of your case"]
    assert consulted["transfer"]["reason"] == "needs the systems"
    assert olga.post(at_hand + "/end").status_code == 409
    assert carla.post(at_hand + "/transfer/complete").status_code == 200
    olga.post(at_hand + "/no-script", {"asked": "something"})
    left = carla.sees()
    assert (left["state"]["name"], left["call"]) == ("wrap_up", None)
    assert left["last_call"]["timeline"][-1]["what"] == "Left the call"
    assert carla.get(at_hand).json()["phase"] == "ended"


def test_the_colleague_completes_and_the_csr_may_take_back(web: Web) -> None:
    ana, carla = served_by_carla(web)
    at_hand = carla.at_hand()
    on_duty(web, "olga")
    carla.post(at_hand + "/transfer", {"to": "2", "trigger": "unresolved", "reason": "needs the systems"})
    answers(web, "olga")
    assert carla.delete(at_hand + "/transfer").json()["transfer"] is None
    assert ana.talks_to == {"carla"}


def test_hold_and_end(web: Web) -> None:
    ana, carla = served_by_carla(web)
    at_hand = carla.at_hand()
    assert carla.post(at_hand + "/hold", {"held": True}).json()["held"] is True
    assert carla.post(at_hand + "/hold", {"held": False}).json()["held"] is False
    assert carla.post(at_hand + "/end").json()["phase"] == "ended"
    assert not ana.connected
    assert carla.sees()["last_call"]["id"] == ana.call_id
    assert carla.post("/api/agent/state", {"ready": True}).json()["state"]["name"] == "ready"


FORM = {
    "kind": "non-receipt-card",
    "receipt": "EAC2190012345",
    "facts": {"sent_on": "2026-10-01", "address_checked": "yes"},
}


@pytest.mark.clause("A12")
@pytest.mark.clause("A13")
def test_a_request_is_made_once_and_found_by_the_right_office(web: Web) -> None:
    _, carla = served_by_carla(web)
    at_hand = carla.at_hand()
    carla.post(at_hand + "/verification", ANA)
    missing = carla.post(at_hand + "/requests", FORM)
    assert (missing.status_code, missing.json()["code"]) == (400, "invalid")
    (made,) = carla.post(at_hand + "/requests", FORM, Idempotency_Key="form-1").json()["requests"]
    again = carla.post(at_hand + "/requests", FORM, Idempotency_Key="form-1").json()["requests"]
    assert again == [made]
    assert made["because"] == []  # would tell Tier 1 where the file is
    assert "file" not in str(carla.get(f"/api/calls/{at_hand.rpartition('/')[2]}").json()["timeline"])
    inboxes = {user: web.signed_in(user) for user in ("clerk-newark", "clerk-nbc", "clerk-vsc", "clerk-tsc")}
    holding = {
        user for user, clerk in inboxes.items() if clerk.get("/api/office/requests").json()["requests"]
    }
    assert len(holding) == 1
    mine = inboxes.pop(holding.pop())
    detail = mine.get(f"/api/office/requests/{made['number']}").json()
    assert detail["kind_names"]["en"] == "Card not received"
    told = [(fact["name"], fact["names"]["es"], fact["value"]) for fact in detail["facts"]]
    assert ("receipt", "Número de recibo", "EAC2190012345") in told
    assert detail["created_by"] == {"name": "Carla Sample", "role": "csr", "number": "4012"}
    assert detail["because"][0]["says"]
    assert detail["history"][0]["who"] == "Carla Sample"
    for other in inboxes.values():
        assert other.get(f"/api/office/requests/{made['number']}").status_code == 404


def test_what_a_request_still_needs_is_said(web: Web) -> None:
    _, carla = served_by_carla(web)
    form = {"kind": "non-receipt-card", "receipt": "", "facts": {}}
    answer = carla.post(carla.at_hand() + "/requests", form, Idempotency_Key="form-1")
    assert answer.status_code == 409
    assert "still needed" in answer.json()["error"]
    assert {"en", "es"} <= set(answer.json()["sentence"]["values"]["facts"][0])


def test_while_the_database_is_away_the_agent_is_told_so(web: Web) -> None:
    _, carla = served_by_carla(web)
    at_hand = carla.at_hand()
    web.world.store.away = True
    answer = carla.post(at_hand + "/hold", {"held": True})
    assert (answer.status_code, answer.json()["code"]) == (503, "away")


def test_queues_show_who_waits_and_how_long(web: Web) -> None:
    selma = web.signed_in("selma")
    web.world.dials(language="en").chooses_a_person()
    web.world.wait(seconds=41)
    first = selma.sees()["queues"][0]
    assert (first["tier"], first["name"], first["waiting"]) == ("1", "Tier 1", 1)
    assert first["longest_wait_seconds"] == 41
