"""A supervisor sees what a caller was told, verifies or corrects it, and what follows (B4.4a)."""

from collections.abc import Mapping
from typing import Any

import pytest
from msgspec.structs import replace

from tests.journeys.test_own_words import SAID, answers, with_officer
from tests.journeys.test_verification_unit import HUGO, HUGO_PROTECTED, with_the_unit
from tests.journeys.test_web_serving_a_call import FORM, on_duty
from tests.journeys.web import Browser, Web
from tests.journeys.world import World
from tierline.calls.names import AgentId
from tierline.calls.review_events import Reviewed
from tierline.calls.reviewed import Finding
from tierline.calls.service_events import OwnWordsAdded
from tierline.desk.as_known import as_known_to
from tierline.desk.reviewing import review

NOTHING: Mapping[str, str] = {}
RIGHT = {"instead": "It was mailed on Monday.", "why": "The scan is of Monday."}


@pytest.fixture
def web(world: World) -> Web:
    return Web(world)


class Told:
    """Olga, an officer, has read the status of the case and said something of her own."""

    def __init__(self, web: Web) -> None:
        self.world = web.world
        self.olga = with_officer(web)
        self.at = self.olga.at_hand()
        self.olga.post(f"{self.at}/scripts", {"script": "case-status"})
        self.olga.post(f"{self.at}/own-words", SAID)
        self.selma = web.signed_in("selma")

    def presented(self, by: Browser) -> list[dict[str, Any]]:
        said: list[dict[str, Any]] = by.get(self.at).json()["presented"]
        return said

    def said(self, nth: int = -1) -> str:
        return str(self.presented(self.selma)[nth]["reviewed"]["said"])

    def reviews(self, nth: int = -1) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.presented(self.selma)[nth]["reviewed"]["reviews"]
        return found

    def finds(self, verdict: str, words: Mapping[str, str] = NOTHING, nth: int = -1) -> int:
        found = {"said": self.said(nth), "verdict": verdict, **words}
        return self.selma.post(f"{self.at}/reviews", found).status_code

    def ends(self) -> None:
        self.world.wait(seconds=5)
        assert self.olga.post(f"{self.at}/end").status_code == 200


@pytest.fixture
def told(web: Web) -> Told:
    return Told(web)


@pytest.mark.clause("B4.4a")
@pytest.mark.parametrize("over", [False, True])
def test_a_supervisor_sees_what_was_told_by_whom_and_from_which_source(told: Told, over: bool) -> None:
    if over:
        told.ends()
    script, own = told.presented(told.selma)
    assert (script["by"], script["version"], script["language"]) == ("Olga Sample", 1, "en")
    facts = script["reviewed"]["facts"]
    assert "status" in [fact["name"] for fact in facts]
    assert {(fact["source"]["names"]["en"], fact["differs"]) for fact in facts} == {("Case system", False)}
    assert all(fact["now"] in script["text"] for fact in facts)
    assert (own["own_words"], own["text"], own["reviewed"]["facts"]) == (True, SAID["said"], [])


@pytest.mark.clause("B4.4a")
def test_what_the_system_says_otherwise_since_stands_out(told: Told, web: Web) -> None:
    cases = web.world.cases.cases
    case = cases["EAC2190012345"]
    approved = dict.fromkeys(case.status_texts, "Your case was approved.")
    cases["EAC2190012345"] = replace(case, status_texts=approved)
    facts = {fact["name"]: fact for fact in told.presented(told.selma)[0]["reviewed"]["facts"]}
    assert (facts["status"]["now"], facts["status"]["differs"]) == ("Your case was approved.", True)
    assert not any(fact["differs"] for name, fact in facts.items() if name != "status")


@pytest.mark.clause("B4.4a")
@pytest.mark.parametrize("over", [False, True])
def test_a_supervisor_verifies_it(told: Told, over: bool) -> None:
    if over:
        told.ends()
    assert told.finds("verified", nth=0) == 200
    (found,) = told.reviews(0)
    assert (found["by"], found["verdict"], found["holds"]) == ("Selma Sample", "verified", True)
    what = told.selma.get(told.at).json()["timeline"][-1]["what"]
    assert what == "Verified what Olga Sample told the caller"
    assert told.olga.sees()["corrections"] == []


