"""A practice call after a time without this process, or without the engine: it goes on where agent and
caller are still there, and is over otherwise."""

from collections.abc import Collection

from tierline.calls.events import PickedUpAgain
from tierline.calls.names import LegId
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.muting import mute_again
from tierline.desk.practice import calling, speaking
from tierline.desk.seating import connect


async def recover(center: Center, call: Call, alive: Collection[LegId], *, fresh: bool) -> None:
    """`fresh` is a call that this process did not know. Within the call's turn."""
    if call.leg not in alive:
        await calling.over(center, call, "engine_lost")
        return
    there = [serving for serving in call.serving if serving.leg in alive]
    if not there:
        await calling.over(center, call)
        return
    if not fresh:
        return
    call = center.note(call, PickedUpAgain())
    agent = there[0].agent
    if center.floor.state(agent).call != call.id:
        center.floor.put(agent, "talking", call=call.id)
    await mute_again(center, call)
    await connect(center, call)
    speaking.take_up(center, call)
