"""An officer at the screen: facts of several systems, and what is done in them.

Each fixture is a step of the story, taken once; the tests read in its order."""

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import barriers
from tests.browser.conftest import Invite
from tests.browser.in_a_call import in_a_call
from tests.browser.pictures import picture
from tests.browser.staff import Agent
from tests.telephony.center import RunningCenter

CASE = "Case facts"
DONE = "Done in the case systems"


@pytest.fixture(scope="module")
def olga(somebody: Invite, center: RunningCenter) -> Agent:
    """An officer, to whom a verified caller was handed."""
    olga = Agent(somebody())
    olga.signs_in(center, "olga")
    olga.is_ready()
    carla, _ = in_a_call(somebody, center)
    carla.verifies("EAC2190012345", "Sample Applicant Ana", "12 April 1985")
    expect(carla.page.get_by_role("heading", name=DONE)).to_have_count(0)
    expect(carla.panel(CASE)).not_to_contain_text("File tracking")
    carla.asks("Tier 2", "Cannot be completely resolved here", "Needs the case systems")
    olga.is_presented_a_call()
    olga.answers()
    carla.completes_the_transfer()
    return olga


def test_each_fact_says_which_system_it_is_from_and_as_of_when(olga: Agent) -> None:
    panel = olga.panel(CASE)
    expect(panel).to_contain_text("Source: Case management (sample), as of")
    expect(panel).to_contain_text("Source: File tracking (sample), as of")
    picture(olga.person, "case-systems")


@pytest.mark.clause("B3.2")
def test_what_is_done_by_hand_is_noted_and_shown_as_not_confirmed(olga: Agent) -> None:
    panel = olga.panel(DONE)
    panel.get_by_label("What is done").select_option(label="Notice issued again – Case management (sample)")
    expect(panel).to_contain_text("Do it in Case management (sample) yourself; here it is noted.")
    panel.get_by_label("Note (may be left out)").fill("Lost in the mail <b>twice</b>")
    panel.get_by_role("button", name="Note that it is done").click()
    expect(panel).to_contain_text("Not confirmed")
    expect(panel).to_contain_text("noted as done by hand by Olga Sample")
    expect(panel).to_contain_text("Lost in the mail <b>twice</b>")
    assert barriers(olga.page) == []
    picture(olga.person, "done-in-systems")


@pytest.mark.clause("B3.2")
def test_where_the_case_can_show_it_the_officer_looks_again(olga: Agent) -> None:
    panel = olga.panel(DONE)
    panel.get_by_label("What is done").select_option(label="Interview scheduled – Case management (sample)")
    panel.get_by_role("button", name="Note that it is done").click()
    again = panel.get_by_role("button", name="Look again whether the case shows it")
    again.click()
    expect(again).to_be_enabled()
    expect(panel.get_by_text("Not confirmed")).to_have_count(2)


def test_the_screen_is_there_in_spanish(olga: Agent) -> None:
    olga.page.get_by_role("button", name="Español").click()
    expect(olga.panel("Hecho en los sistemas de casos")).to_contain_text("Sin confirmar")
    facts = olga.panel("Datos del caso")
    expect(facts).to_contain_text("Fuente: Seguimiento de expedientes (muestra)")
    expect(facts).to_contain_text("Última actualización")
    expect(facts).to_contain_text("Número A")
    expect(olga.page.get_by_label("Tipo de solicitud")).to_contain_text("Cambio de dirección")
    picture(olga.person, "case-systems-in-spanish")
    olga.page.get_by_role("button", name="English").click()
