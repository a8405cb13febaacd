"""A caller goes to wait for a person of a tier."""

from collections.abc import Sequence

from tierline.calls.events import Queued
from tierline.calls.names import Tier
from tierline.calls.state import Call
from tierline.desk.announcing import announce_later, tell_position
from tierline.desk.center import Center
from tierline.desk.distributing import distribute
from tierline.desk.speaking import say


async def join_queue(
    center: Center, call: Call, tier: Tier, reason: str, prompts: Sequence[str] = ()
) -> Call:
    """To music, then the prompts, then the position. Within the call's turn."""
    center.sessions.pop(call.id, None)
    center.asked.pop(call.id, None)
    center.cancel(call.id)
    call = await center.commit(call, Queued(tier, reason))
    await center.switch.hold(call.leg)
    call = await say(center, call, prompts, then=lambda: tell_position(center, call.id))
    announce_later(center, call)
    distribute(center)
    return call
