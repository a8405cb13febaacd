"""An agent goes into practice, and leaves it: no real caller is presented to them in between."""

from msgspec.structs import replace

from tierline.calls.names import AgentId
from tierline.desk import disposing
from tierline.desk.center import Center
from tierline.desk.overhearing import is_supervising
from tierline.desk.refusal import Refused
from tierline.practice.case import PracticeCase, open_to
from tierline.staff.work_states import AFTER_PRACTICE, PRACTICE


def cases(center: Center, agent: AgentId) -> tuple[PracticeCase, ...]:
    """Those that this agent can practise."""
    return open_to(center.in_force.begins_with.agency.practice, disposing.tier_of(center, agent))


def go_in(center: Center, agent: AgentId) -> None:
    """Again changes nothing. Raises Refused, with what to do instead."""
    duty = center.floor.duty(agent)
    if duty.practising:
        return
    if duty.state.signed_out:
        raise Refused("your phone is not connected: open your desk, and try again")
    if duty.state.in_call:
        raise Refused("you are in a call: end it or hand it on first")
    if duty.state.name == "wrap_up":
        raise Refused("finish the notes of your call first")
    if is_supervising(center, agent):
        raise Refused("you are in a colleague's call: leave it first")
    if not cases(center, agent):
        raise Refused("your agency has no practice cases for your tier; its authors write them")
    center.cancel(agent)
    center.floor.change(replace(duty, practising=True, afterwards=None))
    center.floor.put(agent, "not_ready", reason=PRACTICE)


def leave(center: Center, agent: AgentId) -> None:
    """Not ready until they say so. Again changes nothing. Raises Refused in a practice call."""
    duty = center.floor.duty(agent)
    if not duty.practising:
        return
    if duty.state.name != "not_ready":
        raise Refused("you are in a practice call: end it and finish its notes first")
    center.floor.put(agent, "not_ready", reason=AFTER_PRACTICE)
