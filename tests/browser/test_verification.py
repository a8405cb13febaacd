"""An agent verifies a caller at the screen: questions as the agency wrote them, attempts, and the ways on.

Each fixture is a step of the story, taken once; the tests read in its order."""

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import barriers
from tests.browser.conftest import Invite
from tests.browser.in_a_call import in_a_call
from tests.browser.pictures import picture
from tests.browser.signing_in import sign_in
from tests.browser.staff import Agent
from tests.telephony.center import RunningCenter

PROTECTED = {
    "Receipt number": "WAC2109011111",
    "Full name": "Hugo, Sample Applicant",
    "Date of birth": "15 January 1988",
}


@pytest.fixture(scope="module")
def carla(somebody: Invite, center: RunningCenter) -> Agent:
    """With a caller."""
    carla, _ = in_a_call(somebody, center)
    return carla


def answers(agent: Agent, given: dict[str, str]) -> None:
    panel = agent.panel("Verification")
    for label, value in given.items():
        panel.get_by_label(label).fill(value)
    panel.get_by_role("button", name="Verify").click()


def test_the_questions_are_asked_in_the_words_of_the_agency(carla: Agent) -> None:
    panel = carla.panel("Verification")
    expect(panel).to_contain_text("What is the applicant's full name, as on the notice?")
    expect(panel).to_contain_text("3 of 3 attempts left")
    expect(panel).to_contain_text("To verify, all of: Full name; and 1 of Date of birth, A-Number.")
    expect(panel.get_by_label("Representative's name")).to_have_count(0)
    panel.get_by_text("A representative", exact=True).click()
    expect(panel.get_by_label("Representative's name")).to_be_visible()
    panel.get_by_text("An interpreter is on the line").click()
    expect(panel).to_contain_text("Nothing is asked of who interprets or relays.")
    assert barriers(carla.page) == []
    picture(carla.person, "verification")
    panel.get_by_text("The applicant", exact=True).click()
    panel.get_by_text("An interpreter is on the line").click()


def test_the_screen_is_there_in_spanish_and_the_question_in_the_caller_s_language(carla: Agent) -> None:
    carla.page.get_by_role("button", name="Español").click()
    timeline = carla.panel("Cronología")
    expect(timeline).to_contain_text("Contestó (Nivel 1)")
    expect(timeline).to_contain_text("(Nivel 1): no hay otro libre: agente de Nivel 1 que habla inglés")
    panel = carla.panel("Verificación")
    expect(panel).to_contain_text("Quedan 3 de 3 intentos")
    expect(panel.get_by_label("Fecha de nacimiento")).to_be_visible()
    expect(panel.locator("[lang=en]").first).to_have_text(
        "What is the applicant's full name, as on the notice?"
    )
    assert barriers(carla.page) == []
    picture(carla.person, "verification-es")
    carla.page.get_by_role("button", name="English").click()


def test_a_date_that_cannot_be_read_costs_no_attempt(carla: Agent) -> None:
    answers(carla, {**PROTECTED, "Date of birth": "in January"})
    panel = carla.panel("Verification")
    expect(panel).to_contain_text("Date of birth: this date cannot be read")
    expect(panel).to_contain_text("3 of 3 attempts left")


def test_why_it_was_refused_is_said_in_spanish_too_with_the_agency_s_own_words(carla: Agent) -> None:
    carla.page.get_by_role("button", name="Español").click()
    refused = carla.page.get_by_text("Fecha de nacimiento: no se puede leer esta fecha; escríbala como")
    expect(refused).to_be_visible()
    refused.scroll_into_view_if_needed()
    picture(carla.person, "verification-refused-es")
    carla.page.get_by_role("button", name="English").click()


def test_after_the_last_attempt_the_ways_on_are_there_and_nothing_else(carla: Agent) -> None:
    panel = carla.panel("Verification")
    for left in (2, 1, 0):
        answers(carla, PROTECTED)
        expect(panel).to_contain_text(f"{left} of 3 attempts left")
        expect(panel).to_contain_text("Not verified: what was given does not match a record.")
    expect(panel).to_contain_text("No more attempts can be made here in this call.")
    expect(panel.get_by_label("Full name")).to_have_count(0)
    expect(panel.get_by_role("button", name="Hand over: Identity unit")).to_be_visible()
    assert barriers(carla.page) == []
    picture(carla.person, "verification-used-up")


def test_a_supervisor_allows_one_more(carla: Agent, somebody: Invite, center: RunningCenter) -> None:
    selma = somebody()
    sign_in(selma, center, "selma", at="/calls")
    selma.page.get_by_role("rowheader").get_by_role("link").first.click()
    selma.page.get_by_role("button", name="Allow one more attempt").click()
    expect(selma.page.get_by_text("Allowed Tier 1 another attempt to verify the caller")).to_be_visible()
    assert barriers(selma.page) == []
    expect(carla.panel("Verification")).to_contain_text("1 of 3 attempts left")


def test_the_unit_verifies_the_protected_person(
    carla: Agent, somebody: Invite, center: RunningCenter
) -> None:
    irma = Agent(somebody())
    irma.signs_in(center, "irma")
    irma.is_ready()
    carla.button("Hand over: Identity unit").click()
    expect(carla.page.get_by_role("heading", name="Wrap-up")).to_be_visible()
    irma.is_presented_a_call()
    irma.answers()
    panel = irma.panel("Verification")
    expect(panel).to_contain_text("For the special verification, all of: Full name, Date of birth; and 2 of")
    answers(irma, {**PROTECTED, "ZIP code on file": "90012", "Country of birth": "Peru"})
    expect(panel).to_contain_text("Verified. The facts that you may see are shown below.")
    expect(panel).to_contain_text("Specially verified")
    assert barriers(irma.page) == []
    irma.page.evaluate("scrollTo(0, 0)")
    picture(irma.person, "verification-special")
