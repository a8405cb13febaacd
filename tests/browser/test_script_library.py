"""An author writes, an approver approves, an agent in a call finds and reads it, and it is withdrawn.

Each fixture is a step of the story, taken once; the tests read in its order."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.accessibility import barriers
from tests.browser.conftest import Invite
from tests.browser.in_a_call import in_a_call
from tests.browser.person import Person
from tests.browser.pictures import picture
from tests.browser.signing_in import sign_in
from tests.browser.staff import Agent
from tests.telephony.center import RunningCenter

TITLE = "Travel while you wait"
ENGLISH = "You may travel inside the country while you wait for the card."
SPANISH = "Puede viajar dentro del país mientras espera la tarjeta."
BETTER = "You may travel inside the country while you wait for your card."


@pytest.fixture(scope="module")
def carla(somebody: Invite, center: RunningCenter) -> Agent:
    """With a caller."""
    carla, _ = in_a_call(somebody, center)
    return carla


@pytest.fixture(scope="module")
def ada(somebody: Invite, center: RunningCenter) -> Person:
    ada = somebody()
    sign_in(ada, center, "author", at="/library")
    return ada


@pytest.fixture(scope="module")
def paul(somebody: Invite, center: RunningCenter) -> Person:
    paul = somebody()
    sign_in(paul, center, "approver", at="/library")
    return paul


def panel(person: Person, title: str) -> Locator:
    return person.page.get_by_role("region", name=title, exact=True)


def presses(person: Person, button: str) -> None:
    person.page.get_by_role("button", name=button, exact=True).click()


def test_the_library_is_listed(ada: Person) -> None:
    expect(ada.page.get_by_role("link", name="Your card has not come")).to_be_visible()
    assert barriers(ada.page) == []
    picture(ada, "library")


@pytest.mark.clause("A9")
def test_an_author_is_told_what_is_to_be_mended_while_writing(ada: Person) -> None:
    ada.page.get_by_label("Name among the files").fill("travel")
    presses(ada, "Begin to write")
    ada.page.get_by_label("Title, English").fill(TITLE)
    ada.page.get_by_label("What is read to the caller, English").fill("Your {shoe_size} may travel.")
    mend = panel(ada, "To be mended")
    expect(mend).to_contain_text("no case has a fact shoe_size")
    expect(mend).to_contain_text("no words in this language yet: write them")
    expect(ada.page.get_by_role("button", name="Submit for approval")).to_be_disabled()
    assert barriers(ada.page) == []
    picture(ada, "library-to-be-mended")


@pytest.mark.clause("A9")
def test_markup_is_shown_as_it_was_written_and_does_nothing(ada: Person) -> None:
    marked = '<img src=x onerror="window.harmed = true"> <b>{form}</b>'
    ada.page.get_by_label("What is read to the caller, English").fill(marked)
    preview = panel(ada, "As it would be read")
    expect(preview).to_contain_text('onerror="window.harmed = true"> <b>I-90</b>')
    assert preview.locator("img, b").count() == 0
    assert ada.page.evaluate("window.harmed") is None


@pytest.mark.clause("A9")
def test_the_grade_the_length_and_a_sample_case_are_shown(ada: Person) -> None:
    ada.page.get_by_label("Title, Spanish").fill("Viajar mientras espera")
    ada.page.get_by_label("What is read to the caller, English").fill(ENGLISH)
    ada.page.get_by_label("What is read to the caller, Spanish").fill(SPANISH)
    expect(panel(ada, "To be mended")).to_contain_text("Nothing is to be mended.")
    reads = panel(ada, "How it reads")
    expect(reads).to_contain_text("12 words, 5 s")
    expect(reads).to_contain_text("INFLESZ")
    expect(panel(ada, "As it would be read")).to_contain_text(SPANISH)
    presses(ada, "Submit for approval")
    expect(panel(ada, "Waits for approval")).to_be_visible()
    assert barriers(ada.page) == []


@pytest.mark.clause("A9")
def test_an_approver_sends_it_back_with_a_reason(ada: Person, paul: Person) -> None:
    paul.page.reload()
    paul.page.get_by_role("link", name=TITLE).click()
    expect(panel(paul, "Waits for approval")).to_contain_text(ENGLISH)
    assert barriers(paul.page) == []
    paul.page.get_by_label("What is to be mended").fill("Say: your card.")
    presses(paul, "Send back")
    expect(paul.page.get_by_text("Sent back: Say: your card.")).to_be_visible()
    ada.page.reload()
    expect(ada.page.get_by_text("Sent back: Say: your card.")).to_be_visible()
    ada.page.get_by_label("What is read to the caller, English").fill(BETTER)
    presses(ada, "Submit for approval")
    expect(panel(ada, "Waits for approval")).to_contain_text(BETTER)


@pytest.mark.clause("A9")
def test_what_an_approver_approves_an_agent_in_a_call_finds_and_reads(paul: Person, carla: Agent) -> None:
    paul.page.reload()
    expect(panel(paul, "Waits for approval")).to_contain_text(BETTER)
    picture(paul, "library-approval")
    presses(paul, "Approve exactly this")
    versions = panel(paul, "Versions")
    expect(versions).to_contain_text("Ada Sample, approved by Paul Sample")
    expect(versions).to_contain_text("in force")
    assert barriers(paul.page) == []
    carla.page.keyboard.press("F2")
    carla.page.keyboard.type("travel wait")
    carla.button(f"Present {TITLE}").click()
    expect(carla.panel("Read to the caller")).to_contain_text(BETTER)
    expect(carla.panel("Read to the caller")).to_contain_text("Version 1")


@pytest.mark.clause("A9")
def test_what_changed_is_shown_word_by_word(ada: Person) -> None:
    ada.page.reload()
    presses(ada, "Begin a draft")
    ada.page.get_by_label("What is read to the caller, English").fill(BETTER.replace("your", "the new"))
    presses(ada, "Make steps of it")
    expect(ada.page.get_by_role("group", name="Step 1")).to_be_visible()
    presses(ada, "Add an answer")
    ada.page.get_by_label("Answer 1, English").fill("Wants to leave the country")
    ada.page.get_by_label("Answer 1, Spanish").fill("Quiere salir del país")
    ada.page.get_by_label("Answer 1 leads to").select_option("escalate")
    assert barriers(ada.page) == []
    presses(ada, "Save")
    differs = panel(ada, "What differs from version 1")
    expect(differs).to_contain_text("Wants to leave the country → escalate")
    assert barriers(ada.page) == []
    picture(ada, "library-guide")
    presses(ada, "Submit for approval")
    expect(panel(ada, "Waits for approval")).to_contain_text("Wants to leave the country")
    assert barriers(ada.page) == []
    ada.page.evaluate("scrollTo(0, 0)")
    picture(ada, "library-guide-for-approval")
    presses(ada, "Take it back to write on")
    ada.page.get_by_role("button", name="Take step 1 out").click()
    ada.page.get_by_label("What is read to the caller, English").fill(BETTER.replace("your", "the new"))
    ada.page.get_by_label("What is read to the caller, Spanish").fill(SPANISH)
    presses(ada, "Save")
    expect(differs.locator("del")).to_contain_text("your")
    expect(differs.locator("ins")).to_contain_text("the new")
    differs.scroll_into_view_if_needed()
    picture(ada, "library-differences")


@pytest.mark.clause("A9")
def test_a_script_that_an_approver_withdraws_is_gone_in_the_middle_of_the_call(
    paul: Person, carla: Agent
) -> None:
    presses(paul, "Withdraw version 1")
    paul.page.get_by_label("Why it is withdrawn").fill("The rule has changed.")
    assert barriers(paul.page) == []
    presses(paul, "Withdraw now")
    read = carla.panel("Read to the caller")
    expect(read).to_contain_text("Withdrawn: stop reading, and choose another script.")
    expect(read).not_to_contain_text(BETTER)
    expect(carla.button(f"Present {TITLE}")).to_be_hidden()
    carla.page.evaluate("scrollTo(0, 0)")
    picture(carla.person, "library-withdrawn-in-call")
    expect(panel(paul, "What happened")).to_contain_text("The rule has changed.")
    picture(paul, "library-history")


def test_the_pages_are_there_in_spanish(ada: Person) -> None:
    ada.page.reload()
    ada.page.get_by_role("button", name="Español").click()
    expect(ada.page.get_by_role("heading", name="Por corregir")).to_be_visible()
    ada.page.get_by_label("Título, español").fill("")
    expect(ada.page.get_by_text("Todavía no hay palabras en este idioma: escríbalas.").first).to_be_visible()
    assert barriers(ada.page) == []
    picture(ada, "library-spanish")
    ada.page.get_by_role("link", name="Todos los textos").click()
    expect(ada.page.get_by_role("heading", name="Biblioteca de textos")).to_be_visible()
    assert barriers(ada.page) == []
