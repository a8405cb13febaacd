"""Every route of the web, read by everyone there is, at every state of a call: no answer has a fact that its
reader may not see of the case (I9)."""

from collections.abc import Iterator
from datetime import date

import httpx
import pytest
from litestar.routes import HTTPRoute
from msgspec.structs import replace

from tests.journeys.web import Browser, Web
from tests.journeys.world import World
from tierline.calls.names import AgentId
from tierline.desk.entitled import viewer_of
from tierline.ports.case_system import CaseRecord
from tierline.staff.entitlement import visible_fields

RECEIPT = "EAC2190012345"
BORN = date(1931, 7, 19)
FACTS = {
    "applicant": "Quellaria Zyx",
    "date_of_birth": BORN.isoformat(),
    "zip": "98799",
    "email": "quellaria@zyx.example",
    "status": "The zyx status of this very case.",
    "next_steps": "The zyx steps that come next.",
    "received": "2017-03-09",
    "updated": "2018-10-23",
}
"""What would be known by sight in any answer; the marks of the case are looked for by their name."""


def telling(case: CaseRecord, flags: frozenset[str]) -> CaseRecord:
    return replace(
        case,
        applicant=FACTS["applicant"],
        date_of_birth=BORN,
        zip=FACTS["zip"],
        email=FACTS["email"],
        status_texts=dict.fromkeys(case.status_texts, FACTS["status"]),
        next_steps=dict.fromkeys(case.next_steps, FACTS["next_steps"]),
        received=date.fromisoformat(FACTS["received"]),
        updated=date.fromisoformat(FACTS["updated"]),
        flags=flags,
    )


class Readers:
    """Everybody of the agency, each signed in, who read all there is to read."""

    def __init__(self, world: World, flags: frozenset[str]) -> None:
        self.web, self._world, self._flags = Web(world), world, flags
        self.seen: dict[str, set[str]] = {}
        """The facts that were in answers, by who read them."""
        self.browsers = {str(user): self.web.signed_in(user) for user in world.agency.staff}

    def read_everything(self, call: str) -> None:
        for user, browser in self.browsers.items():
            for path in self._paths(call, user):
                self.look(user, browser.get(path))
            self.look(user, browser.post(f"/api/calls/{call}/shown", {}))

    def look(self, user: str, answer: httpx.Response) -> None:
        """Raises AssertionError where it has more than `user` may see."""
        assert answer.status_code != 500, answer.text
        there = {fact for fact, value in FACTS.items() if value in answer.text}
        self.seen.setdefault(user, set()).update(there)
        assert there <= self._may_see(user), f"{user}: {answer.request.method} {answer.request.url}"

    def _may_see(self, user: str) -> frozenset[str]:
        calls = self._world.do(self._world.store.recent_calls(1))
        verification = calls[0].verification if calls else "none"
        viewer = viewer_of(self._world.agency.staff[AgentId(user)])
        return visible_fields(self._world.agency.entitlements, viewer, verification, self._flags)

    def _paths(self, call: str, user: str) -> Iterator[str]:
        yield f"/api/calls/{call}/scripts?words=case"
        requests = [r.number for r in self._world.do(self._world.store.requests_at(self._office(user)))]
        filled = {
            "{call_id:str}": [call],
            "{user:str}": ["carla", "olga"],
            "{number:str}": requests or ["none"],
            "{name:str}": ["none"],
            "{token:str}": ["none"],
            "{path:str}": ["openapi.json"],
            "{page:path}": ["calls"],
        }
        for route in self.web.app.routes:
            if isinstance(route, HTTPRoute) and "GET" in route.methods and not route.path.endswith("/feed"):
                blank = next((blank for blank in filled if blank in route.path), None)
                yield from [route.path.replace(blank, by) for by in filled[blank]] if blank else [route.path]

    def _office(self, user: str) -> str:
        return self._world.agency.staff[AgentId(user)].office or ""


@pytest.fixture
def world() -> Iterator[World]:
    world = World()
    yield world
    world.close()


def with_case(world: World, flags: frozenset[str] = frozenset()) -> Readers:
    world.cases.cases[RECEIPT] = telling(world.cases.cases[RECEIPT], flags)
    return Readers(world, flags)


def ready(readers: Readers, user: str) -> Browser:
    browser = readers.browsers[user]
    readers.look(user, browser.post("/api/agent/phone", {"kind": "browser"}))
    readers.look(user, browser.post("/api/agent/state", {"ready": True}))
    return browser


def answered(readers: Readers, user: str) -> None:
    world = readers.web.world
    world.switch.agent_answers(world.switch.ringing[user])
    world.settle()


def served(readers: Readers, upwards: tuple[str, ...] = ("olga", "selma")) -> str:
    """From an unverified caller at Tier 1 upwards, all of it read by everyone at each step; the call."""
    world = readers.web.world
    carla = ready(readers, "carla")
    ana = world.dials(language="en")
    ana.presses("1322219001234501011900")
    ana.chooses_a_person()
    readers.read_everything(ana.call_id)
    answered(readers, "carla")
    at_hand = carla.at_hand()
    readers.read_everything(ana.call_id)
    answers = {"name": FACTS["applicant"], "birth-date": BORN.isoformat()}
    readers.look("carla", carla.post(f"{at_hand}/verification", {"receipt": RECEIPT, "answers": answers}))
    readers.read_everything(ana.call_id)
    readers.look("carla", carla.post(f"{at_hand}/scripts", {"script": "case-status"}))
    serving = "carla"
    for user, to in zip(upwards, ("2", "supervisor"), strict=False):
        wanted = {
            "to": to,
            "trigger": "unresolved" if to == "2" else "officer_judgement",
            "reason": "systems",
        }
        ready(readers, user)
        readers.look(serving, readers.browsers[serving].post(f"{at_hand}/transfer", wanted))
        answered(readers, user)
        readers.read_everything(ana.call_id)
        readers.look(serving, readers.browsers[serving].post(f"{at_hand}/transfer/complete"))
        readers.read_everything(ana.call_id)
        serving = user
    world.switch.caller_hangs_up(ana.leg)
    world.settle()
    readers.read_everything(ana.call_id)
    return ana.call_id


@pytest.mark.clause("A8")
@pytest.mark.clause("B3.2")
def test_of_an_ordinary_case_everybody_reads_what_they_may_and_no_more(world: World) -> None:
    readers = with_case(world)
    served(readers)
    assert {"status", "next_steps"} <= readers.seen["carla"]
    assert not {"applicant", "zip", "date_of_birth", "email"} & readers.seen["carla"]
    assert {"applicant", "zip", "date_of_birth"} <= readers.seen["olga"]
    for user in ("colin", "clerk-newark", "author", "approver"):
        assert readers.seen[user] == set()


@pytest.mark.clause("A8")
def test_of_a_protected_case_nobody_reads_anything(world: World) -> None:
    readers = with_case(world, frozenset({"protected"}))
    served(readers)
    assert set().union(*readers.seen.values()) == set()
