"""One call from the start page to an office's inbox, with real sound between real browsers.

Each fixture is a step of the story, taken once; the tests read in its order."""

import pytest
from playwright.sync_api import expect

from tests.browser.caller import Caller
from tests.browser.conftest import Invite
from tests.browser.office import Clerk
from tests.browser.pictures import picture
from tests.browser.staff import Agent
from tests.telephony.center import RunningCenter

RECEIPT = "EAC2190012345"
KEYED = "3222190012345"
NAME = "Sample Applicant Ana"
BORN = "1985-04-12"
BORN_WRONGLY = "04131985"
BASIC_FACTS = ("I-130", "Your case was transferred to another office.", "October 5, 2026")
CASE_FACTS = ("07102", "Newark")
"""For officers and supervisors; never for Tier 1."""
NOT_RESOLVED = "The approval notice has not come since October, and the script does not help"
JUDGEMENT = "The caller has asked twice before; please decide"


@pytest.fixture(scope="module")
def carla(somebody: Invite, center: RunningCenter) -> Agent:
    carla = Agent(somebody())
    carla.signs_in(center, "carla")
    carla.is_ready()
    return carla


@pytest.fixture(scope="module")
def caller(somebody: Invite) -> Caller:
    """Keyed a receipt number but not the right birth date, so that nothing is verified."""
    caller = Caller(somebody())
    caller.calls_the_center()
    caller.is_told("Welcome to the Contact Center.")
    caller.presses("1")
    caller.is_told("To ask about your case")
    picture(caller.person, "start")
    caller.clicks("1")
    caller.is_told("Please enter your receipt number")
    caller.presses(KEYED)
    caller.is_told("Please enter the date of birth")
    caller.presses(BORN_WRONGLY)
    caller.is_told("We cannot give information about a case")
    caller.asks_for_a_person("0")
    caller.is_told("We are connecting you to a representative.")
    return caller


@pytest.fixture(scope="module")
def presented(carla: Agent, caller: Caller) -> Agent:
    carla.is_presented_a_call()
    return carla


@pytest.fixture(scope="module")
def csr(presented: Agent) -> Agent:
    """In the call."""
    presented.answers()
    return presented


@pytest.fixture(scope="module")
def verified(csr: Agent) -> Agent:
    csr.verifies(RECEIPT, NAME, BORN)
    return csr


@pytest.fixture(scope="module")
def read(verified: Agent) -> Agent:
    verified.presents("Status of your case")
    return verified


@pytest.fixture(scope="module")
def consulted(read: Agent, somebody: Invite, center: RunningCenter) -> Agent:
    """The officer whom the CSR found, before the caller is with them."""
    olga = Agent(somebody())
    olga.signs_in(center, "olga")
    olga.is_ready()
    read.asks("Tier 2", "Cannot be completely resolved here", NOT_RESOLVED)
    olga.is_presented_a_call()
    olga.answers()
    return olga


@pytest.fixture(scope="module")
def officer(read: Agent, consulted: Agent) -> Agent:
    read.completes_the_transfer()
    return consulted


@pytest.fixture(scope="module")
def supervisor(officer: Agent, somebody: Invite, center: RunningCenter) -> Agent:
    selma = Agent(somebody())
    selma.signs_in(center, "selma")
    selma.is_ready()
    officer.asks("a supervisor", "The officer's judgement", JUDGEMENT)
    selma.is_presented_a_call()
    selma.answers()
    officer.completes_the_transfer()
    return selma


@pytest.fixture(scope="module")
def number(supervisor: Agent) -> str:
    """Of the Service Request."""
    supervisor.begins_a_request("Notice or document not received")
    return supervisor.creates_the_request(
        chosen={
            "Which card, notice or document": "approval notice",
            "Is the address on file right?": "yes",
        },
        written={"When it was sent": "2026-10-05"},
    )


def test_the_csr_sees_why_the_call_is_presented_to_them(presented: Agent) -> None:
    expect(presented.panel("Incoming call")).to_contain_text("the only ready Tier 1 agent")


