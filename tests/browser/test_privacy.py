"""What is personal on screens and in logs: masked for who looks on, shown by a press, amended, and on record
when it is copied.

Each fixture is a step of the story, taken once; the tests read in its order."""

import json
import re
import subprocess
import sys
from typing import Any

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

RECEIPT, NAME, BORN = "EAC2190012345", "Sample Applicant Ana", "1985-04-12"
PERSONAL = (RECEIPT, NAME, BORN)


def privacy(center: RunningCenter, *arguments: str) -> str:
    """What the command says: a process of its own, beside the center."""
    command = [sys.executable, "-c", "from tierline.cli import main; main()", "privacy", *arguments]
    return subprocess.run(command, env=center.environment, check=True, capture_output=True, text=True).stdout


def disclosures(center: RunningCenter) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = json.loads(privacy(center, "accounting", "--receipt", RECEIPT, "--json"))
    return told


@pytest.fixture(scope="module")
def carla(somebody: Invite, center: RunningCenter) -> Agent:
    """Has told the caller the status of a case."""
    carla, caller = in_a_call(somebody, center)
    carla.person.hears(caller.person)
    carla.verifies(RECEIPT, NAME, BORN)
    carla.presents("Status of your case")
    return carla


@pytest.fixture(scope="module")
def supervisor(somebody: Invite) -> Person:
    return somebody()


@pytest.fixture(scope="module")
def selma(carla: Agent, supervisor: Person, center: RunningCenter) -> Page:
    """At the page of that call, which is over."""
    carla.button("End call").click()
    expect(carla.page.get_by_role("heading", name="Wrap-up")).to_be_visible()
    sign_in(supervisor, center, "selma", at="/calls")
    supervisor.page.get_by_role("table").get_by_role("link").first.click()
    expect(facts(supervisor.page)).to_be_visible()
    return supervisor.page


def facts(page: Page) -> Locator:
    return page.get_by_role("region", name="Case facts", exact=True)


def test_who_works_on_the_call_sees_it_in_full_and_a_copy_is_on_record_by_its_class(
    carla: Agent, center: RunningCenter
) -> None:
    expect(facts(carla.page)).to_contain_text(RECEIPT)
    expect(facts(carla.page)).to_contain_text("Copying and printing from here go on record.")
    carla.page.evaluate("document.getSelection().selectAllChildren(document.querySelector('.read__text'))")
    with carla.page.expect_response(re.compile("/copies$")) as told:
        carla.page.keyboard.press("Control+C")
    assert told.value.status == 204
    with carla.page.expect_response(re.compile("/copies$")):
        carla.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    on_record = [(one["nature"], one["by"], one["facts"]) for one in disclosures(center)]
    assert ("copied", "carla", ["words"]) in on_record
    [printed] = [facts for nature, _, facts in on_record if nature == "printed"]
    assert {"receipt", "words"} <= set(printed)


def test_what_nobody_chose_is_no_copy(carla: Agent, center: RunningCenter) -> None:
    before = len(disclosures(center))
    carla.page.evaluate("document.getSelection().removeAllRanges()")
    carla.page.keyboard.press("Control+C")
    carla.page.get_by_role("region", name="Timeline").get_by_role("listitem").first.select_text()
    carla.page.keyboard.press("Control+C")
    assert len(disclosures(center)) == before + 1  # the accounting itself


def test_who_looks_on_is_sent_nothing_personal(selma: Page, supervisor: Person) -> None:
    expect(facts(selma)).to_contain_text("•••2345")
    expect(facts(selma)).to_contain_text("S. A. A.")
    received = supervisor.received()
    assert [value for value in PERSONAL if value in received] == []
    assert barriers(selma) == []
    picture(supervisor, "call-masked")


def test_it_is_shown_in_full_by_a_press(selma: Page, supervisor: Person, center: RunningCenter) -> None:
    selma.get_by_role("button", name="Show in full").click()
    expect(facts(selma)).to_contain_text(RECEIPT)
    expect(facts(selma)).to_contain_text(NAME)
    expect(selma.get_by_text("What is personal is shown in full.")).to_be_attached()
    assert barriers(selma) == []
    [shown] = [one for one in disclosures(center) if one["nature"] == "shown"]
    assert (shown["by"], {"receipt", "applicant"} <= set(shown["facts"])) == ("selma", True)


def test_what_was_amended_is_beside_what_was_told(
    selma: Page, supervisor: Person, center: RunningCenter
) -> None:
    [read] = [one for one in disclosures(center) if one["nature"] == "script"]
    call = read["call"]
    asked = privacy(center, "amend", "ask", "--call", call, "--of", read["words"], "--words", "I did answer.")
    request = next(word for word in asked.split() if word.startswith("amend-"))
    privacy(center, "amend", "deny", request, "--call", call, "--why", "It is what the system said.")
    privacy(center, "amend", "disagree", request, "--call", call, "--statement", "The system is wrong.")
    selma.reload()
    told = selma.get_by_role("region", name="What the caller was told", exact=True)
    expect(told).to_contain_text("The person says this is wrong; not amended")
    expect(told).to_contain_text("Their statement: The system is wrong.")
    timeline = selma.get_by_role("region", name="Timeline")
    expect(timeline).to_contain_text("Did not amend what is on record, with the reason")
    assert barriers(selma) == []
    told.scroll_into_view_if_needed()
    picture(supervisor, "call-amended")


@pytest.mark.usefixtures("selma")
def test_the_logs_of_the_real_processes_have_nothing_of_the_caller(center: RunningCenter) -> None:
    for log in (center.log, center.engine_log):
        said = log.read_text(errors="replace")
        assert [value for value in (*PERSONAL, "2190012345", "04121985") if value in said] == []
