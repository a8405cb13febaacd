"""An agent finds a script by keyboard, is led through it, says that none fits, and has one withdrawn in the
middle of it.

Each fixture is a step of the story, taken once; the tests read in its order."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import barriers
from tests.browser.conftest import Invite
from tests.browser.in_a_call import in_a_call
from tests.browser.pictures import picture
from tests.browser.signing_in import sign_in
from tests.browser.staff import Agent
from tests.sample import AGENCY
from tests.telephony.center import RunningCenter
from tests.telephony.test_publishing import publish

FIELD = "Find a script by its words"
ASKED = "May I travel while I wait for the card?"


@pytest.fixture(scope="module")
def carla(somebody: Invite, center: RunningCenter) -> Agent:
    """With a caller."""
    carla, _ = in_a_call(somebody, center)
    return carla


@pytest.mark.clause("A9")
def test_one_key_goes_to_the_search_which_finds_as_one_types(carla: Agent) -> None:
    expect(carla.page.get_by_label(FIELD)).to_be_visible()
    carla.page.keyboard.press("F2")
    expect(carla.page.get_by_label(FIELD)).to_be_focused()
    carla.page.keyboard.type("tarjeta lleg")
    panel = carla.panel("Scripts")
    expect(panel.get_by_role("status").first).to_have_text("1 script found")
    expect(panel.get_by_role("listitem")).to_have_count(1)
    assert barriers(carla.page) == []


@pytest.mark.clause("A9")
def test_the_arrows_walk_the_list_and_enter_presents_in_large_words(carla: Agent) -> None:
    carla.page.keyboard.press("ArrowDown")
    expect(carla.button("Present Your card has not come")).to_be_focused()
    carla.page.keyboard.press("ArrowUp")
    expect(carla.page.get_by_label(FIELD)).to_be_focused()
    carla.page.keyboard.press("Enter")
    carla.page.keyboard.press("Enter")
    words = carla.panel("Read to the caller").get_by_text("Do you know when it was mailed?")
    expect(words).to_be_in_viewport()
    assert words.evaluate("e => parseFloat(getComputedStyle(e).fontSize)") >= 24
    expect(carla.page.get_by_label(FIELD)).to_have_value("")


@pytest.mark.clause("A9")
def test_what_the_caller_answers_leads_to_the_next_step(carla: Agent) -> None:
    read = carla.panel("Read to the caller")
    read.get_by_role("button", name="30 days ago or more").click()
    expect(read).to_contain_text("I will check the address with you.")
    expect(read).to_contain_text("For you to do: Compare it with what the caller gave us before.")
    assert barriers(carla.page) == []
    carla.page.evaluate("scrollTo(0, 0)")
    picture(carla.person, "script-guide")


@pytest.mark.clause("A9")
def test_no_script_fits_is_one_key_that_opens_the_ways_on(carla: Agent) -> None:
    carla.page.keyboard.press("F8")
    heading = carla.page.get_by_role("heading", name="No script fits: ways on")
    expect(heading).to_be_focused()
    ways = carla.page.locator(".ways")
    expect(ways.get_by_role("button", name="Present Which form, and where to find it")).to_be_visible()
    for way in ("Create a Service Request", "Transfer to the next tier", "Bring in a supervisor"):
        expect(ways.get_by_role("button", name=way)).to_be_visible()
    assert barriers(carla.page) == []
    ways.get_by_label("What did the caller ask?").fill(ASKED)
    heading.scroll_into_view_if_needed()
    picture(carla.person, "no-script-fits")
    ways.get_by_role("button", name="Tell the authors").click()
    expect(ways).to_contain_text("The authors can read it.")
    ways.get_by_role("button", name="Transfer to the next tier").click()
    expect(carla.page.get_by_label("Reason, for the next person")).to_be_focused()


@pytest.mark.clause("A9")
def test_authors_read_what_was_asked(carla: Agent, somebody: Invite, center: RunningCenter) -> None:
    author = somebody()
    sign_in(author, center, "author", at="/unanswered")
    expect(author.page.get_by_role("heading", name="What no script answered")).to_be_visible()
    expect(author.page.locator("main")).to_contain_text(ASKED)
    assert barriers(author.page) == []
    picture(author, "unanswered")


@pytest.mark.clause("A9")
def test_a_withdrawn_script_is_gone_from_the_screen_in_the_middle_of_it(
    carla: Agent, center: RunningCenter, tmp_path: Path
) -> None:
    read = carla.panel("Read to the caller")
    expect(read).to_contain_text("I will check the address with you.")
    carla.page.get_by_label(FIELD).fill("tarjeta lleg")
    expect(carla.button("Present Your card has not come")).to_be_visible()
    folder = tmp_path / "agency"
    shutil.copytree(AGENCY, folder)
    file = folder / "scripts" / "card-not-received.yaml"
    file.write_text(file.read_text().replace("status: published", "status: withdrawn"))
    practised = folder / "practice" / "card-not-received.yaml"
    practised.write_text(practised.read_text().replace("scripts: [card-not-received]", "scripts: []"))
    publish(center, folder)
    expect(read).to_contain_text("Withdrawn: stop reading, and choose another script.")
    expect(read).not_to_contain_text("I will check the address with you.")
    expect(carla.button("Present Your card has not come")).to_be_hidden()
    assert barriers(carla.page) == []
    carla.page.evaluate("scrollTo(0, 0)")
    picture(carla.person, "script-withdrawn")


def test_the_screen_is_there_in_spanish(carla: Agent) -> None:
    carla.page.get_by_role("button", name="Español").click()
    expect(carla.page.get_by_text("Retirado: deje de leer y elija otro texto.")).to_be_visible()
    expect(carla.page.get_by_label("Buscar un texto por sus palabras")).to_be_visible()
    assert barriers(carla.page) == []
    carla.page.get_by_role("button", name="English").click()