def test_caller_and_csr_hear_each_other(csr: Agent, caller: Caller) -> None:
    csr.person.hears(caller.person)
    caller.person.hears(csr.person)


@pytest.mark.clause("A8")
def test_before_verification_the_csr_has_what_was_keyed_and_no_fact_of_the_case(csr: Agent) -> None:
    expect(csr.panel("From the caller")).to_contain_text(RECEIPT)
    expect(csr.panel("Verification")).to_contain_text("Not verified")
    for fact in (*BASIC_FACTS, *CASE_FACTS, NAME, BORN):
        assert fact not in csr.person.received()


@pytest.mark.clause("A8")
def test_after_verification_the_csr_has_basic_facts_and_no_others(verified: Agent) -> None:
    for fact in BASIC_FACTS:
        expect(verified.panel("Case facts")).to_contain_text(fact)
    for fact in CASE_FACTS:
        assert fact not in verified.person.received()


@pytest.mark.clause("A9")
def test_a_published_script_is_shown_to_be_read_filled_and_with_its_version(read: Agent) -> None:
    wording = read.panel("Read to the caller")
    expect(wording).to_contain_text(
        "This is what our system shows for your form I-130. Your case was transferred"
    )
    expect(wording).to_contain_text("Version 1")
    expect(wording).to_be_in_viewport(ratio=1)


@pytest.mark.clause("B2.3")
def test_the_three_ways_on_are_on_one_screen(read: Agent) -> None:
    picture(read.person, "call-in-progress")
    read.begins_a_request("Notice or document not received")
    for way in ("Transfer to Tier 2", "Transfer to a supervisor", "Create Service Request"):
        expect(read.button(way)).to_be_visible()


@pytest.mark.clause("A10")
def test_the_officer_has_all_that_came_before_when_the_csr_hands_the_caller_on(consulted: Agent) -> None:
    expect(consulted.panel("From the caller")).to_contain_text(RECEIPT)
    expect(consulted.page.get_by_text("Verified", exact=True)).to_be_visible()
    expect(consulted.panel("Read to the caller")).to_contain_text("This is what our system shows")
    expect(consulted.page.locator("main")).to_contain_text(NOT_RESOLVED)


def test_csr_and_officer_talk_before_the_caller_joins(read: Agent, consulted: Agent) -> None:
    read.person.hears(consulted.person)
    consulted.person.hears(read.person)


@pytest.mark.clause("A10")
def test_the_caller_goes_on_with_the_officer(officer: Agent, caller: Caller) -> None:
    caller.person.hears(officer.person)
    officer.person.hears(caller.person)


@pytest.mark.clause("B3.2")
def test_the_officer_sees_facts_that_tier_1_does_not(officer: Agent) -> None:
    for fact in (*BASIC_FACTS, *CASE_FACTS):
        expect(officer.panel("Case facts")).to_contain_text(fact)


@pytest.mark.clause("B3.3")
@pytest.mark.clause("B4.1")
def test_the_officer_escalates_to_a_supervisor_who_has_all_that_came_before(
    supervisor: Agent, caller: Caller
) -> None:
    for before in (NOT_RESOLVED, JUDGEMENT):
        expect(supervisor.page.locator("main")).to_contain_text(before)
    expect(supervisor.panel("Read to the caller")).to_contain_text("This is what our system shows")
    supervisor.person.hears(caller.person)
    caller.person.hears(supervisor.person)


@pytest.mark.clause("B4.4c")
def test_the_supervisor_makes_a_service_request_and_the_caller_is_told_its_number(
    supervisor: Agent, number: str, caller: Caller
) -> None:
    expect(supervisor.panel("Service Request: Notice or document not received")).to_contain_text("Newark")
    caller.is_told("Your confirmation number is")


@pytest.mark.clause("A13")
def test_the_office_finds_the_request_in_its_inbox_with_the_reason(
    number: str, somebody: Invite, center: RunningCenter
) -> None:
    nadia = Clerk(somebody())
    nadia.signs_in(center, "clerk-newark")
    nadia.opens(number)
    expect(nadia.page.locator("main")).to_contain_text("physically has the file and can best resolve this")
    picture(nadia.person, "office")
