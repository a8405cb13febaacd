"""An agent works at one screen: the phone, and a call, go along to the next, and a supervisor can end it."""

from playwright.sync_api import expect

from tests.browser.accessibility import barriers
from tests.browser.caller import Caller
from tests.browser.conftest import Invite
from tests.browser.person import Person
from tests.browser.pictures import picture
from tests.browser.signing_in import sign_in
from tests.browser.staff import Agent
from tests.telephony.center import RunningCenter


def test_the_phone_and_a_call_go_along_to_the_next_screen_and_a_supervisor_ends_it(
    somebody: Invite, center: RunningCenter
) -> None:
    first, second, caller = Agent(somebody()), Agent(somebody()), Caller(somebody())
    first.signs_in(center, "carla")
    first.is_ready()
    picture(first.person, "desk-states")

    second.signs_in(center, "carla")
    expect(first.page.get_by_role("heading", name="You went on at another screen")).to_be_visible()
    assert barriers(first.page) == []
    picture(first.person, "screen-taken-over")

    caller.calls_the_center()
    caller.is_told("Welcome")
    caller.asks_for_a_person("10")
    second.is_presented_a_call()
    second.answers()
    second.person.hears(caller.person)

    third = Agent(somebody())
    sign_in(third.person, center, "carla", at="/desk")
    expect(third.page.get_by_role("heading", name="You are in a call at another screen")).to_be_visible()
    assert barriers(third.page) == []
    picture(third.person, "screen-in-call-elsewhere")
    second.person.hears(caller.person)
    third.button("Bring the call here").click()
    expect(third.button("Mute")).to_be_visible()
    third.person.hears(caller.person)
    caller.person.hears(third.person)
    expect(second.page.get_by_role("heading", name="You went on at another screen")).to_be_visible()

    selma = somebody()
    _signs_carla_out(selma, center)
    expect(third.page.get_by_role("heading", name="You were signed out")).to_be_visible()
    expect(third.page.get_by_text("the shift is over")).to_be_visible()
    expect(selma.page.get_by_text("no Tier 1 agent who speaks English is ready")).to_be_visible()
    picture(selma, "floor-waiting")


def _signs_carla_out(selma: Person, center: RunningCenter) -> None:
    """In mid-call, and the caller goes back to the queue."""
    sign_in(selma, center, "selma", at="/floor")
    expect(selma.page.get_by_role("row", name="Carla Sample")).to_contain_text("In a call")
    assert barriers(selma.page) == []
    selma.page.get_by_role("button", name="Change the state of Carla Sample").click()
    selma.page.get_by_label("Why, in your words").fill("the shift is over")
    selma.page.get_by_text("goes back to the queue at once").click()
    assert barriers(selma.page) == []
    picture(selma, "floor")
    selma.page.get_by_role("button", name="Sign Carla Sample out").click()
    expect(selma.page.get_by_role("row", name="Carla Sample")).to_contain_text("Signed out")
