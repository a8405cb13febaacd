"""Blind transfer: the agent leaves at once, and the caller waits at the original age for the tier or the
colleague that was chosen."""

from tierline.calls.conversation_events import HandedOn
from tierline.calls.events import AgentLeft, Queued
from tierline.calls.names import AgentId, Trigger
from tierline.calls.state import Call
from tierline.desk.bringing_in import release
from tierline.desk.center import Center
from tierline.desk.colleagues import Whom, may_hand_on, must_not_interrupt, not_ready, own_part, why_not_ready
from tierline.desk.opening import is_open
from tierline.desk.practice.pretending import pretend
from tierline.desk.queueing import stand_in_line
from tierline.desk.refusal import Refused
from tierline.desk.transferring import supervisor_asked
from tierline.desk.values import new_value


async def hand_on(
    center: Center, call: Call, agent: AgentId, to: Whom, trigger: Trigger, reason: str
) -> Call:
    """A colleague who was chosen has the seconds of the queue's rule (`named_agent_seconds`), then anyone of
    the tier may take the caller. Raises Refused, with what to do instead, and StoreAway: then the agent still
    has the caller. Within the call's turn."""
    leaving = own_part(call, agent)
    must_not_interrupt(call)
    may_hand_on(center, call, leaving, to, trigger, reason)
    _must_have_somebody(center, to)
    if call.practice:
        return await pretend(center, call, agent, "transfer", to.tier, to.person)
    why = new_value("reason", reason.strip())
    handed = HandedOn(agent, to.tier, trigger, why.ref, to.person)
    before = [*supervisor_asked(call, agent, trigger), handed, AgentLeft(agent)]
    queued = Queued(to.tier, "handed on", call.skills, to.person)
    call = await stand_in_line(center, call, queued, ["handed-on"], before, [why])
    await release(center, call, leaving)
    return call


def _must_have_somebody(center: Center, to: Whom) -> None:
    """Nobody waits for a tier that does not come, or for somebody who is not in the house."""
    if not is_open(center, to.tier):
        raise Refused("they are closed now: book a callback from them for the caller, or make a request")
    if to.person and (state := center.floor.state(to.person)).signed_out and (why := why_not_ready(state)):
        raise not_ready(center.agency.staff[to.person].name, why)
