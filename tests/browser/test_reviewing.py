"""A supervisor looks at what a caller was told, hears it, verifies and corrects it; the agent reads that.

Each fixture is a step of the story, taken once; the tests read in its order."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.accessibility import barriers
from tests.browser.conftest import Invite
from tests.browser.in_a_call import in_a_call
from tests.browser.person import Person
from tests.browser.pictures import picture
from tests.browser.signing_in import sign_in
from tests.browser.staff import Agent
from tests.telephony.center import RunningCenter

RIGHT = "It was mailed on Monday."
WRONG = "The scan says Monday, not Tuesday."


@pytest.fixture(scope="module")
def carla(somebody: Invite, center: RunningCenter) -> Agent:
    """Has told the caller the status of a case, made a request, and ended the call."""
    carla, caller = in_a_call(somebody, center)
    carla.person.hears(caller.person)
    carla.verifies("EAC2190012345", "Sample Applicant Ana", "1985-04-12")
    carla.presents("Status of your case")
    carla.begins_a_request("Card not received")
    carla.creates_the_request(
        chosen={"Is the address on file right?": "yes"}, written={"When it was sent": "2026-10-01"}
    )
    carla.button("End call").click()
    expect(carla.page.get_by_role("heading", name="Wrap-up")).to_be_visible()
    return carla


@pytest.fixture(scope="module")
def supervisor(somebody: Invite) -> Person:
    return somebody()


@pytest.fixture(scope="module")
def selma(carla: Agent, supervisor: Person, center: RunningCenter) -> Page:
    """At the page of that call."""
    sign_in(supervisor, center, "selma", at="/calls")
    supervisor.page.get_by_role("table").get_by_role("link").first.click()
    expect(told(supervisor.page)).to_be_visible()
    return supervisor.page


def told(page: Page) -> Locator:
    return page.get_by_role("region", name="What the caller was told", exact=True)


@pytest.mark.clause("B4.4a")
def test_a_supervisor_sees_what_was_told_by_whom_from_which_source(selma: Page) -> None:
    one = told(selma).get_by_role("article")
    expect(one).to_have_count(1)
    expect(one).to_contain_text("Version 1 · English · Carla Sample")
    expect(one).to_contain_text("Source: Case status (sample), as of")
    expect(one.locator("blockquote")).to_be_visible()
    assert barriers(selma) == []


@pytest.mark.clause("B4.4a")
def test_the_moment_is_heard_in_the_recording_for_a_reason(selma: Page) -> None:
    told(selma).get_by_role("button", name="Listen to this moment").click()
    reason = selma.get_by_label("Why do you listen to this call?")
    expect(reason).to_be_focused()
    reason.fill("what the caller was told")
    selma.get_by_role("button", name="Listen", exact=True).click()
    sound = selma.locator("audio")
    expect(sound).to_have_js_property("readyState", 4)
    assert sound.evaluate("sound => sound.currentTime") > 0.5
    sound.evaluate("sound => sound.pause()")


@pytest.mark.clause("B4.4a")
def test_one_press_verifies(selma: Page) -> None:
    told(selma).get_by_label("What you have looked at").select_option(label="Status")
    told(selma).get_by_role("button", name="Verified: ").click()
    found = told(selma).get_by_role("listitem")
    expect(found).to_contain_text("Status")
    expect(found).to_contain_text("Selma Sample")
    assert barriers(selma) == []


@pytest.mark.clause("B4.4a")
def test_a_correction_says_what_is_right_and_what_was_wrong(selma: Page, carla: Agent) -> None:
    told(selma).get_by_label("What you have looked at").select_option(label="All of these words")
    told(selma).get_by_role("button", name="Correct: ").click()
    told(selma).get_by_label("What is right").fill(RIGHT)
    told(selma).get_by_label("What was wrong, and why").fill(WRONG)
    assert barriers(selma) == []
    told(selma).get_by_role("button", name="Record the correction").click()
    newest = told(selma).get_by_role("listitem").first
    expect(newest).to_contain_text(RIGHT)
    expect(newest).to_contain_text("The agent has not read it yet.")
    newest.get_by_role("button", name="Add to Service Request").click()
    expect(newest.get_by_role("status")).to_contain_text("Added to Service Request")
    told(selma).scroll_into_view_if_needed()
    assert barriers(selma) == []


@pytest.mark.clause("B4.4a")
def test_the_agent_reads_the_correction(selma: Page, carla: Agent) -> None:
    notice = carla.panel("A correction of what you told a caller")
    expect(notice).to_contain_text(RIGHT)
    expect(notice).to_contain_text(WRONG)
    assert barriers(carla.page) == []
    picture(carla.person, "correction")
    carla.page.get_by_role("button", name="Español").click()
    expect(carla.panel("Una corrección de lo que usted le dijo a una persona")).to_contain_text("Lo correcto")
    assert barriers(carla.page) == []
    picture(carla.person, "correction-es")
    carla.page.get_by_role("button", name="English").click()
    notice.get_by_role("button", name="I have read it").click()
    expect(notice).to_be_hidden()


def test_the_page_is_there_in_spanish(selma: Page, supervisor: Person) -> None:
    selma.reload()
    newest = told(selma).get_by_role("listitem").first
    expect(newest).to_contain_text("The agent read it:")
    selma.set_viewport_size({"width": 1280, "height": 1400})
    told(selma).scroll_into_view_if_needed()
    picture(supervisor, "reviewed")
    selma.get_by_role("button", name="Español").click()
    expect(selma.get_by_role("region", name="Lo que se le dijo a la persona")).to_contain_text(
        "El agente lo leyó:"
    )
    assert barriers(selma) == []
    picture(supervisor, "reviewed-es")
