"""No barrier by WCAG 2.2 AA that a program can find, on the pages that people work with."""

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import barriers
from tests.browser.caller import Caller
from tests.browser.conftest import Invite
from tests.browser.person import Person
from tests.browser.signing_in import sign_in
from tests.browser.staff import Agent
from tests.telephony.center import RunningCenter


@pytest.fixture(scope="module")
def carla(somebody: Invite, center: RunningCenter) -> Agent:
    carla = Agent(somebody())
    carla.signs_in(center, "carla")
    return carla


@pytest.fixture(scope="module")
def caller(somebody: Invite) -> Caller:
    caller = Caller(somebody())
    caller.calls_the_center()
    caller.is_told("Welcome")
    return caller


@pytest.fixture
def page(somebody: Invite) -> Person:
    return somebody()


def test_the_start_page_during_a_call(caller: Caller) -> None:
    assert barriers(caller.person.page) == []


def test_the_sign_in(page: Person) -> None:
    page.page.goto("/sign-in")
    expect(page.page.get_by_label("Password")).to_be_visible()
    assert barriers(page.page) == []


def test_the_office_inbox(page: Person, center: RunningCenter) -> None:
    sign_in(page, center, "clerk-newark", at="/office")
    expect(page.page.get_by_text("No Service Requests.")).to_be_visible()
    assert barriers(page.page) == []


def test_the_flow(page: Person, center: RunningCenter) -> None:
    sign_in(page, center, "selma", at="/flow")
    expect(page.page.get_by_role("rowheader", name="welcome says")).to_be_visible()
    assert barriers(page.page) == []


def test_the_desk_without_a_call(carla: Agent) -> None:
    assert barriers(carla.page) == []


def test_the_desk_with_a_verified_caller(carla: Agent, caller: Caller) -> None:
    carla.is_ready()
    caller.asks_for_a_person("10")
    carla.is_presented_a_call()
    assert barriers(carla.page) == []
    carla.answers()
    carla.verifies("EAC2190012345", "Sample Applicant Ana", "1985-04-12")
    carla.presents("Status of your case")
    assert barriers(carla.page) == []
