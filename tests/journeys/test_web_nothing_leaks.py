"""Every route of the web and every stream, read by everyone there is, and every form sent by whoever may not,
at every state of a call: no answer has a fact that its reader may not see of the case (I9), nor tells whoever
looks after one site of another."""

from collections.abc import Iterator
from datetime import date

import pytest
from msgspec.structs import replace

from tests.journeys.everyone import Everyone
from tests.journeys.leaks import BORN, FACTS
from tests.journeys.web import Browser
from tests.journeys.world import World
from tierline.calls.names import AgentId
from tierline.ports.case_system import CaseRecord
from tierline.staff.oversight import Pair, post_of

RECEIPT = "EAC2190012345"


def telling(case: CaseRecord, flags: frozenset[str]) -> CaseRecord:
    return replace(
        case,
        applicant=FACTS["applicant"],
        date_of_birth=date.fromisoformat(BORN),
        zip=FACTS["zip"],
        email=FACTS["email"],
        status_texts=dict.fromkeys(case.status_texts, FACTS["status"]),
        next_steps=dict.fromkeys(case.next_steps, FACTS["next_steps"]),
        received=date.fromisoformat(FACTS["received"]),
        updated=date.fromisoformat(FACTS["updated"]),
        flags=flags,
    )


@pytest.fixture
def world() -> Iterator[World]:
    world = World()
    yield world
    world.close()


def with_case(world: World, flags: frozenset[str] = frozenset()) -> Everyone:
    world.cases.cases[RECEIPT] = telling(world.cases.cases[RECEIPT], flags)
    return Everyone(world, flags)


def with_agency(world: World, **changed: object) -> None:
    in_force = world.center.in_force
    in_force.newest = replace(in_force.newest, agency=replace(world.center.agency, **changed))


def ready(everyone: Everyone, user: str) -> Browser:
    browser = everyone.browsers[user]
    everyone.look(user, browser.post("/api/agent/phone", {"kind": "browser"}))
    everyone.look(user, browser.post("/api/agent/state", {"ready": True}))
    return browser


def answered(everyone: Everyone, user: str) -> None:
    world = everyone.web.world
    world.switch.agent_answers(world.switch.ringing[user])
    world.settle()


def listens(everyone: Everyone, user: str, call: str) -> None:
    """A lead, from the other side of the call's screens."""
    browser = everyone.browsers[user]
    everyone.look(user, browser.post("/api/agent/phone", {"kind": "browser"}))
    wanted = {"mode": "monitor", "reason": "a new colleague"}
    begun = browser.post(f"/api/calls/{call}/supervision", wanted)
    assert begun.status_code == 200, begun.text
    everyone.look(user, begun)
    answered(everyone, user)
    assert browser.sees()["supervising"]["answered"]


def asks_an_office(everyone: Everyone, user: str, call: str) -> None:
    """In writing; and what it answers is on record."""
    browser, at = everyone.browsers[user], f"/api/calls/{call}/contacts"
    wish = {"office": "newark", "subject": "urgent", "wanted": "immediate_action", "reason": "an oath"}
    asked = browser.post(f"{at}/messages", wish, Idempotency_Key="contact")
    everyone.look(user, asked)
    answer = browser.post(f"{at}/{asked.json()['asked'][0]['id']}/answer", {"words": "It is done."})
    assert answer.status_code == 200, answer.text


