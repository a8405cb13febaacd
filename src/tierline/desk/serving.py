"""What an agent may do with the call they serve, besides transferring it."""

from tierline.calls.events import Ended, Held, Resumed
from tierline.calls.names import AgentId
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.distributing import connect, room_of
from tierline.desk.overhearing import overhear
from tierline.desk.refusal import Refused
from tierline.desk.wrapping_up import end_call


async def hold(center: Center, call: Call, agent: AgentId) -> Call:
    """The caller hears music. Within the call's turn, as all here."""
    if call.held or (call.transfer and call.transfer.stage == "consulting"):
        return call
    call = await center.commit(call, Held(agent))
    await center.switch.hold(call.leg)
    await overhear(center, call, room_of(call))
    return call


async def resume(center: Center, call: Call, agent: AgentId) -> Call:
    if not call.held:
        return call
    call = await center.commit(call, Resumed(agent))
    await connect(center, call)
    return call


async def end(center: Center, call: Call, agent: AgentId) -> Call:
    """Raises Refused while a colleague is being brought in: that is completed or taken back first."""
    if call.transfer:
        raise Refused("a transfer is under way: complete it or take the caller back, then end the call")
    return await end_call(center, call, Ended("agent_ended", "talking"))
