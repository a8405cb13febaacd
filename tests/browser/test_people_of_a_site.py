"""Those who look after one site, at their own pages: a lead who listens, a planner, a quality reviewer.

Each fixture is a step of the story, taken once; the tests read in its order."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import barriers
from tests.browser.caller import Caller
from tests.browser.conftest import Invite
from tests.browser.in_a_call import in_a_call
from tests.browser.person import Person
from tests.browser.pictures import picture
from tests.browser.signing_in import sign_in
from tests.browser.staff import Agent
from tests.sample import AGENCY
from tests.telephony.center import RunningCenter, lend_voices, running_center


@pytest.fixture(scope="module")
def center(prompts: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningCenter]:
    """Of an agency that lets leads whisper, and quality hear what their site recorded."""
    folder = tmp_path_factory.mktemp("agency") / "uscis"
    shutil.copytree(AGENCY, folder)
    for name, by_default, here in (
        ("supervision.yaml", "leads: nothing", "leads: whisper"),
        ("recording.yaml", "[supervisor]", "[supervisor, quality]"),
    ):
        written = (folder / name).read_text()
        assert by_default in written
        (folder / name).write_text(written.replace(by_default, here))
    var = tmp_path_factory.mktemp("center") / "var"
    lend_voices(prompts, var)
    with running_center(var, "--agency", str(folder)) as running:
        yield running


@pytest.fixture(scope="module")
def talk(somebody: Invite, center: RunningCenter) -> tuple[Agent, Caller]:
    """Carla of the east speaks with a caller, whom she has told about the case."""
    carla, caller = in_a_call(somebody, center)
    carla.person.hears(caller.person)
    carla.verifies("EAC2190012345", "Sample Applicant Ana", "1985-04-12")
    carla.presents("Status of your case")
    return carla, caller


@pytest.fixture(scope="module")
def lead(somebody: Invite) -> Person:
    return somebody()


@pytest.fixture(scope="module")
def lena(lead: Person, talk: tuple[Agent, Caller], center: RunningCenter) -> Page:
    sign_in(lead, center, "lena", at="/floor")
    expect(lead.page.get_by_role("rowheader", name="Carla Sample")).to_be_visible()
    return lead.page


@pytest.fixture(scope="module")
def other(somebody: Invite) -> Person:
    return somebody()


@pytest.mark.clause("A7")
def test_a_lead_sees_their_own_site_and_opens_no_call(lena: Page, lead: Person) -> None:
    expect(lena.get_by_text("Tier 1 of Harbor Sample Services at East")).to_be_visible()
    agents = lena.get_by_role("table").first
    expect(agents.get_by_role("rowheader")).to_have_count(1)
    expect(agents).to_contain_text("In a call")
    expect(agents.get_by_role("link")).to_have_count(0)
    expect(lena.get_by_role("navigation", name="Main menu").get_by_role("link")).to_have_text(["Floor"])
    assert barriers(lena) == []
    picture(lead, "lead-floor")


def test_a_lead_listens_and_whispers_and_is_offered_no_more(
    lena: Page, lead: Person, talk: tuple[Agent, Caller]
) -> None:
    carla, caller = talk
    lena.get_by_label("Reason, kept with each use").fill("Their first week")
    lena.get_by_role("button", name="Listen to the call of Carla Sample").click()
    expect(lena.get_by_text("Listening: nobody hears you")).to_be_visible()
    lead.hears_exactly(caller.person, carla.person, of=(caller.person, carla.person))
    expect(lena.get_by_role("button", name="Join the call")).to_have_count(0)
    expect(lena.get_by_role("button", name="Take over")).to_have_count(0)
    lena.get_by_role("button", name="Whisper to the agent").click()
    expect(lena.get_by_text("Whispering: the agent alone hears you")).to_be_visible()
    carla.person.hears_exactly(lead, caller.person, of=(lead, caller.person))
    expect(carla.page.get_by_text("Lena Sample whispers to you")).to_be_visible()
    picture(lead, "lead-whispers")
    lena.get_by_role("button", name="Leave the call").click()
    expect(lena.get_by_text("Whispering: the agent alone hears you")).to_be_hidden()


def test_a_lead_changes_the_state_of_their_own_and_sees_their_day(lena: Page, lead: Person) -> None:
    lena.get_by_role("button", name="Change the state of Carla Sample").click()
    about = lena.get_by_role("region", name="Carla Sample")
    about.get_by_text("The last 24 hours").click()
    expect(about.get_by_role("rowheader")).not_to_have_count(0)
    assert barriers(lena) == []
    picture(lead, "lead-agent")
    about.get_by_label("Why, in your words").fill("Lunch is at noon")
    about.get_by_label("Reason for not being ready").select_option("meal")
    about.get_by_role("button", name="Not ready after this call").click()
    expect(lena.get_by_role("table").first).to_contain_text("then: Meal")


def test_workforce_sees_states_and_lines_in_spanish_and_changes_nothing(
    other: Person, talk: tuple[Agent, Caller], center: RunningCenter
) -> None:
    sign_in(other, center, "wanda", at="/floor")
    page = other.page
    page.get_by_role("button", name="Español").click()
    expect(page.get_by_text("Nivel 1 de Harbor Sample Services en Este")).to_be_visible()
    agents = page.get_by_role("table").first
    expect(agents.get_by_role("rowheader")).to_have_count(1)
    expect(agents.get_by_role("button", name="Escuchar")).to_have_count(0)
    page.get_by_role("button", name="El día de Carla Sample").click()
    about = page.get_by_role("region", name="Carla Sample")
    about.get_by_text("Las últimas 24 horas").click()
    expect(about.get_by_role("textbox")).to_have_count(0)
    expect(about.get_by_role("button")).to_have_text(["Cerrar"])
    assert barriers(page) == []
    picture(other, "workforce-floor-es")


def test_a_quality_reviewer_reads_the_words_and_hears_them_for_a_reason(
    somebody: Invite, talk: tuple[Agent, Caller], center: RunningCenter
) -> None:
    carla, _ = talk
    carla.button("End call").click()
    expect(carla.page.get_by_role("heading", name="Wrap-up")).to_be_visible()
    reviewer = somebody()
    sign_in(reviewer, center, "quinn", at="/told")
    page = reviewer.page
    expect(page.get_by_role("table")).to_contain_text("Carla Sample")
    assert barriers(page) == []
    picture(reviewer, "quality-calls")
    page.get_by_role("table").get_by_role("link").click()
    words = page.get_by_role("region", name="What the caller was told")
    expect(words.get_by_role("article")).to_contain_text("Version 1 · English · Carla Sample")
    assert barriers(page) == []
    picture(reviewer, "quality-call")
    recording = page.get_by_role("region", name="Recording")
    recording.get_by_label("Why do you listen to this call?").fill("A sample of the month")
    recording.get_by_role("button", name="Listen").click()
    expect(recording.locator("audio")).to_be_visible()
    page.get_by_role("button", name="Español").click()
    expect(page.get_by_role("region", name="Lo que se le dijo a la persona")).to_be_visible()
    picture(reviewer, "quality-call-es")
