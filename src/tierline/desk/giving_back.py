"""The agent gives the caller back to the queue: another agent of the same tier takes them, at the original
age."""

from tierline.calls.conversation_events import GivenBack
from tierline.calls.events import AgentLeft, AnyEvent, Queued
from tierline.calls.names import AgentId
from tierline.calls.state import Call
from tierline.desk.bringing_in import release
from tierline.desk.center import Center
from tierline.desk.colleagues import must_not_interrupt, must_say_why, must_stay, own_part
from tierline.desk.practice.pretending import pretend
from tierline.desk.queueing import stand_in_line
from tierline.desk.refusal import Refused
from tierline.desk.values import new_value


async def give_back(center: Center, call: Call, agent: AgentId, reason: str) -> Call:
    """A caller who has asked for a supervisor waits for one. Raises Refused, and StoreAway: then the agent
    still has the caller. Within the call's turn."""
    leaving = own_part(call, agent)
    must_not_interrupt(call)
    must_stay(center, call)
    if call.transfer:
        raise Refused("a colleague is being brought in: take the caller back first")
    must_say_why(reason)
    if call.practice:
        return await pretend(center, call, agent, "give_back", leaving.tier)
    tier = "supervisor" if call.supervisor == "asked" else leaving.tier
    why = new_value("reason", reason.strip())
    queued = Queued(tier, "given back", call.skills)
    before: list[AnyEvent] = [GivenBack(agent, why.ref), AgentLeft(agent)]
    call = await stand_in_line(center, call, queued, ["given-back"], before, [why])
    await release(center, call, leaving)
    return call
