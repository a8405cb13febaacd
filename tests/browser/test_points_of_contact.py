"""A supervisor who serves a caller turns to the office that has the file, and asks it for relief of the
agency's own error; the office sees what is asked of it.

Each fixture is a step of the story, taken once; the tests read in its order."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.accessibility import barriers
from tests.browser.caller import Caller
from tests.browser.conftest import Invite
from tests.browser.in_a_call import in_a_call
from tests.browser.office import Clerk
from tests.browser.pictures import picture
from tests.browser.staff import Agent
from tests.telephony.center import RunningCenter

ANSWER = "The deputy director signs it today."
ERROR = "The agency mailed the notice to the old address; four months were lost."


@pytest.fixture(scope="module")
def both(somebody: Invite, center: RunningCenter) -> tuple[Agent, Caller]:
    """At Tier 1."""
    return in_a_call(somebody, center)


@pytest.fixture(scope="module")
def caller(both: tuple[Agent, Caller]) -> Caller:
    return both[1]


@pytest.fixture(scope="module")
def selma(both: tuple[Agent, Caller], somebody: Invite, center: RunningCenter) -> Agent:
    """Serves the caller, whom Tier 1 had verified."""
    carla, _ = both
    carla.verifies("EAC2190012345", "Sample Applicant Ana", "1985-04-12")
    selma = Agent(somebody())
    selma.signs_in(center, "selma")
    selma.is_ready()
    carla.asks("a supervisor", "The caller asks for a supervisor", "wants somebody in charge")
    selma.is_presented_a_call()
    expect(carla.panel("Points of contact at offices")).to_be_hidden()
    selma.answers()
    carla.completes_the_transfer()
    selma.page.set_viewport_size({"width": 1440, "height": 2000})
    return selma


@pytest.fixture(scope="module")
def panel(selma: Agent) -> Locator:
    return selma.panel("Points of contact at offices")


@pytest.fixture(scope="module")
def written(selma: Agent, panel: Locator) -> Locator:
    """The first thing that was asked of an office."""
    panel.get_by_label("Office", exact=True).select_option("newark")
    panel.get_by_label("Subject", exact=True).select_option("urgent")
    panel.get_by_label("What for").fill("Her oath ceremony is tomorrow")
    expect(panel.get_by_text("In charge now")).to_be_visible()
    assert barriers(selma.page) == []
    picture(selma.person, "contact-in-charge")
    panel.get_by_role("button", name="Write to the contact").click()
    asked = panel.get_by_role("listitem").first
    expect(asked).to_contain_text("Not acknowledged yet")
    return asked


@pytest.mark.clause("B4.3")
def test_the_desk_in_charge_and_its_hours_are_shown_and_it_is_written_to(
    selma: Agent, written: Locator
) -> None:
    expect(written.get_by_role("heading")).to_have_text("Newark Field Office: Urgent or expedited help")
    expect(written).to_contain_text("(sample)")
    expect(selma.panel("Timeline")).to_contain_text("Turned to Newark Field Office for immediate action")
    assert barriers(selma.page) == []


@pytest.mark.clause("B4.3")
def test_what_no_contact_has_acknowledged_is_on_the_live_page(selma: Agent, written: Locator) -> None:
    selma.page.get_by_role("navigation").get_by_role("link", name="Live").click()
    waiting = selma.panel("Offices asked, and not acknowledged")
    expect(waiting).to_contain_text("Newark Field Office: Urgent or expedited help")
    assert barriers(selma.page) == []
    picture(selma.person, "contact-live")
    waiting.get_by_role("link").click()
    expect(selma.panel("Points of contact at offices").get_by_role("listitem")).to_have_count(1)
    assert barriers(selma.page) == []
    picture(selma.person, "contact-call-page")
    selma.page.get_by_role("link", name="Desk").click()
    expect(written).to_be_visible()


@pytest.mark.clause("B4.3")
@pytest.mark.clause("B4.4b")
def test_that_they_have_seen_it_is_noted_and_their_answer_is_kept(selma: Agent, written: Locator) -> None:
    written.get_by_role("button", name="They have seen it").click()
    expect(written).to_contain_text("Acknowledged")
    written.get_by_label("What the office answered").fill(ANSWER)
    written.get_by_role("button", name="Keep the answer").click()
    expect(written.locator("blockquote")).to_have_text(ANSWER)
    assert barriers(selma.page) == []
    picture(selma.person, "contact-answered")
    selma.page.get_by_role("button", name="Español").click()
    expect(selma.panel("Puntos de contacto en las oficinas")).to_contain_text("Recibido")
    assert barriers(selma.page) == []
    picture(selma.person, "contact-answered-es")
    selma.page.get_by_role("button", name="English").click()


@pytest.mark.clause("B4.3")
def test_a_contact_is_called_and_one_who_cannot_be_reached_leaves_the_caller_where_they_were(
    selma: Agent, panel: Locator, caller: Caller
) -> None:
    """This center has no line to the outside: no telephone of an office rings."""
    panel.get_by_label("Office", exact=True).select_option("nbc")
    panel.get_by_label("Subject", exact=True).select_option("case")
    panel.get_by_label("What for").fill("Where the file is")
    panel.get_by_role("button", name="Call the contact").click()
    rung = panel.get_by_role("listitem").filter(has_text="National Benefits Center")
    expect(rung).to_contain_text("Nobody reached")
    expect(selma.panel("Timeline")).to_contain_text("(sample) could not be reached")
    selma.person.hears(caller.person)
    assert barriers(selma.page) == []
    picture(selma.person, "contact-called")


@pytest.fixture(scope="module")
def number(selma: Agent, written: Locator) -> str:
    """Of the request for relief."""
    selma.begins_a_request("Wait caused by the agency's own error")
    labels = {"The agency's own error, and the wait it caused": ERROR, "By when": "2026-12-31"}
    return selma.creates_the_request(chosen={}, written=labels)


@pytest.mark.clause("B4.4c")
@pytest.mark.clause("B4.4d")
def test_relief_for_the_agencys_own_error_is_asked_of_the_office_and_marked_in_its_inbox(
    selma: Agent, number: str, somebody: Invite, center: RunningCenter
) -> None:
    nadia = Clerk(somebody())
    nadia.signs_in(center, "clerk-newark")
    row = nadia.page.get_by_role("row").filter(has_text=number)
    expect(row).to_contain_text("Our own error")
    nadia.opens(number)
    expect(nadia.page.locator("main")).to_contain_text(ERROR)
    assert barriers(nadia.page) == []
    picture(nadia.person, "office-own-error")
    assert number in selma.panel("Points of contact at offices").get_by_label("Service Request").inner_text()
