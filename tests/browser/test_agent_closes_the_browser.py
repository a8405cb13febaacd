"""An agent's browser that is closed in mid-call drops no caller."""

from tests.browser.caller import Caller
from tests.browser.conftest import Invite
from tests.browser.staff import Agent
from tests.telephony.center import RunningCenter


def test_a_caller_whose_csr_is_gone_hears_an_apology_and_is_presented_to_the_next(
    somebody: Invite, center: RunningCenter
) -> None:
    carla, colin, caller = Agent(somebody()), Agent(somebody()), Caller(somebody())
    carla.signs_in(center, "carla")
    carla.is_ready()
    caller.calls_the_center()
    caller.is_told("Welcome")
    caller.asks_for_a_person("10")
    carla.is_presented_a_call()
    carla.answers()
    carla.person.hears(caller.person)
    colin.signs_in(center, "colin")
    colin.is_ready()

    carla.person.closes_the_browser()

    caller.is_told("We are sorry, we lost the connection to our representative. You keep your place in line")
    colin.is_presented_a_call()
    colin.answers()
    colin.person.hears(caller.person)
    caller.person.hears(colin.person)