@pytest.mark.clause("B4.4a")
@pytest.mark.parametrize("over", [False, True])
def test_a_correction_is_on_record_and_the_agent_reads_it(told: Told, over: bool) -> None:
    if over:
        told.ends()
    assert told.finds("corrected", RIGHT) == 200
    (found,) = told.reviews()
    assert (found["instead"], found["why"], found["seen"]) == (RIGHT["instead"], RIGHT["why"], None)
    (notice,) = told.olga.sees()["corrections"]
    assert (notice["by"], notice["own_words"], notice["titles"]) == ("Selma Sample", SAID["said"], {})
    assert (notice["instead"], notice["why"]) == (RIGHT["instead"], RIGHT["why"])
    seen = {"call": notice["call"], "said": notice["said"]}
    assert told.olga.post("/api/agent/corrections/seen", seen).json()["corrections"] == []
    assert told.olga.post("/api/agent/corrections/seen", seen).status_code == 200
    assert told.reviews()[0]["seen"]


@pytest.mark.clause("B4.4a")
def test_one_fact_of_the_words_is_corrected_by_itself(told: Told) -> None:
    assert told.finds("corrected", {**RIGHT, "fact": "zip"}, 0) == 409
    assert told.finds("corrected", {**RIGHT, "fact": "status"}, 0) == 200
    (notice,) = told.olga.sees()["corrections"]
    assert (notice["fact"], notice["fact_names"]) == ("status", {"en": "Status", "es": "Estado"})
    assert (notice["titles"]["en"], notice["own_words"]) != ("", "")


@pytest.mark.clause("B4.4a")
def test_authors_read_how_often_their_words_were_corrected_and_none_of_the_words(
    told: Told, web: Web
) -> None:
    author = web.signed_in("author")
    told.finds("corrected", {**RIGHT, "fact": "status"}, 0)
    told.finds("verified", {"fact": "next_steps"}, 0)
    told.finds("corrected", RIGHT)
    script = author.get("/api/library/case-status")
    (version,) = script.json()["versions"]
    assert (version["verified"], version["corrected"]) == (1, 1)
    assert RIGHT["instead"] not in script.text


@pytest.mark.clause("B4.4a")
def test_who_reviews_again_supersedes_and_the_agent_is_told_no_longer(told: Told) -> None:
    told.finds("corrected", RIGHT)
    told.finds("verified")
    assert [(r["verdict"], r["holds"]) for r in told.reviews()] == [("corrected", False), ("verified", True)]
    assert told.olga.sees()["corrections"] == []


@pytest.mark.clause("B4.4a")
def test_a_correction_without_the_right_words_is_none(told: Told) -> None:
    assert told.finds("corrected", {"instead": RIGHT["instead"]}) == 409
    assert told.finds("corrected", {"instead": "x" * 2001, "why": "y"}) == 400
    assert told.reviews() == []


@pytest.mark.clause("B4.4a")
def test_nobody_but_a_supervisor_reviews_and_nobody_their_own_words(told: Told, web: Web) -> None:
    found = {"said": told.said(), "verdict": "verified"}
    assert told.olga.post(f"{told.at}/reviews", found).status_code == 403
    asked = {"to": "supervisor", "trigger": "officer_judgement", "reason": "a second opinion"}
    on_duty(web, "selma")
    told.olga.post(f"{told.at}/transfer", asked)
    answers(web, "selma")
    assert told.olga.post(f"{told.at}/transfer/complete").status_code == 200
    assert told.finds("verified") == 200, "she looks at what the officer said while the caller is with her"
    told.selma.post(f"{told.at}/own-words", {"said": "I am the supervisor."})
    assert told.finds("verified") == 409
    assert not told.presented(told.selma)[-1]["reviewed"]["may_review"]


@pytest.mark.clause("B4.4a")
def test_agents_see_no_review_of_what_they_said_but_their_own_correction(told: Told) -> None:
    told.finds("corrected", RIGHT)
    assert [said["reviewed"] for said in told.presented(told.olga)] == [None, None]
    assert RIGHT["why"] not in told.olga.get(told.at).text


@pytest.mark.clause("B4.4a")
def test_words_of_another_call_are_unknown(told: Told) -> None:
    found = {"said": "script_text-0", "verdict": "verified"}
    assert told.selma.post(f"{told.at}/reviews", found).status_code == 404
    assert told.selma.post("/api/calls/none/reviews", found).status_code == 404


