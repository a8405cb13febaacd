"""Somebody who tries a callback from the start page is rung back there, in their turn."""

from playwright.sync_api import expect

from tests.browser.caller import Caller
from tests.browser.conftest import Invite
from tests.browser.staff import Agent
from tests.telephony.center import RunningCenter

AGREES = "1"


def test_a_caller_is_called_back_in_the_browser_and_chooses_to_be_connected(
    somebody: Invite, center: RunningCenter
) -> None:
    carla, caller = Agent(somebody()), Caller(somebody())
    caller.calls_the_center()
    caller.is_told("Welcome")
    caller.presses("1" + "0")
    caller.is_told("To be called back without losing your place in line, press 1.")
    caller.presses(AGREES)
    caller.is_told("Please enter the telephone number")
    caller.presses("2025550123")
    caller.is_told("You entered")
    caller.presses(AGREES)
    caller.is_told("To be called back as soon as it is your turn, press 1.")
    caller.presses(AGREES)
    caller.is_told("We will call you at")
    caller.waits_for_the_callback()

    carla.signs_in(center, "carla")
    carla.button("Ready").click()
    expect(carla.page.get_by_role("heading", name="Callback: answer, and we call the caller")).to_be_visible()
    expect(carla.page.get_by_text("Callback promised for")).to_be_visible()
    carla.button("Answer").click()
    expect(carla.page.get_by_role("heading", name="Calling the caller back…")).to_be_visible()

    caller.answers_the_callback()
    caller.is_told("calling back as you asked")
    caller.presses(AGREES)
    expect(carla.button("Mute")).to_be_visible()
    carla.person.hears(caller.person)
    caller.person.hears(carla.person)
    expect(carla.panel("Timeline")).to_contain_text("identity is to be confirmed anew")
