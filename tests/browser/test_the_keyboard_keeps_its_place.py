"""Who works by keyboard stays where they were when what they pressed goes away."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Invite
from tests.browser.signing_in import sign_in
from tests.browser.staff import Agent
from tests.telephony.center import RunningCenter

A_HEADING_IN_FOCUS = "h1:focus, h2:focus"


@pytest.fixture(scope="module")
def colin(somebody: Invite, center: RunningCenter) -> Agent:
    colin = Agent(somebody())
    colin.signs_in(center, "colin")
    return colin


@pytest.fixture(scope="module")
def floor(somebody: Invite, center: RunningCenter, colin: Agent) -> Page:
    """With two agents on it."""
    Agent(somebody()).signs_in(center, "carla")
    selma = somebody()
    sign_in(selma, center, "selma", at="/floor")
    expect(selma.page.get_by_role("row", name="Carla Sample")).to_contain_text("Not ready")
    return selma.page


def test_what_is_opened_beside_a_table_is_left_to_the_button_that_opened_it(floor: Page) -> None:
    opens = floor.get_by_role("button", name="Change the state of Carla Sample")
    opens.press("Enter")
    expect(floor.get_by_role("heading", name="Carla Sample")).to_be_focused()
    floor.get_by_role("button", name="Close", exact=True).press("Enter")
    expect(opens).to_be_focused()


def test_the_button_that_is_gone_with_what_it_did_leaves_its_place_to_a_heading(floor: Page) -> None:
    floor.get_by_role("button", name="Change the state of Carla Sample").press("Enter")
    floor.get_by_label("Why, in your words").fill("the shift is over")
    floor.get_by_role("button", name="Sign Carla Sample out").press("Enter")
    expect(floor.get_by_role("row", name="Carla Sample")).to_contain_text("Signed out")
    expect(floor.get_by_role("button", name="Change the state of Carla Sample")).to_be_hidden()
    expect(floor.locator(A_HEADING_IN_FOCUS)).to_have_count(1)


def test_a_button_that_somebody_else_takes_away_leaves_its_place_to_a_heading(
    floor: Page, colin: Agent
) -> None:
    opens = floor.get_by_role("button", name="Change the state of Colin Sample")
    opens.focus()
    colin.button("Sign out").click()
    expect(opens).to_be_hidden()
    expect(floor.locator(A_HEADING_IN_FOCUS)).to_have_count(1)


def test_another_page_begins_at_its_beginning_and_not_in_the_menu(floor: Page) -> None:
    floor.get_by_role("navigation").get_by_role("link", name="Calls").press("Enter")
    expect(floor.get_by_role("heading", name="Calls")).to_be_visible()
    expect(floor.locator("#main")).to_be_focused()
    floor.keyboard.press("Tab")
    expect(floor.get_by_role("button", name="Refresh")).to_be_focused()
