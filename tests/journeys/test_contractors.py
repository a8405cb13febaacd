"""Contractors of two vendors take calls; each lead sees their own site, and no door makes a contractor an
officer or a supervisor (A7)."""

import json
from collections.abc import Iterator

import pytest

from tests.journeys.test_web_serving_a_call import answers, on_duty
from tests.journeys.web import Web
from tests.journeys.world import World
from tests.sample import AGENCY
from tierline.agency import BadAgency, load
from tierline.agency.files import FolderFiles
from tierline.calls.names import AgentId
from tierline.staff.person import FOR_FEDERAL_STAFF_ONLY

FILES = dict(FolderFiles(AGENCY))
OF_A_PERSON = {"role", "employment", "vendor", "site", "grants"}


@pytest.fixture
def world() -> Iterator[World]:
    world = World()
    yield world
    world.close()


@pytest.fixture
def web(world: World) -> Web:
    return Web(world)


@pytest.mark.clause("A7")
def test_contractors_of_two_vendors_take_calls_and_each_lead_sees_their_own_site(
    web: Web, world: World
) -> None:
    staff = world.center.agency.staff
    callers = []
    for user in ("carla", "colin"):
        on_duty(web, user)
        caller = world.dials(language="en")
        caller.chooses_a_person()
        answers(web, user)
        callers.append(caller)
    assert [[s.agent for s in caller.call.serving] for caller in callers] == [["carla"], ["colin"]]
    assert {staff[AgentId(user)].vendor for user in ("carla", "colin")} == {"harbor", "summit"}
    for lead, theirs, other in (("lena", "carla", "colin"), ("liam", "colin", "carla")):
        assert staff[AgentId(lead)].employment == "contract"
        browser = web.signed_in(lead)
        seen = browser.get("/api/supervisor/floor")
        assert [(a["user"], a["state"]["name"]) for a in seen.json()["agents"]] == [(theirs, "talking")]
        assert staff[AgentId(other)].name not in seen.text
        away = browser.post(f"/api/supervisor/floor/{other}/sign-out", {"why": "left", "caller": "requeue"})
        assert away.status_code == 404
    assert [[s.agent for s in caller.call.serving] for caller in callers] == [["carla"], ["colin"]]


def promoted(user: str, role: str) -> dict[str, bytes]:
    """The agency's folder, with this contractor in that role."""
    lines = FILES["staff.yaml"].decode().splitlines()
    changed = [
        line.replace("role: csr", f"role: {role}").replace("role: lead", f"role: {role}")
        if f"user: {user}," in line
        else line
        for line in lines
    ]
    assert changed != lines
    return {**FILES, "staff.yaml": "\n".join(changed).encode()}


@pytest.mark.clause("A7")
@pytest.mark.parametrize("role", sorted(FOR_FEDERAL_STAFF_ONLY))
@pytest.mark.parametrize("user", ["carla", "lena"])
def test_no_folder_and_no_publication_makes_a_contractor_an_officer(
    world: World, user: str, role: str
) -> None:
    with pytest.raises(BadAgency, match="a contract employee cannot be"):
        load(promoted(user, role))
    before = world.center.agency
    world.publish(promoted(user, role))  # as a hand in the database would, past the gate
    assert world.center.agency is before


@pytest.mark.clause("A7")
def test_no_door_of_the_web_takes_what_somebody_is(web: Web) -> None:
    """Nor does the script library, which is a part of it: people are the agency's files alone."""
    schema = web.signed_in("selma").get("/api/schema").json()
    bodies = [
        json.dumps(schema_of["requestBody"])
        for path in schema["paths"].values()
        for schema_of in path.values()
        if "requestBody" in schema_of
    ]
    sent = {name for name, shape in schema["components"]["schemas"].items() if any(name in b for b in bodies)}
    assert len(sent) > 20
    for name in sent:
        shape = schema["components"]["schemas"][name]
        assert not OF_A_PERSON & set(shape.get("properties", {})), name


@pytest.mark.clause("A7")
def test_a_lead_is_rung_for_no_caller_who_asks_for_a_supervisor_and_opens_no_door_of_one(
    web: Web, world: World
) -> None:
    carla = on_duty(web, "carla")
    lena = web.signed_in("lena")
    assert lena.post("/api/agent/phone", {"kind": "browser"}).status_code == 200
    assert lena.post("/api/agent/state", {"ready": True}).status_code == 403
    ana = world.dials(language="en")
    ana.chooses_a_person()
    answers(web, "carla")
    at = carla.at_hand()
    carla.post(f"{at}/hand-on", {"to": "supervisor", "trigger": "caller_asked", "reason": "asked for one"})
    assert world.ringing == set()
    for path in ("take-over", "reviews", "verification/attempts", "emergency/acknowledgement", "own-words"):
        assert lena.post(f"{at}/{path}", {"note": "x", "said": "x", "verdict": "verified"}).status_code == 403
    assert lena.post(f"{at}/supervision", {"mode": "barge", "reason": "x"}).status_code == 409
    assert lena.get("/api/calls").status_code == lena.get(at).status_code == 403
    selma = web.signed_in("selma")
    selma.post("/api/agent/phone", {"kind": "browser"})
    selma.post("/api/agent/state", {"ready": True})
    answers(web, "selma")
    assert selma.sees()["call"]["id"] == ana.call_id
