"""A supervisor's live page and an agent's emergency, in browsers with sound.

Each fixture is a step of the story, taken once; the tests read in its order."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import barriers
from tests.browser.caller import Caller
from tests.browser.conftest import Invite
from tests.browser.person import Person
from tests.browser.pictures import picture
from tests.browser.signing_in import sign_in
from tests.browser.staff import Agent
from tests.telephony.center import RunningCenter


@pytest.fixture(scope="module")
def carla(somebody: Invite, center: RunningCenter) -> Agent:
    carla = Agent(somebody())
    carla.signs_in(center, "carla")
    carla.is_ready()
    return carla


@pytest.fixture(scope="module")
def caller(somebody: Invite, carla: Agent) -> Caller:
    """In conversation with Carla."""
    caller = Caller(somebody())
    caller.calls_the_center()
    caller.is_told("Welcome")
    caller.asks_for_a_person("10")
    carla.is_presented_a_call()
    carla.answers()
    return caller


@pytest.fixture(scope="module")
def selma(somebody: Invite, center: RunningCenter, caller: Caller) -> Person:
    selma = somebody()
    sign_in(selma, center, "selma", at="/live")
    return selma


@pytest.fixture(scope="module")
def listening(selma: Person) -> Page:
    selma.page.get_by_label("Reason, kept with each use").fill("The first day of this agent")
    selma.page.get_by_role("button", name="Listen to the call of Carla Sample").click()
    expect(selma.page.get_by_text("Listening: nobody hears you")).to_be_visible()
    return selma.page


@pytest.fixture(scope="module")
def declared(listening: Page, carla: Agent) -> Page:
    """By the keyboard alone, after the supervisor has left."""
    listening.get_by_role("button", name="Leave the call").click()
    expect(listening.get_by_text("Listening: nobody hears you")).to_be_hidden()
    carla.page.keyboard.press("Control+Alt+e")
    carla.button("Not an emergency").press("Enter")
    expect(carla.page.get_by_role("button", name="Emergency")).to_be_focused()
    carla.page.keyboard.press("Enter")
    expect(carla.button("Threat against people or a place")).to_be_focused()
    carla.page.keyboard.press("Enter")
    announced = carla.page.get_by_role("alert").filter(has_text="Emergency: Threat against people or a place")
    expect(announced).to_be_visible()
    expect(announced.get_by_role("heading")).to_be_focused()
    return carla.page


@pytest.fixture(scope="module")
def came(declared: Page, selma: Person) -> Page:
    selma.page.get_by_role("button", name="Join now").click()
    expect(selma.page.get_by_text("Joined: both hear you")).to_be_visible()
    return selma.page


def test_the_live_page_shows_who_talks_with_whom_without_being_refreshed(selma: Person) -> None:
    row = selma.page.get_by_role("row").filter(has_text="Carla Sample")
    expect(row).to_contain_text("Talking")
    expect(row).to_contain_text("Tier 1")
    expect(row).to_contain_text("English")
    expect(row.get_by_role("link")).to_have_accessible_name("Talking: Open the call of Carla Sample")


def test_the_agent_is_told_who_listens(listening: Page, carla: Agent) -> None:
    expect(carla.page.get_by_text("Selma Sample is listening")).to_be_visible()
    assert barriers(listening) == []


def test_a_whisper_is_not_heard_by_the_caller(
    listening: Page, carla: Agent, caller: Caller, selma: Person
) -> None:
    listening.get_by_role("button", name="Whisper to the agent").click()
    expect(carla.page.get_by_text("Selma Sample whispers to you")).to_be_visible()
    caller.person.hears(carla.person)
    picture(selma, "live-listening")


def test_a_supervisor_who_opens_other_pages_goes_on_listening(
    listening: Page, carla: Agent, caller: Caller, selma: Person
) -> None:
    both = (carla.person, caller.person)
    for page in ("Floor", "Calls"):
        listening.get_by_role("navigation").get_by_role("link", name=page).click()
        expect(listening.get_by_role("heading", name=page, level=1)).to_be_visible()
        expect(listening.get_by_role("region", name="You are at a colleague's call")).to_be_visible()
        selma.hears_exactly(*both, of=both)
    assert barriers(listening) == []
    listening.get_by_role("navigation").get_by_role("link", name="Live").click()
    expect(listening.get_by_label("Reason, kept with each use")).to_be_visible()


def test_the_procedure_is_on_the_agents_screen_and_says_that_no_supervisor_is_there(
    declared: Page, carla: Agent
) -> None:
    panel = carla.panel("Emergency: Threat against people or a place")
    expect(panel).to_contain_text("Write down the exact words")
    expect(panel).to_contain_text("911")
    expect(panel).to_contain_text("No supervisor is there. Do not wait. Go on")
    assert barriers(declared) == []
    picture(carla.person, "emergency-agent")


def test_the_alert_is_at_the_top_of_the_live_page_and_is_announced(declared: Page, selma: Person) -> None:
    alert = selma.page.get_by_role("alert").filter(has_text="Emergency: Threat")
    expect(alert).to_contain_text("declared by Carla Sample")
    assert barriers(selma.page) == []
    picture(selma, "live-emergency")


def test_the_supervisor_joins_and_takes_the_caller_over(
    came: Page, carla: Agent, caller: Caller, selma: Person
) -> None:
    expect(carla.page.get_by_text("Selma Sample has come to the call.")).to_be_visible()
    came.get_by_role("button", name="Take over").click()
    expect(came.get_by_role("heading", name="Call in progress")).to_be_visible()
    caller.person.hears(selma)
    selma.hears(caller.person)
    expect(carla.page.get_by_role("heading", name="Wrap-up")).to_be_visible()


def test_a_supervisor_in_a_call_who_opens_other_pages_still_hears_the_caller(
    came: Page, caller: Caller, selma: Person
) -> None:
    came.get_by_role("navigation").get_by_role("link", name="Floor").click()
    expect(came.get_by_role("row", name="Selma Sample")).to_contain_text("In a call")
    selma.hears(caller.person)
    caller.person.hears(selma)
    came.get_by_role("link", name="Call in progress").click()
    expect(came.get_by_role("heading", name="Call in progress")).to_be_visible()
    selma.hears(caller.person)


def test_the_alert_goes_when_a_supervisor_has_noted_what_was_done(came: Page) -> None:
    came.get_by_role("link", name="Live").click()
    came.get_by_label("What was done").fill("Police informed; the caller is calm.")
    came.get_by_role("button", name="Acknowledge").click()
    expect(came.get_by_label("What was done")).to_be_hidden()
