"""An agent leaves whatever call they are in or are rung for, by somebody's wish or because they are away too
long: the caller never goes with them."""

from tierline.acd.duty import Outcome
from tierline.calls.names import AgentId, CallId, LegId
from tierline.desk.center import Center
from tierline.desk.distributing import not_answered
from tierline.desk.losing import agent_lost
from tierline.desk.overhearing import is_supervising, leave


async def off_the_phone(
    center: Center, agent: AgentId, outcome: Outcome, by: AgentId | None = None
) -> LegId | None:
    """The leg that is to be hung up once the agent's state says where they are; None where there is none.
    `outcome` is that of a presentation, `by` the supervisor who wants it. To be followed by `distribute`."""
    state = center.floor.state(agent)
    at_phone = state.in_call or is_supervising(center, agent)
    return await _out_of(center, state.call, agent, outcome, by) if state.call and at_phone else None


async def _out_of(
    center: Center, call_id: CallId, agent: AgentId, outcome: Outcome, by: AgentId | None
) -> LegId | None:
    async with center.turn(call_id) as call:
        if call is None:
            return None
        if call.reservation and call.reservation.agent == agent:
            leg = call.reservation.leg
            await not_answered(center, call, call.reservation, outcome)
            return leg
        if there := call.supervised_now_by(agent):
            await leave(center, call, there, "left")
        elif part := call.part_of(agent):
            center.legs.pop(part.leg, None)
            await agent_lost(center, call, part, by)
            return part.leg
        return None