@pytest.mark.clause("B4.4a")
def test_a_correction_goes_to_the_office_that_has_the_request(told: Told, web: Web) -> None:
    made = told.olga.post(f"{told.at}/requests", FORM, Idempotency_Key="form-1").json()
    (request,) = made["requests"]
    told.ends()
    to = {"said": told.said(), "number": request["number"]}
    assert told.selma.post(f"{told.at}/reviews/request", to).status_code == 409
    told.finds("corrected", RIGHT)
    assert told.selma.post(f"{told.at}/reviews/request", {**to, "number": "R0"}).status_code == 404
    for _ in range(2):
        assert told.selma.post(f"{told.at}/reviews/request", to).status_code == 200
    assert told.reviews()[0]["passed_on"] == [request["number"]]
    clerk = next(p for p in web.world.agency.staff.values() if p.office == request["office"])
    detail = web.signed_in(clerk.user).get(f"/api/office/requests/{request['number']}").json()
    corrected = "Corrected what the caller was told: {words}"
    lines = [line["what"]["values"] for line in detail["history"] if line["what"]["template"] == corrected]
    assert lines == [{"words": RIGHT["instead"]}]


@pytest.mark.clause("B4.4a")
def test_of_a_hidden_case_others_are_not_told_that_anything_was_reviewed(world: World) -> None:
    carla = world.ready("carla")
    caller, irma = with_the_unit(world, carla)
    irma.verifies_by(HUGO_PROTECTED, HUGO)
    irma.adds_own_words("Your card is on its way.")
    selma, olga = (world.agency.staff[AgentId(user)] for user in ("selma", "olga"))
    (said,) = (event.text for event in caller.all(OwnWordsAdded))
    finding = Finding(verdict="corrected", instead="It was mailed.", why="It was.")
    world.do(review(world.center, selma, caller.call_id, said, finding))
    history = world.do(world.center.history(caller.call_id))
    known = world.do(as_known_to(world.center, history, olga)).history
    assert not any(isinstance(recorded.event, Reviewed) for recorded in known)
    known = world.do(as_known_to(world.center, history, selma)).history
    assert any(isinstance(recorded.event, Reviewed) for recorded in known)


@pytest.mark.clause("B4.4a")
def test_events_hold_no_words(told: Told) -> None:
    told.finds("corrected", RIGHT)
    (call,) = told.world.do(told.world.store.recent_calls(1))
    history = told.world.do(told.world.center.history(call.id))
    (event,) = (r.event for r in history if isinstance(r.event, Reviewed))
    assert "Monday" not in str(event)


@pytest.mark.clause("B4.4a")
def test_the_notice_outlives_a_restart(told: Told, web: Web) -> None:
    told.finds("corrected", RIGHT)
    told.ends()
    web.world.kill_and_restart()
    again = Web(web.world)
    assert [n["instead"] for n in again.signed_in("olga").sees()["corrections"]] == [RIGHT["instead"]]


@pytest.mark.clause("B4.4a")
def test_the_recording_says_where_the_words_were_said_where_it_is_one(told: Told) -> None:
    told.ends()
    told.world.wait(seconds=2)
    script, own = (said["reviewed"]["recorded_at"] for said in told.presented(told.selma))
    assert 0 <= script <= own < told.selma.get(told.at).json()["recording"]["seconds"]


@pytest.mark.clause("B4.4a")
def test_what_was_said_while_the_recording_paused_is_in_no_recording(told: Told) -> None:
    told.world.wait(seconds=5)
    told.olga.post(f"{told.at}/recording/pause")
    told.world.wait(seconds=5)
    told.olga.post(f"{told.at}/own-words", {"said": "Unheard."})
    told.world.wait(seconds=5)
    told.olga.delete(f"{told.at}/recording/pause")
    told.ends()
    assert told.presented(told.selma)[-1]["reviewed"]["recorded_at"] is None


@pytest.mark.clause("B4.4a")
def test_whom_a_supervisor_reviews_is_the_agencys_to_say_whatever_they_see_of_the_case(
    told: Told, world: World
) -> None:
    """Of officers nobody here: by a policy of its own, not by what the supervisor may see."""
    agency, in_force = world.center.agency, world.center.in_force
    fewer = frozenset(pair for pair in agency.oversight.allowed if pair.colleague.role != "officer")
    oversight = replace(agency.oversight, allowed=fewer)
    in_force.newest = replace(in_force.newest, agency=replace(agency, oversight=oversight))
    script, own = told.presented(told.selma)
    assert script["reviewed"]["facts"] != []
    assert not script["reviewed"]["may_review"]
    assert not own["reviewed"]["may_review"]
    assert told.finds("verified") == 409
    assert told.reviews() == []
