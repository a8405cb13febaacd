"""What of a person's record was disclosed is listed for them: by scripts, screens, and whoever looked."""

from collections.abc import Iterator
from datetime import date

import pytest

from tests.journeys.web import Browser, Web
from tests.journeys.world import Caller, World
from tierline.calls.names import AgentId
from tierline.desk.privacy.accounting import Asked, accounting
from tierline.desk.privacy.concerned import Subject, UnreadableSubject, concerned
from tierline.privacy.disclosures import Disclosure

MINE, ANOTHERS = "EAC2190012345", "SRC2115022222"


@pytest.fixture
def world() -> Iterator[World]:
    world = World()
    yield world
    world.close()


def born(world: World, receipt: str) -> tuple[str, date]:
    case = world.cases.cases[receipt]
    assert case.date_of_birth
    return case.applicant, case.date_of_birth


def asked_of(world: World, by: str, value: str) -> list[Disclosure]:
    subject = Subject(by, value)  # type: ignore[arg-type]
    asked = Asked("root", "the person", world.clock.now())

    async def ask() -> list[Disclosure]:
        await world.center.looks.settled()
        return await accounting(world.store, await concerned(world.store, subject), asked)

    return world.do(ask())


def told_the_status(world: World, receipt: str = MINE) -> tuple[Caller, Browser]:
    """A caller whom Tier 1 verified and read the status to; the agent's browser."""
    web = Web(world)
    browser = web.signed_in("carla")
    browser.post("/api/agent/phone", {"kind": "browser"})
    browser.post("/api/agent/state", {"ready": True})
    ana = world.dials(language="en")
    ana.chooses_a_person()
    world.switch.agent_answers(world.switch.ringing["carla"])
    world.settle()
    name, birth = born(world, receipt)
    at_hand = browser.at_hand()
    answers = {"name": name, "birth-date": birth.isoformat()}
    browser.post(f"{at_hand}/verification", {"receipt": receipt, "answers": answers})
    browser.post(f"{at_hand}/scripts", {"script": "case-status"})
    return ana, browser


def natures(found: list[Disclosure]) -> list[str]:
    return [told.nature for told in found]


def test_what_was_read_and_who_saw_it_is_found_by_the_receipt_number(world: World) -> None:
    told_the_status(world)
    found = asked_of(world, "receipt", "eac 219 001 2345")
    assert {"script", "seen"} <= set(natures(found))
    [script] = [told for told in found if told.nature == "script"]
    assert (script.by, script.to, script.verification) == ("carla", "caller", "basic")
    assert "status" in script.facts
    seen = {fact for told in found if told.nature == "seen" for fact in told.facts}
    assert "status" in seen


def test_the_case_of_somebody_else_is_not_in_it(world: World) -> None:
    told_the_status(world)
    assert natures(asked_of(world, "receipt", ANOTHERS)) == []


def test_no_value_is_in_an_accounting(world: World) -> None:
    told_the_status(world)
    name, birth = born(world, MINE)
    whole = str(asked_of(world, "receipt", MINE))
    assert not [value for value in (name, birth.isoformat(), MINE, "+12025550111") if value in whole]


def test_a_screen_that_is_drawn_again_is_one_look(world: World) -> None:
    _, browser = told_the_status(world)
    before = len(asked_of(world, "receipt", MINE))
    for _ in range(5):
        browser.get("/api/agent/view")
        browser.get(browser.at_hand())
    assert len(asked_of(world, "receipt", MINE)) == before + 1  # the accounting itself


def test_an_accounting_is_in_the_next_one(world: World) -> None:
    told_the_status(world)
    world.wait(minutes=1)
    asked_of(world, "receipt", MINE)
    last = asked_of(world, "receipt", MINE)[-1]
    assert (last.nature, last.by, last.whom, last.to) == ("accounting", "root", "the person", "operator")


def test_a_supervisor_who_looks_at_the_call_later_is_in_it(world: World) -> None:
    ana, _ = told_the_status(world)
    selma = Web(world).signed_in("selma")
    selma.get(f"/api/calls/{ana.call_id}")
    assert "selma" in {told.by for told in asked_of(world, "receipt", MINE)}


