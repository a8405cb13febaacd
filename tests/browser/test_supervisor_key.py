"""A caller who wants a supervisor, seen by the people it reaches."""

import pytest
from playwright.sync_api import expect

from tests.browser.caller import Caller
from tests.browser.conftest import Invite
from tests.browser.staff import Agent
from tests.telephony.center import RunningCenter


@pytest.mark.clause("A11")
def test_a_caller_in_conversation_presses_the_key_and_a_supervisor_takes_over(
    somebody: Invite, center: RunningCenter
) -> None:
    carla, selma, caller = Agent(somebody()), Agent(somebody()), Caller(somebody())
    carla.signs_in(center, "carla")
    carla.is_ready()
    caller.calls_the_center()
    caller.is_told("Welcome")
    caller.asks_for_a_person("10")
    carla.is_presented_a_call()
    carla.answers()

    caller.presses("*")
    caller.is_told("You pressed star. To speak to a supervisor, press 1.")
    caller.presses("1")
    caller.is_told("Your request for a supervisor is noted.")
    carla.person.hears(caller.person)  # nobody is left alone while a supervisor is sought
    selma.signs_in(center, "selma")
    selma.button("Ready").click()
    selma.is_presented_a_call()
    selma.answers()
    carla.completes_the_transfer()

    selma.person.hears(caller.person)
    caller.person.hears(selma.person)
    expect(selma.page.get_by_text("Pressed the supervisor key")).to_be_visible()
