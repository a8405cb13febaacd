"""An author and an approver of scripts at work, and an agent in a call who reads them."""

from typing import Any

import httpx
import msgspec
import pytest

from tests.journeys.test_web_serving_a_call import ANA, on_duty
from tests.journeys.web import Browser, Web
from tests.journeys.world import World
from tests.sample import load_agency
from tierline.calls.names import AgentId
from tierline.staff.person import Person

AT = "/api/library"
CARD_KIND = "non-receipt-card"
TRAVEL = f"{AT}/travel"
CARD = f"{AT}/card-not-received"
WORDING: dict[str, Any] = {
    "titles": {"en": "Travel while you wait", "es": "Viajar mientras espera"},
    "texts": {
        "en": "Your form {form} does not keep you from traveling inside the country.",
        "es": "Su formulario {form} no le impide viajar dentro del país.",
    },
    "topics": ["case-status"],
}


@pytest.fixture
def web() -> Any:
    agency = load_agency()
    pat = Person(user=AgentId("pat"), name="Pat Sample", role="approver", number="8003", employment="federal")
    world = World(agency=msgspec.structs.replace(agency, staff={**agency.staff, pat.user: pat}))
    with world:
        yield Web(world)


@pytest.fixture
def author(web: Web) -> Browser:
    return web.signed_in("author")


@pytest.fixture
def approver(web: Web) -> Browser:
    return web.signed_in("approver")


def good(answer: httpx.Response) -> dict[str, Any]:
    assert answer.status_code == 200, answer.text
    seen: dict[str, Any] = answer.json()
    return seen


def why(answer: httpx.Response) -> str:
    assert answer.status_code == 409, answer.text
    return str(answer.json()["error"])


def submitted(author: Browser, **changed: object) -> int:
    """The revision of a new script that lies with the approvers."""
    seen = good(author.post(f"{AT}/", {"id": "travel", "wording": {**WORDING, **changed}}))
    revision = int(seen["draft"]["revision"])
    good(author.post(f"{TRAVEL}/draft/submit", {"seen": revision}))
    return revision


def approved(author: Browser, approver: Browser, **changed: object) -> None:
    good(approver.post(f"{TRAVEL}/approve", {"seen": submitted(author, **changed)}))


def in_a_call(web: Web) -> Browser:
    carla = on_duty(web, "carla")
    web.world.dials(language="en").chooses_a_person()
    web.world.switch.agent_answers(web.world.switch.ringing["carla"])
    web.world.settle()
    good(carla.post(carla.at_hand() + "/verification", ANA))
    return carla


def offered(browser: Browser) -> list[str]:
    return [script["id"] for script in browser.sees()["call"]["scripts"]]