def served(
    everyone: Everyone, upwards: tuple[str, ...] = ("olga", "selma"), listener: str | None = None
) -> str:
    """From an unverified caller at Tier 1 upwards, all of it read by everyone at each step; the call."""
    world = everyone.web.world
    carla = ready(everyone, "carla")
    ana = world.dials(language="en")
    ana.presses("1322219001234501011900")
    ana.chooses_a_person()
    everyone.read_everything(ana.call_id)
    answered(everyone, "carla")
    at_hand = carla.at_hand()
    everyone.read_everything(ana.call_id)
    answers = {"name": FACTS["applicant"], "birth-date": BORN}
    everyone.look("carla", carla.post(f"{at_hand}/verification", {"receipt": RECEIPT, "answers": answers}))
    everyone.look("carla", carla.post(f"{at_hand}/scripts", {"script": "case-status"}))
    if listener:
        listens(everyone, listener, ana.call_id)
    everyone.read_everything(ana.call_id)
    everyone.try_everything(ana.call_id, but=("carla", listener or "", *upwards))
    serving = "carla"
    for user, to in zip(upwards, ("2", "supervisor"), strict=False):
        wanted = {
            "to": to,
            "trigger": "unresolved" if to == "2" else "officer_judgement",
            "reason": "systems",
        }
        ready(everyone, user)
        everyone.look(serving, everyone.browsers[serving].post(f"{at_hand}/transfer", wanted))
        answered(everyone, user)
        everyone.read_everything(ana.call_id)
        everyone.look(serving, everyone.browsers[serving].post(f"{at_hand}/transfer/complete"))
        if to == "supervisor":
            asks_an_office(everyone, user, ana.call_id)
        everyone.read_everything(ana.call_id)
        everyone.try_everything(ana.call_id, but=("carla", *upwards))
        serving = user
    world.switch.caller_hangs_up(ana.leg)
    world.settle()
    everyone.read_everything(ana.call_id)
    everyone.try_everything(ana.call_id, but=("carla", *upwards))
    return ana.call_id


@pytest.mark.clause("A8")
@pytest.mark.clause("B3.2")
def test_of_an_ordinary_case_everybody_reads_what_they_may_and_no_more(world: World) -> None:
    everyone = with_case(world)
    served(everyone)
    assert {"status", "next_steps"} <= everyone.seen["carla"]
    assert not {"applicant", "zip", "date_of_birth", "email"} & everyone.seen["carla"]
    assert {"applicant", "zip", "date_of_birth"} <= everyone.seen["olga"]
    for user in ("colin", "lena", "liam", "wanda", "clerk-newark", "author", "approver"):
        assert everyone.seen[user] == set()
    assert "status" in everyone.seen["quinn"]
    assert not {"applicant", "zip", "date_of_birth", "email"} & everyone.seen["quinn"]


@pytest.mark.clause("A8")
def test_of_a_protected_case_nobody_reads_anything(world: World) -> None:
    everyone = with_case(world, frozenset({"protected"}))
    served(everyone)
    assert set().union(*everyone.seen.values()) == set()


def test_a_lead_who_listens_reads_nothing_of_the_case_nor_who_takes_the_call_from_there(world: World) -> None:
    settings = replace(world.center.agency.supervision, leads="whisper")
    with_agency(world, supervision=settings)
    everyone = with_case(world)
    served(everyone, ("olga",), listener="lena")
    assert everyone.seen["lena"] == set()
    assert everyone.names_seen["lena"] == {"Carla Sample", "Lena Sample"}


def test_where_a_vendors_people_share_a_site_each_vendors_see_their_own_alone(world: World) -> None:
    """All at one site: what divides them is whom they work for."""
    agency = world.center.agency
    staff = {
        user: replace(person, site="main") if person.site in ("east", "west") else person
        for user, person in agency.staff.items()
    }
    with_agency(world, staff=staff)
    everyone = with_case(world)
    served(everyone, ())
    assert everyone.names_seen["lena"] >= {"Carla Sample"}
    assert "Carla Sample" not in everyone.names_seen["liam"]


def test_a_leak_that_is_planted_is_found(world: World) -> None:
    """A lead is let see the floor of another vendor at another site, which no check would let through."""
    everyone = with_case(world)
    agency = world.center.agency
    lena, colin = agency.staff[AgentId("lena")], agency.staff[AgentId("colin")]
    everyone.read_everything("call-none")
    everyone.hides_now()
    leaky = Pair(post_of(lena), "oversee", post_of(colin))
    oversight = replace(agency.oversight, allowed=agency.oversight.allowed | {leaky})
    with_agency(world, oversight=oversight)
    with pytest.raises(AssertionError, match=r"lena: GET .*floor.*Colin Sample"):
        everyone.read_everything("call-none")
