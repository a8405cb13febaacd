"""What a supervisor may ask of an office in writing: a Service Request for what the contact center cannot
resolve itself (B4.4c), and relief for a wait that the agency's own error caused (B4.4d)."""

from collections.abc import Iterator
from datetime import timedelta

import httpx
import pytest

from tests.journeys.test_privacy_accounting import MINE, told_the_status
from tests.journeys.web import Browser, Web
from tests.journeys.world import Caller, World
from tests.sample import A_MONDAY_MORNING

RELIEF = {"agency_error": "We lost the file; four months were lost.", "by_when": "2026-12-31"}
CARD = {"sent_on": "2026-10-01", "address_checked": "yes"}


@pytest.fixture
def world() -> Iterator[World]:
    world = World()
    yield world
    world.close()


@pytest.fixture
def ana(world: World) -> tuple[Caller, Browser]:
    """Whom Tier 1 has verified, and that agent's browser."""
    return told_the_status(world)


@pytest.fixture
def selma(world: World, ana: tuple[Caller, Browser]) -> Browser:
    """Has taken the caller over."""
    caller, csr = ana
    selma = Web(world).signed_in("selma")
    selma.post("/api/agent/phone", {"kind": "browser"})
    selma.post("/api/agent/state", {"ready": True})
    wish = {"to": "supervisor", "trigger": "caller_asked", "reason": "asked for one"}
    csr.post(f"/api/calls/{caller.call_id}/transfer", wish)
    world.switch.agent_answers(world.switch.ringing["selma"])
    world.settle()
    csr.post(f"/api/calls/{caller.call_id}/transfer/complete")
    return selma


def makes(by: Browser, caller: Caller, kind: str, facts: dict[str, str]) -> httpx.Response:
    form = {"kind": kind, "receipt": MINE, "facts": facts}
    return by.post(f"/api/calls/{caller.call_id}/requests", form, Idempotency_Key=f"of {kind}")


def at_its_office(world: World, caller: Caller) -> dict[str, object]:
    """The last request, as a clerk of its office reads it."""
    number = caller.call.requests[-1]
    request = world.do(world.store.request(number))
    assert request
    clerk = next(person for person in world.agency.staff.values() if person.office == request.office)
    read: dict[str, object] = Web(world).signed_in(clerk.user).get(f"/api/office/requests/{number}").json()
    return read


@pytest.mark.clause("B4.4c")
def test_a_supervisor_makes_a_service_request_for_what_the_contact_center_cannot_resolve(
    world: World, ana: tuple[Caller, Browser], selma: Browser
) -> None:
    caller, _ = ana
    assert makes(selma, caller, "non-receipt-card", CARD).status_code == 200
    assert "confirmation-number" in caller.hears_now or caller.hears == frozenset()
    seen = at_its_office(world, caller)
    assert seen["created_by"] == {"name": "Selma Sample", "role": "supervisor", "number": "6001"}
    assert not seen["agency_error"]


@pytest.mark.clause("B4.4d")
def test_a_supervisor_asks_the_office_to_alleviate_a_wait_that_the_agencys_own_error_caused(
    world: World, ana: tuple[Caller, Browser], selma: Browser
) -> None:
    caller, _ = ana
    assert makes(selma, caller, "agency-error", RELIEF).status_code == 200
    seen = at_its_office(world, caller)
    assert (seen["kind"], seen["agency_error"], seen["priority"]) == ("agency-error", True, True)
    facts = {fact["name"]: fact["value"] for fact in seen["facts"]}  # type: ignore[attr-defined]
    assert facts["agency_error"] == RELIEF["agency_error"]
    request = world.do(world.store.request(caller.call.requests[-1]))
    assert request
    assert request.target.calendar_days == 7
    assert str(seen["due"]).startswith((A_MONDAY_MORNING + timedelta(days=8)).strftime("%Y-%m-%dT04:59"))


@pytest.mark.clause("B4.4d")
def test_the_error_has_to_be_described(ana: tuple[Caller, Browser], selma: Browser) -> None:
    caller, _ = ana
    refused = makes(selma, caller, "agency-error", {**RELIEF, "agency_error": " "})
    assert (refused.status_code, "still needed" in refused.json()["error"]) == (409, True)
    assert not caller.call.requests


@pytest.mark.clause("B4.4d")
def test_nobody_but_a_supervisor_can_ask_for_it(ana: tuple[Caller, Browser]) -> None:
    caller, csr = ana
    assert "agency-error" not in [kind["id"] for kind in csr.sees()["call"]["request_kinds"]]
    assert makes(csr, caller, "agency-error", RELIEF).status_code == 409
    assert not caller.call.requests
