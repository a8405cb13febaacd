"""The agent is not heard by anybody, or again: at the switch, so that it holds whatever becomes of the
browser."""

from tierline.calls.conversation_events import Muted
from tierline.calls.names import AgentId
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.colleagues import own_part


async def mute(center: Center, call: Call, agent: AgentId, muted: bool) -> Call:
    """Also of a colleague who is consulted. Raises Refused. Within the call's turn."""
    part = own_part(call, agent)
    await center.switch.mute(part.leg, muted=muted)  # first: nobody is told that they are muted and is heard
    return call if part.muted == muted else center.note(call, Muted(agent, muted))


async def mute_again(center: Center, call: Call) -> None:
    """A process that ended in between may have left the switch otherwise than what is on record."""
    for part in call.serving:
        await center.switch.mute(part.leg, muted=part.muted)
