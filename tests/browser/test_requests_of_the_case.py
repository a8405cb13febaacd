"""A request at the screen: the form leads, the office asks the caller back, whoever serves them writes down
what they say, and on their next call it is followed up.

Each fixture is a step of the story, taken once; the tests read in its order."""

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import barriers
from tests.browser.caller import Caller
from tests.browser.conftest import Invite
from tests.browser.in_a_call import in_a_call
from tests.browser.office import Clerk
from tests.browser.pictures import picture
from tests.browser.staff import Agent
from tests.telephony.center import RunningCenter

KIND = "Card not received"
OF_THE_CASE = "Requests about this case"
SENT_ON = "When it was sent, as far as known"
ANA = ("EAC2190012345", "Sample Applicant Ana", "12 April 1985")
QUESTION = "Is the address 12 Elm Street?"


@pytest.fixture(scope="module")
def both(somebody: Invite, center: RunningCenter) -> tuple[Agent, Caller]:
    """An agent, with a verified caller."""
    carla, caller = in_a_call(somebody, center)
    carla.verifies(*ANA)
    return carla, caller


@pytest.fixture(scope="module")
def carla(both: tuple[Agent, Caller]) -> Agent:
    return both[0]


def test_what_cannot_be_right_is_said_beside_its_field_as_soon_as_it_is_left(carla: Agent) -> None:
    form = carla.panel("Service Request")
    carla.begins_a_request(KIND)
    expect(form.get_by_label("Receipt number of the request")).to_have_value("EAC2190012345")
    sent_on = form.get_by_label(SENT_ON)
    sent_on.fill("2099-01-01")
    sent_on.blur()
    expect(sent_on).to_have_accessible_description("this day is still to come: it is asked when it was")
    expect(sent_on).to_have_attribute("aria-invalid", "true")
    assert barriers(carla.page) == []
    form.get_by_role("button", name="Create Service Request").scroll_into_view_if_needed()
    picture(carla.person, "request-form-wrong")
    sent_on.fill("2026-10-01")
    sent_on.blur()
    expect(sent_on).to_have_attribute("aria-invalid", "false")


@pytest.fixture(scope="module")
def number(carla: Agent) -> str:
    return carla.creates_the_request(
        chosen={"Is the address on file right?": "no"}, written={SENT_ON: "2026-10-01"}
    )


def test_what_the_office_asks_is_on_the_screen_of_who_serves_the_caller(
    somebody: Invite, center: RunningCenter, carla: Agent, number: str
) -> None:
    panel = carla.panel(OF_THE_CASE)
    expect(panel).to_contain_text(number)
    clerk = Clerk(somebody())
    clerk.signs_in(center, "clerk-nbc")
    clerk.opens(number)
    clerk.page.get_by_role("button", name="Take it").click()
    clerk.page.get_by_role("button", name="Ask the caller").click()
    clerk.page.get_by_label("What the caller is to say").fill(QUESTION)
    clerk.page.get_by_role("button", name="Ask the caller").last.click()
    expect(panel).to_contain_text("The office asks the caller")
    expect(panel).to_contain_text(QUESTION)
    assert barriers(carla.page) == []
    panel.get_by_role("button", name="Write down for the office").scroll_into_view_if_needed()
    picture(carla.person, "office-asks-the-caller")


def test_the_same_kind_again_tells_of_the_request_that_there_is(carla: Agent, number: str) -> None:
    form = carla.panel("Service Request")
    carla.begins_a_request(KIND)
    expect(form).to_contain_text(f"Request {number} of")
    expect(form).to_contain_text(QUESTION)
    expect(form.get_by_role("button", name="Add to the request")).to_be_visible()
    assert barriers(carla.page) == []
    form.get_by_role("button", name="Add to the request").scroll_into_view_if_needed()
    picture(carla.person, "request-there-already")
    carla.begins_a_request("")


def test_what_the_caller_says_is_written_down_for_the_office(carla: Agent, number: str) -> None:
    panel = carla.panel(OF_THE_CASE)
    panel.get_by_label("What the caller answers").fill("It is 14 Elm Street.")
    panel.get_by_role("button", name="Write down for the office").click()
    expect(panel).to_contain_text("Written down: the office reads it, and its time runs.")
    expect(panel).not_to_contain_text(QUESTION)
    assert barriers(carla.page) == []
    panel.scroll_into_view_if_needed()
    picture(carla.person, "told-the-office")


def test_the_screen_is_there_in_spanish(carla: Agent) -> None:
    carla.page.get_by_role("button", name="Español").click()
    panel = carla.panel("Solicitudes sobre este caso")
    expect(panel).to_contain_text("Abierta")
    panel.scroll_into_view_if_needed()
    picture(carla.person, "requests-of-the-case-in-spanish")
    carla.page.get_by_role("button", name="English").click()


def test_on_the_next_call_it_is_followed_up_under_its_number(both: tuple[Agent, Caller], number: str) -> None:
    carla, caller = both
    carla.button("End call").click()
    carla.button("Ready now").click()
    caller.calls_the_center()
    caller.is_told("Welcome")
    caller.asks_for_a_person("10")
    carla.is_presented_a_call()
    carla.answers()
    carla.verifies(*ANA)
    expect(carla.panel(OF_THE_CASE)).to_contain_text(number)
    carla.begins_a_request(KIND)
    form = carla.panel("Service Request")
    form.get_by_label(SENT_ON).fill("2026-10-01")
    form.get_by_label("Is the address on file right?").select_option("yes")
    form.get_by_role("button", name="Add to the request").click()
    promise = carla.panel(f"Service Request: {KIND}")
    expect(promise).to_contain_text(number)
    expect(promise).to_contain_text("what was said now was added to it")
    expect(form.get_by_label("Kind of request")).to_have_value("")
    assert barriers(carla.page) == []
    promise.scroll_into_view_if_needed()
    picture(carla.person, "request-followed-up")
