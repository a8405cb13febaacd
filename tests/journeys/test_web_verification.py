"""Verification at the workspace's API: a protected case gives itself away by nothing that is sent."""

import re
from collections.abc import Iterator
from contextlib import closing
from time import perf_counter
from typing import Any

import httpx
import msgspec
import pytest

from tests.journeys.web import Browser, Web
from tests.journeys.world import World
from tests.sample import load_agency

ANA: dict[str, Any] = {
    "receipt": "EAC2190012345",
    "answers": {"name": "Sample Applicant Ana", "birth-date": "April 12, 1985"},
}
PROTECTED: dict[str, Any] = {
    "receipt": "WAC2109011111",
    "answers": {"name": "Sample Applicant Hugo", "birth-date": "January 15, 1988"},
}
UNKNOWN = {**PROTECTED, "receipt": "WAC2109099999"}
MISTAKEN = {**PROTECTED, "receipt": "EAC2190012345"}
ALIKE = {"an unknown number": UNKNOWN, "a protected case": PROTECTED, "a wrong answer": MISTAKEN}


@pytest.fixture
def web() -> Iterator[Web]:
    with closing(World()) as world:
        yield Web(world)


def on_duty(web: Web, user: str) -> Browser:
    browser = web.signed_in(user)
    assert browser.post("/api/agent/phone", {"kind": "browser"}).status_code == 200
    assert browser.post("/api/agent/state", {"ready": True}).status_code == 200
    return browser


def answers(web: Web, user: str) -> None:
    web.world.switch.agent_answers(web.world.switch.ringing[user])
    web.world.settle()


def served_by_carla(web: Web, language: str = "en") -> Browser:
    carla = on_duty(web, "carla")
    web.world.dials(language=language).chooses_a_person()
    answers(web, "carla")
    return carla


def without_ids(answer: httpx.Response) -> str:
    """Byte for byte, but for what is made by chance for each call and value."""
    return f"{answer.status_code} " + re.sub(r"(call|leg|agent|receipt)-[0-9a-f]{16}", r"\1", answer.text)


class Story:
    """All that is sent to everybody in a call in which this is tried at every tier, without any success."""

    def __init__(self, web: Web, given: dict[str, Any]) -> None:
        self.web, self.given, self.sent = web, given, list[str]()
        selma, irma = web.signed_in("selma"), on_duty(web, "irma")
        carla = served_by_carla(web)
        at_hand = carla.at_hand()
        self._tries_in_vain(carla, at_hand)
        self._keeps(
            selma.get(at_hand), selma.post(f"{at_hand}/verification/attempts"), selma.get("/api/calls")
        )
        self._tries_in_vain(carla, at_hand)
        self._form(carla, at_hand)
        olga = on_duty(web, "olga")
        on = {"to": "2", "trigger": "unresolved", "reason": "needs the systems", "person": "olga"}
        self._keeps(carla.post(f"{at_hand}/hand-on", on), carla.get("/api/agent/view"))
        answers(web, "olga")
        self._tries_in_vain(olga, at_hand)
        self._form(olga, at_hand)
        self._keeps(olga.post(f"{at_hand}/verification/unit"), olga.get("/api/agent/view"))
        answers(web, "irma")
        self._keeps(irma.get(at_hand), selma.get(at_hand), selma.get("/api/supervisor/floor"))

    def _tries_in_vain(self, browser: Browser, at_hand: str) -> None:
        for _ in range(4):
            self._keeps(browser.post(f"{at_hand}/verification", self.given), browser.get("/api/agent/view"))
        self._keeps(browser.post(f"{at_hand}/scripts", {"script": "case-status"}))

    def _form(self, browser: Browser, at_hand: str) -> None:
        facts = {"sent_on": "2026-10-01", "address_checked": "yes"}
        form = {"kind": "non-receipt-card", "receipt": "", "facts": facts}
        self._keeps(browser.post(f"{at_hand}/requests", form, Idempotency_Key="form-1"))

    def _keeps(self, *answers_: httpx.Response) -> None:
        self.sent += [without_ids(answer) for answer in answers_]


@pytest.mark.clause("A8")
def test_unknown_protected_and_mistaken_are_equal_byte_for_byte_for_everybody_and_at_every_step() -> None:
    sent = []
    for given in ALIKE.values():
        with closing(World()) as world:
            sent.append(Story(Web(world), given).sent)
    unknown, protected, mistaken = sent
    assert protected == unknown
    assert mistaken == unknown
    refused = [answer for answer in unknown if answer.startswith("409") and "no attempt is left" in answer]
    assert len(refused) == 5  # the CSR's 4th, those after the one that was allowed, the officer's 4th


