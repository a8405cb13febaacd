"""What an agent may do with the call they serve, besides handing it on."""

from tierline.calls.events import Ended, Held, Resumed
from tierline.calls.names import AgentId
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.colleagues import must_stay
from tierline.desk.refusal import Refused
from tierline.desk.seating import connect, seat
from tierline.desk.wrapping_up import end_call


async def hold(center: Center, call: Call, agent: AgentId) -> Call:
    """The caller hears music. Within the call's turn, as all here."""
    if call.held or (call.consulting and call.consulting.speaks_with == "colleague"):
        return call
    call = await center.commit(call, Held(agent))
    await seat(center, call)
    return call


async def resume(center: Center, call: Call, agent: AgentId) -> Call:
    if not call.held:
        return call
    call = await center.commit(call, Resumed(agent))
    await connect(center, call)
    return call


async def end(center: Center, call: Call, agent: AgentId) -> Call:
    """Raises Refused while a colleague is being brought in, that is completed or taken back first; and where
    an emergency calls for a supervisor."""
    must_stay(center, call)
    if call.transfer:
        raise Refused("a colleague is being brought in: take the caller back first, then end the call")
    return await end_call(center, call, Ended("agent_ended", "talking"))
