"""An agent practises: a simulated caller is really heard in the browser, and nothing leaves the desk.

Each fixture is a step of the story, taken once; the tests read in its order."""

from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import barriers
from tests.browser.conftest import Invite
from tests.browser.person import Person
from tests.browser.pictures import picture
from tests.browser.signing_in import sign_in
from tests.browser.staff import Agent
from tests.sample import load_agency
from tests.telephony.center import RunningCenter
from tierline.caller.hearing import Ear
from tierline.practice.case import find
from tierline.speech import wav

CASE = "card-not-received"
TITLE = "A card that has not come"
SECONDS = 14
"""Long enough for the greeting and the caller's first line."""


@pytest.fixture(scope="module")
def carla(somebody: Invite, center: RunningCenter) -> Agent:
    """In practice."""
    carla = Agent(somebody())
    carla.signs_in(center, "carla")
    carla.button("Practise with simulated callers").click()
    expect(carla.page.get_by_role("heading", name="Practice cases")).to_be_visible()
    return carla


@pytest.fixture(scope="module")
def answered(carla: Agent) -> Page:
    carla.button(f"Begin: {TITLE}").click()
    carla.is_presented_a_call()
    expect(carla.page.get_by_role("heading", name="Practice", exact=True)).to_be_visible()
    picture(carla.person, "practice-ringing")
    carla.answers()
    return carla.page


@pytest.fixture(scope="module")
def heard(answered: Page) -> list[float]:
    samples: list[float] = answered.evaluate("window.recorded", SECONDS)
    return samples


@pytest.fixture(scope="module")
def handled(heard: list[float], carla: Agent) -> Agent:
    """As the case expects, but for the wording, which is not read."""
    carla.button("Have the caller go on").click()
    carla.verifies("LIN2190900101", "Sample Trainee Paula", "1988-03-14")
    carla.begins_a_request("Card not received")
    form = carla.panel("Service Request")
    form.get_by_label("When it was sent").fill("2026-10-01")
    form.get_by_label("Is the address on file right?").select_option("yes")
    form.get_by_role("button", name="Create Service Request").click()
    expect(carla.page.get_by_text("Noted for practice, and not done:")).to_be_visible()
    return carla


@pytest.fixture(scope="module")
def over(handled: Agent) -> Agent:
    handled.button("End call").click()
    expect(handled.page.get_by_role("heading", name=f"Debrief: {TITLE}")).to_be_visible()
    return handled


@pytest.fixture(scope="module")
def selma(somebody: Invite, center: RunningCenter, over: Agent) -> Person:
    selma = somebody()
    sign_in(selma, center, "selma", at="/floor")
    return selma


def in_spanish(agent: Agent, name: str) -> None:
    agent.page.get_by_role("button", name="Español").click()
    expect(agent.page.get_by_role("heading", name="Práctica", exact=True)).to_be_visible()
    picture(agent.person, name)
    agent.page.get_by_role("button", name="English").click()


def test_the_cases_say_what_they_are_about_and_that_all_is_practice(carla: Agent) -> None:
    expect(carla.page.get_by_text("No real caller is presented to you")).to_be_visible()
    expect(carla.page.get_by_text("A new address, in Spanish")).to_be_visible()
    expect(carla.page.get_by_text("A misprinted name, for officers")).to_be_hidden()
    expect(carla.button("Ready")).to_be_disabled()
    assert barriers(carla.page) == []
    picture(carla.person, "practice-cases")
    in_spanish(carla, "practice-cases-es")


def test_the_simulated_caller_is_heard_in_the_browser(heard: list[float], center: RunningCenter) -> None:
    case = find(load_agency().practice, CASE)
    assert case
    line = case.caller[0].says
    [sound] = {Path(entry.sound) for entry in center.catalogue.entries() if entry.text == line}
    ear = Ear()
    ear.learn({"line": wav.read(sound)})
    audio = (np.array(heard) * np.iinfo(np.int16).max).astype(np.int16)
    assert [one.prompt for one in ear.hear(audio, over=True)] == ["line"]


def test_the_screen_is_that_of_a_real_call_and_says_practice(handled: Agent) -> None:
    panel = handled.panel(f"Practice: {TITLE}")
    expect(panel).to_contain_text("Service Request: Card not received (National Benefits Center)")
    expect(panel).to_contain_text("The caller has said")
    expect(handled.panel("From the caller")).to_contain_text("LIN2190900101")
    assert barriers(handled.page) == []
    picture(handled.person, "practice-call-scrolled")
    handled.page.evaluate("scrollTo(0, 0)")
    picture(handled.person, "practice-call")
    in_spanish(handled, "practice-call-es")


def test_the_debrief_puts_what_was_expected_beside_what_was_done(over: Agent) -> None:
    debrief = over.panel(f"Debrief: {TITLE}")
    expect(debrief.get_by_role("row").filter(has_text="Caller verified")).to_contain_text("YesYes")
    expect(debrief.get_by_role("row").filter(has_text="Wording: Your card has not come")).to_contain_text(
        "YesNo"
    )
    expect(debrief).to_contain_text("Choose a disposition: it is compared then.")
    over.page.get_by_label("Disposition").select_option("Service Request made")
    over.button("Keep").click()
    expect(debrief.get_by_role("row").filter(has_text="Disposition: Service Request made")).to_contain_text(
        "YesYes"
    )
    assert barriers(over.page) == []
    picture(over.person, "practice-debrief")
    in_spanish(over, "practice-debrief-es")
    over.button("Back to the cases").click()
    expect(over.page.get_by_role("heading", name="Practice cases")).to_be_visible()


def test_supervisors_see_who_practises_and_what_came_of_it(selma: Person) -> None:
    row = selma.page.get_by_role("row").filter(has_text="Carla Sample").first
    expect(row).to_contain_text("Practice")
    practised = selma.page.get_by_role("region", name="Practised").first
    expect(practised).to_contain_text("3 of 4")
    expect(practised).to_contain_text("Wording: Your card has not come")
    assert barriers(selma.page) == []
    practised.scroll_into_view_if_needed()
    picture(selma, "practice-floor")
    practised.get_by_role("link").first.click()
    expect(selma.page.get_by_role("heading", name=f"Debrief: {TITLE}")).to_be_visible()
    expect(selma.page.get_by_text("Practice", exact=True)).to_be_visible()
    picture(selma, "practice-timeline")


def test_practice_ends_when_the_agent_leaves_it(over: Agent, selma: Person) -> None:
    over.button("Leave practice").click()
    expect(over.panel("Your state").get_by_text("Not ready: Practice is over").first).to_be_visible()
    over.is_ready()
