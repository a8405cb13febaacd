"""Quality reviewers read what CSRs of their own site told callers, and hear it where the agency lets them."""

from collections.abc import Iterator
from typing import Any

import pytest
from msgspec.structs import replace

from tests.journeys.test_privacy_accounting import asked_of
from tests.journeys.test_web_serving_a_call import ANA, answers, on_duty
from tests.journeys.web import Browser, Web
from tests.journeys.world import World
from tierline.calls import recording_events as re
from tierline.calls.names import AgentId
from tierline.desk.views.presented import WITHHELD

ANA_S_RECEIPT = "EAC2190012345"
WHY = {"reason": "a sample of the month"}
CALLS = "/api/quality/calls"


@pytest.fixture
def world() -> Iterator[World]:
    world = World()
    yield world
    world.close()


@pytest.fixture
def web(world: World) -> Web:
    return Web(world)


def with_changes(world: World, **changed: object) -> None:
    in_force = world.center.in_force
    in_force.newest = replace(in_force.newest, agency=replace(world.center.agency, **changed))


def quality_plays(world: World) -> None:
    players = frozenset({"supervisor", "quality"})
    with_changes(world, recording=replace(world.center.agency.recording, players=players))


def at_west(world: World) -> None:
    """Quinn works at the other site, for its vendor."""
    staff = world.center.agency.staff
    quinn = replace(staff[AgentId("quinn")], site="west", vendor="summit")
    with_changes(world, staff={**staff, quinn.user: quinn})


def told(web: Web) -> tuple[Browser, str]:
    """Carla, who has told a verified caller the status of their case; the call."""
    carla = on_duty(web, "carla")
    ana = web.world.dials(language="en")
    ana.chooses_a_person()
    answers(web, "carla")
    at = carla.at_hand()
    carla.post(f"{at}/verification", ANA)
    assert carla.post(f"{at}/scripts", {"script": "case-status"}).status_code == 200
    return carla, ana.call_id


def over(web: Web) -> str:
    carla, call = told(web)
    web.world.wait(seconds=20)
    assert carla.post(f"/api/calls/{call}/end").status_code == 200
    return call


def listed(browser: Browser) -> list[dict[str, Any]]:
    calls: list[dict[str, Any]] = browser.get(CALLS).json()["calls"]
    return calls


@pytest.mark.clause("A9")
def test_the_exact_words_are_read_with_who_told_them_in_which_version_and_when(web: Web) -> None:
    call = over(web)
    quinn = web.signed_in("quinn")
    [row] = listed(quinn)
    assert (row["id"], row["by"], row["told"]) == (call, ["Carla Sample"], 1)
    seen = quinn.get(f"{CALLS}/{call}").json()
    [words] = seen["words"]
    assert (words["by"], words["id"], words["version"]) == ("Carla Sample", "case-status", 1)
    assert words["text"] == web.signed_in("selma").get(f"/api/calls/{call}").json()["presented"][0]["text"]
    assert set(seen) == {"id", "arrived_at", "language", "by", "told", "words", "recording"}


def test_a_call_that_goes_on_is_not_read(web: Web) -> None:
    _, call = told(web)
    quinn = web.signed_in("quinn")
    assert listed(quinn) == []
    assert quinn.get(f"{CALLS}/{call}").status_code == 404


@pytest.mark.clause("A7")
def test_what_another_site_told_is_the_same_as_what_nobody_did(web: Web, world: World) -> None:
    quality_plays(world)
    call = over(web)
    at_west(world)
    quinn = web.signed_in("quinn")
    assert listed(quinn) == []
    assert quinn.get(f"{CALLS}/{call}").json() == quinn.get(f"{CALLS}/call-none").json()
    plays = [quinn.post(f"/api/calls/{of}/recording/plays", WHY) for of in (call, "call-none")]
    assert [(play.status_code, play.json()) for play in plays] == [(404, plays[0].json())] * 2


def test_words_with_facts_that_the_reviewer_may_not_see_are_withheld(web: Web, world: World) -> None:
    call = over(web)
    table = world.center.agency.entitlements
    fewer = {of: seen for of, seen in table.shows.items() if of.viewer.role != "quality"}
    with_changes(world, entitlements=replace(table, shows=fewer))
    [words] = web.signed_in("quinn").get(f"{CALLS}/{call}").json()["words"]
    assert words["text"] == WITHHELD


