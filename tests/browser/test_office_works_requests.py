"""A clerk works on a request in the inbox of their office: takes it, asks the caller, replies, sends it on.

Each fixture is a step of the story, taken once; the tests read in its order."""

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import barriers
from tests.browser.conftest import Invite
from tests.browser.in_a_call import in_a_call
from tests.browser.office import Clerk
from tests.browser.pictures import picture
from tests.telephony.center import RunningCenter


@pytest.fixture(scope="module")
def number(somebody: Invite, center: RunningCenter) -> str:
    """Of a request for a caller whose card has not come."""
    carla, _ = in_a_call(somebody, center)
    carla.begins_a_request("Card not received")
    return carla.creates_the_request(
        chosen={"Is the address on file right?": "yes"},
        written={"When it was sent, as far as known": "2026-10-01"},
    )


@pytest.fixture(scope="module")
def clerk(somebody: Invite, center: RunningCenter, number: str) -> Clerk:
    clerk = Clerk(somebody())
    clerk.signs_in(center, "clerk-nbc")
    clerk.opens(number)
    return clerk


def test_nobody_replies_to_what_they_have_not_taken(clerk: Clerk) -> None:
    expect(clerk.page.get_by_role("button", name="Take it")).to_be_visible()
    expect(clerk.page.get_by_role("button", name="Reply")).to_have_count(0)


def test_whose_it_is_shows_in_the_inbox(clerk: Clerk) -> None:
    clerk.page.get_by_role("button", name="Take it").click()
    expect(clerk.page.get_by_role("row").nth(1)).to_contain_text("Bert Sample")


def test_the_caller_is_asked_and_the_time_rests(clerk: Clerk) -> None:
    clerk.page.get_by_role("button", name="Ask the caller").click()
    clerk.page.get_by_label("What the caller is to say").fill("Which address did you give?")
    clerk.page.get_by_role("button", name="Ask the caller").last.click()
    expect(clerk.page.get_by_text("Waits for the caller").first).to_be_visible()
    expect(clerk.page.locator("blockquote", has_text="Which address did you give?")).to_be_visible()


def test_replies_stand_on_the_one_request_in_order(clerk: Clerk) -> None:
    for kind, words in (("A first reply", "We trace the card."), ("A further reply", "It came back to us.")):
        clerk.page.get_by_role("button", name="Reply", exact=True).click()
        clerk.page.get_by_text(kind).click()
        clerk.page.get_by_label("What the caller is to know").fill(words)
        assert barriers(clerk.page) == []
        clerk.page.get_by_role("button", name="Send the reply").click()
        expect(clerk.page.locator("blockquote", has_text=words)).to_be_visible()
    picture(clerk.person, "office-request")


@pytest.mark.clause("A13")
def test_a_request_at_the_wrong_office_leaves_the_inbox_with_a_reason(clerk: Clerk, number: str) -> None:
    clerk.page.get_by_role("button", name="Wrong office").click()
    clerk.page.get_by_label("Which office it belongs to").select_option("Newark Field Office")
    clerk.page.get_by_label("Why it belongs there").fill("The card was handed out in Newark.")
    picture(clerk.person, "office-send-on")
    clerk.page.get_by_role("button", name="Send it on").click()
    expect(clerk.page.get_by_role("link", name=number)).to_have_count(0)


@pytest.mark.clause("A13")
def test_at_the_next_office_it_has_its_number_and_its_whole_history(
    somebody: Invite, center: RunningCenter, clerk: Clerk, number: str
) -> None:
    nadia = Clerk(somebody())
    nadia.signs_in(center, "clerk-newark")
    nadia.opens(number)
    for words in ("We trace the card.", "It came back to us.", "The card was handed out in Newark."):
        expect(nadia.page.locator("blockquote", has_text=words)).to_be_visible()
    assert barriers(nadia.page) == []
