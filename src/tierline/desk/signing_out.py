"""A supervisor signs an agent out: phone, screen and session end at once. In mid-call the supervisor chooses
what becomes of the caller."""

from typing import Literal

from msgspec.structs import replace

from tierline.acd.duty import Afterwards
from tierline.calls.names import AgentId, CallId, LegId
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.distributing import distribute, not_answered
from tierline.desk.ending_duty import end_duty
from tierline.desk.losing import agent_lost
from tierline.desk.overhearing import is_supervising, leave
from tierline.desk.refusal import Refused
from tierline.staff.work_states import SIGNED_OUT

TheCaller = Literal["finish", "requeue"]
"""Goes on with the agent until the call is over; or waits for another at once, at the original age."""


async def force(
    center: Center, agent: AgentId, *, by: AgentId, why: str, caller: TheCaller = "finish"
) -> None:
    """Raises Refused for one who is signed out already, and without a reason."""
    if not why.strip():
        raise Refused("say why: it is kept with the sign-out")
    duty = center.floor.duty(agent)
    state = duty.state
    if state.signed_out:
        raise Refused("this agent is signed out already")
    if state.name == "talking" and caller == "finish":
        center.floor.change(replace(duty, afterwards=Afterwards(SIGNED_OUT, by, why)))
        return
    at_phone = state.in_call or is_supervising(center, agent)
    legs = await _taken_off(center, state.call, agent, by) if state.call and at_phone else []
    end_duty(center, agent, by=by, why=why)
    distribute(center)
    for leg in legs:
        await center.switch.hang_up(leg)


async def _taken_off(center: Center, call_id: CallId, agent: AgentId, by: AgentId) -> list[LegId]:
    """The legs to be hung up when the caller waits again."""
    async with center.turn(call_id) as call:
        if call is None:
            return []
        if call.reservation and call.reservation.agent == agent:
            leg = call.reservation.leg
            await not_answered(center, call, call.reservation, "withdrawn")
            return [leg]
        if there := call.supervised_now_by(agent):
            await leave(center, call, there, "left")
            return []
        return await _out_of_it(center, call, agent, by)


async def _out_of_it(center: Center, call: Call, agent: AgentId, by: AgentId) -> list[LegId]:
    serving = call.part_of(agent)
    if serving is None:
        return []
    center.legs.pop(serving.leg, None)
    await agent_lost(center, call, serving, by)
    return [serving.leg]
