"""A caller who is not recognised goes to the unit that verifies specially, in one action that is there for
every caller alike: that it is offered, and that it is taken, tells nothing of a case."""

from tierline.calls.conversation_events import HandedOn
from tierline.calls.events import AgentLeft, AnyEvent, Queued
from tierline.calls.names import AgentId
from tierline.calls.state import Call
from tierline.desk.bringing_in import release
from tierline.desk.center import Center
from tierline.desk.colleagues import Whom, must_be_there, must_not_interrupt, must_stay, own_part
from tierline.desk.opening import is_open
from tierline.desk.practice.pretending import pretend
from tierline.desk.queueing import stand_in_line
from tierline.desk.refusal import Refused
from tierline.desk.values import new_value
from tierline.desk.verifying import policy_of
from tierline.staff.verification.policy import Unit

REASON = "to be verified with other questions"


async def hand_to_unit(center: Center, call: Call, agent: AgentId) -> Call:
    """Blind, at the original age. Raises Refused, with what to do instead, and StoreAway: then the agent
    still has the caller. Within the call's turn."""
    unit, leaving = policy_of(center).unit, own_part(call, agent)
    if unit is None:
        raise Refused("this agency has no unit that verifies callers: hand them to a colleague, or a tier")
    if leaving.tier == "supervisor":
        raise Refused("a call never goes down from a supervisor: help the caller with general information")
    must_not_interrupt(call)
    must_stay(center, call)
    if call.transfer:
        raise Refused("a transfer is under way already: complete it or take the caller back first")
    must_be_there(center, call, Whom(unit.tier))
    _must_be_at_work(center, unit, agent)
    if call.practice:
        return await pretend(center, call, agent, "transfer", unit.tier)
    why = new_value("reason", REASON)
    handed = HandedOn(agent, unit.tier, "unresolved", why.ref)
    before: list[AnyEvent] = [handed, AgentLeft(agent)]
    queued = Queued(unit.tier, "handed on", call.skills | unit.skills)
    call = await stand_in_line(center, call, queued, ["handed-on"], before, [why])
    await release(center, call, leaving)
    return call


def _must_be_at_work(center: Center, unit: Unit, agent: AgentId) -> None:
    """Nobody waits for a unit that does not come."""
    there = [
        person.user
        for person in center.agency.staff.values()
        if person.tier == unit.tier and unit.skills <= person.skills and person.user != agent
        if not center.floor.state(person.user).signed_out
    ]
    if not there or not is_open(center, unit.tier):
        raise Refused("nobody of the unit is there now: say so, and help the caller with general information")