@pytest.mark.parametrize("given", ALIKE.values(), ids=ALIKE)
def test_the_time_of_a_verification_tells_nothing(given: dict[str, Any]) -> None:
    with closing(World()) as world:
        web = Web(world, step=0.2)
        carla = served_by_carla(web)
        at_hand = carla.at_hand()
        for _ in range(4):
            began = perf_counter()
            carla.post(at_hand + "/verification", given)
            assert perf_counter() - began >= 0.2


def test_the_questions_come_with_the_call_and_are_those_of_who_asks(web: Web) -> None:
    verifying = served_by_carla(web).sees()["call"]["verifying"]
    assert [q["id"] for q in verifying["questions"]] == [
        "name",
        "birth-date",
        "alien-number",
        "representative",
    ]
    assert verifying["questions"][0]["asks"]["es"].startswith("¿Cuál es el nombre completo")
    assert verifying["questions"][3]["of"] == "representative"
    assert [level["level"] for level in verifying["levels"]] == ["basic"]
    assert (verifying["attempts"], verifying["left"]) == (3, 3)
    assert verifying["unit"]["names"]["en"] == "Identity unit"


def test_who_is_cleared_asks_for_the_special_verification_too(web: Web) -> None:
    irma = on_duty(web, "irma")
    carla = served_by_carla(web)
    assert carla.post(carla.at_hand() + "/verification/unit").status_code == 200
    answers(web, "irma")
    verifying = irma.sees()["call"]["verifying"]
    assert {"zip", "birth-country"} <= {q["id"] for q in verifying["questions"]}
    assert [level["level"] for level in verifying["levels"]] == ["basic", "special"]
    assert verifying["unit"] is None
    given = {**PROTECTED["answers"], "zip": "90012", "birth-country": "PERU"}
    seen = irma.post(irma.at_hand() + "/verification", {**PROTECTED, "answers": given}).json()
    assert (seen["verification"], seen["recognised"]) == ("special", {"speaker": "applicant", "through": []})
    assert seen["case"]


def test_the_unit_is_offered_to_every_caller_whatever_they_answered(web: Web) -> None:
    carla = served_by_carla(web)
    before = carla.sees()["call"]["verifying"]["unit"]
    assert carla.post(carla.at_hand() + "/verification", UNKNOWN).json()["verifying"]["unit"] == before
    assert carla.post(carla.at_hand() + "/verification", ANA).json()["verifying"]["unit"] == before


def test_a_date_that_is_none_is_refused_in_plain_words_and_costs_no_attempt(web: Web) -> None:
    carla = served_by_carla(web)
    given = {**ANA, "answers": {**ANA["answers"], "birth-date": "12 April"}}
    answer = carla.post(carla.at_hand() + "/verification", given)
    assert answer.status_code == 409
    assert answer.json()["error"].startswith("Date of birth: this date cannot be read; write it as")
    assert answer.json()["sentence"]["values"] == {
        "question": {"en": "Date of birth", "es": "Fecha de nacimiento"}
    }
    assert "12 April" not in answer.text
    assert carla.sees()["call"]["verifying"]["left"] == 3


def test_a_supervisor_alone_allows_another_attempt_and_not_in_a_call_of_their_own(web: Web) -> None:
    carla = served_by_carla(web)
    at_hand = carla.at_hand()
    for _ in range(3):
        carla.post(f"{at_hand}/verification", UNKNOWN)
    assert carla.post(f"{at_hand}/verification/attempts").status_code == 403
    selma = on_duty(web, "selma")
    assert selma.get(at_hand).json()["verifying"]["may_allow"] is True
    allowed = selma.post(f"{at_hand}/verification/attempts").json()
    assert (allowed["verifying"]["left"], allowed["verifying"]["may_allow"]) == (1, False)
    assert allowed["timeline"][-1]["what"] == "Allowed Tier 1 another attempt to verify the caller"
    to = {"to": "supervisor", "trigger": "caller_asked", "reason": "asked for one"}
    carla.post(f"{at_hand}/hand-on", to)
    answers(web, "selma")
    for _ in range(3):
        selma.post(f"{at_hand}/verification", UNKNOWN)
    refused = selma.post(f"{at_hand}/verification/attempts")
    assert "another supervisor" in refused.json()["error"]


def test_where_nothing_is_asked_nobody_is_verified_and_that_is_said() -> None:
    agency = msgspec.structs.replace(load_agency(), verification=None)
    with closing(World(agency=agency)) as world:
        carla = served_by_carla(Web(world))
        assert carla.sees()["call"]["verifying"] is None
        refused = carla.post(carla.at_hand() + "/verification", ANA)
        assert "no cases to verify callers for" in refused.json()["error"]