def test_what_an_officer_told_in_the_same_call_is_not_theirs_nor_is_its_recording(
    web: Web, world: World
) -> None:
    quality_plays(world)
    carla, call = told(web)
    olga = on_duty(web, "olga")
    at = f"/api/calls/{call}"
    carla.post(f"{at}/transfer", {"to": "2", "trigger": "unresolved", "reason": "needs the systems"})
    answers(web, "olga")
    carla.post(f"{at}/transfer/complete")
    olga.post(f"{at}/scripts", {"script": "case-status"})
    olga.post(f"{at}/own-words", {"said": "Your file is on its way."})
    world.wait(seconds=20)
    olga.post(f"{at}/end")
    quinn = web.signed_in("quinn")
    answer = quinn.get(f"{CALLS}/{call}")
    assert [words["by"] for words in answer.json()["words"]] == ["Carla Sample"]
    assert "Olga" not in answer.text
    assert answer.json()["recording"] is None
    assert quinn.post(f"{at}/recording/plays", WHY).status_code == 404


def test_what_a_reviewer_copies_is_on_record_and_of_another_site_there_is_nothing_to_copy(
    web: Web, world: World
) -> None:
    call = over(web)
    quinn = web.signed_in("quinn")
    copied = {"how": "copied", "classes": ["words"]}
    assert quinn.post(f"{CALLS}/{call}/copies", copied).status_code == 204
    told = [one for one in asked_of(world, "receipt", ANA_S_RECEIPT) if one.nature == "copied"]
    assert [one.by for one in told] == ["quinn"]
    at_west(world)
    assert quinn.post(f"{CALLS}/{call}/copies", copied).status_code == 404


def test_quality_hears_a_call_of_their_site_where_the_agency_lets_them_for_a_reason_on_record(
    web: Web, world: World
) -> None:
    call = over(web)
    quinn = web.signed_in("quinn")
    plays = f"/api/calls/{call}/recording/plays"
    assert quinn.get(f"{CALLS}/{call}").json()["recording"] is None
    assert quinn.post(plays, WHY).status_code == 404
    quality_plays(world)
    assert quinn.get(f"{CALLS}/{call}").json()["recording"]["seconds"] > 0
    assert quinn.post(plays, {"reason": " "}).status_code == 409
    begun = quinn.post(plays, WHY)
    assert begun.status_code == 201
    played = [r.event for r in world.timeline(call) if isinstance(r.event, re.RecordingPlayed)]  # type: ignore[arg-type]
    assert [event.agent for event in played] == ["quinn"]
    assert quinn.get(begun.json()["audio"]).status_code == 206
    at_west(world)
    assert quinn.get(begun.json()["audio"]).status_code == 404


@pytest.mark.parametrize(("mode", "status"), [("monitor", 201), ("barge", 404)])
def test_a_call_in_which_a_supervisor_spoke_is_not_heard(
    web: Web, world: World, mode: str, status: int
) -> None:
    quality_plays(world)
    carla, call = told(web)
    selma = on_duty(web, "selma")
    at = f"/api/calls/{call}"
    selma.post(f"{at}/supervision", {"mode": mode, "reason": "help"})
    answers(web, "selma")
    world.wait(seconds=20)
    carla.post(f"{at}/end")
    quinn = web.signed_in("quinn")
    there = quinn.get(f"{CALLS}/{call}").json()["recording"]
    assert (there is not None) == (status == 201)
    assert quinn.post(f"{at}/recording/plays", WHY).status_code == status


def test_nobody_else_reads_there_and_a_reviewer_opens_no_call(web: Web) -> None:
    call = over(web)
    for user in ("carla", "lena", "wanda", "selma", "author"):
        assert web.signed_in(user).get(CALLS).status_code == 403
    quinn = web.signed_in("quinn")
    assert quinn.get(f"/api/calls/{call}").status_code == 403
    assert quinn.get("/api/calls").status_code == 403