def test_a_reviewer_of_the_site_who_reads_what_was_told_is_in_it(world: World) -> None:
    ana, carla = told_the_status(world)
    carla.post(f"{carla.at_hand()}/end")
    quinn = Web(world).signed_in("quinn")
    assert quinn.get(f"/api/quality/calls/{ana.call_id}").json()["words"][0]["text"]
    seen = [(told.facts, told.nature) for told in asked_of(world, "receipt", MINE) if told.by == "quinn"]
    assert seen == [(("words",), "seen")]


def test_a_look_while_the_database_is_away_is_on_record_when_it_is_back(world: World) -> None:
    ana, _ = told_the_status(world)
    selma, matter = world.agency.staff[AgentId("selma")], ana.call.matter

    async def looks() -> None:
        world.store.away = True
        world.center.looks.seen(selma, ana.call_id, ["zip"], matter=matter)
        await world.center.looks.settled()
        world.store.away = False

    world.do(looks())
    world.wait(seconds=5)
    assert ("selma", ("zip",)) in {(told.by, told.facts) for told in asked_of(world, "receipt", MINE)}


def test_who_reads_what_was_said_of_two_cases_has_looked_at_both(world: World) -> None:
    ana, carla = told_the_status(world)
    name, birth = born(world, ANOTHERS)
    answers = {"name": name, "birth-date": birth.isoformat()}
    carla.post(f"{carla.at_hand()}/verification", {"receipt": ANOTHERS, "answers": answers})
    Web(world).signed_in("selma").get(f"/api/calls/{ana.call_id}")
    for receipt, more in ((MINE, False), (ANOTHERS, True)):
        theirs = [told.facts for told in asked_of(world, "receipt", receipt) if told.by == "selma"]
        assert ["words" in facts for facts in theirs] == [True]
        assert ["status" in facts for facts in theirs] == [more]


def test_all_calls_from_a_telephone_number_are_found_by_it(world: World) -> None:
    told_the_status(world)
    assert "script" in natures(asked_of(world, "number", "+1 (202) 555-0111"))
    assert natures(asked_of(world, "number", "+12025550199")) == []


def test_one_call_is_accounted_for_by_its_id(world: World) -> None:
    ana, _ = told_the_status(world)
    assert "script" in natures(asked_of(world, "call", ana.call_id))
    assert natures(asked_of(world, "call", "call-of-nobody")) == []


def test_the_status_that_the_ivr_speaks_is_in_it(world: World) -> None:
    ana = world.dials(language="en")
    _, birth = born(world, MINE)
    ana.presses("13222190012345" + birth.strftime("%m%d%Y"))
    found = asked_of(world, "receipt", MINE)
    [spoken] = [told for told in found if told.nature == "case_status"]
    assert (spoken.by, spoken.facts) == ("ivr", ("next_steps", "status", "updated"))


def test_a_clerk_who_opens_a_request_is_in_it(world: World) -> None:
    ana, carla = told_the_status(world)
    form = {
        "kind": "non-receipt-card",
        "receipt": MINE,
        "facts": {"sent_on": "2026-10-01", "address_checked": "yes"},
    }
    made = carla.post(f"{carla.at_hand()}/requests", form, Idempotency_Key="one")
    assert made.status_code == 200, made.text
    [number] = ana.call.requests
    request = world.do(world.store.request(number))
    assert request
    clerk = next(p for p in world.agency.staff.values() if p.office == request.office)
    Web(world).signed_in(clerk.user).get(f"/api/office/requests/{number}")
    found = asked_of(world, "receipt", MINE)
    assert (number, clerk.user) in {(told.of, told.by) for told in found if told.nature == "seen"}
    assert "request" in natures(found)


def test_a_number_that_cannot_be_one_is_said_so(world: World) -> None:
    with pytest.raises(UnreadableSubject, match="three letters"):
        asked_of(world, "receipt", "EAC12")
