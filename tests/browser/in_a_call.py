"""An agent in a call, as most stories at the desk begin."""

from tests.browser.caller import Caller
from tests.browser.conftest import Invite
from tests.browser.staff import Agent
from tests.telephony.center import RunningCenter


def in_a_call(somebody: Invite, center: RunningCenter) -> tuple[Agent, Caller]:
    """Carla has answered a caller who asked for a person."""
    carla, caller = Agent(somebody()), Caller(somebody())
    carla.signs_in(center, "carla")
    carla.is_ready()
    caller.calls_the_center()
    caller.is_told("Welcome")
    caller.asks_for_a_person("10")
    carla.is_presented_a_call()
    carla.answers()
    return carla, caller
