"""What a waiting caller hears besides music."""

from tierline.calls.events import PositionTold
from tierline.calls.names import CallId
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.estimating import estimate
from tierline.desk.speaking import say
from tierline.desk.waiting import put_there_by, waiting_call
from tierline.ivr.effects import Arguments


def announce_later(center: Center, call: Call) -> None:
    """Never, where the agency says nothing to those in line."""
    assert call.tier is not None
    if not center.pinned(call).flow.waiting.says:
        return
    seconds = center.pinned(call).tiers.tier(call.tier).announce_seconds
    center.after(call.id, "announce", seconds, lambda: tell_position(center, call.id))


async def tell_position(center: Center, call_id: CallId) -> None:
    async with center.turn(call_id) as call:
        if call is None or call.phase != "waiting" or call.confirming_supervisor:
            return
        flow = center.pinned(call).flow
        waiting = waiting_call(center.pinned(call), call)
        if waiting is None or not flow.waiting.says:
            return
        position = center.router.position(waiting)
        call = center.note(call, PositionTold(position))
        says = flow.waiting.says if put_there_by(flow, call) else ()
        if band := estimate(center, call, waiting.queue.tier, position) if says else None:
            arguments = {"position": position, "low": band.low, "high": band.high}
            await _announce(center, call, says[(call.announced - 1) % len(says)], arguments)
        else:  # what a wait that nobody can estimate leaves to be told
            await say(center, call, ["position"], {"position": position})
        announce_later(center, call)


async def _announce(center: Center, call: Call, prompt: str, arguments: Arguments) -> None:
    await say(center, call, [prompt], arguments)
