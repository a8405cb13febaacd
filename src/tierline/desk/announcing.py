"""What a waiting caller hears besides music."""

from tierline.calls.events import PositionTold
from tierline.calls.names import CallId
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.speaking import say
from tierline.desk.waiting import waiting_call


def announce_later(center: Center, call: Call) -> None:
    assert call.tier is not None
    seconds = center.pinned(call).tiers.tier(call.tier).announce_seconds
    center.after(call.id, "announce", seconds, lambda: tell_position(center, call.id))


async def tell_position(center: Center, call_id: CallId) -> None:
    async with center.turn(call_id) as call:
        if call is None or call.phase != "waiting" or call.confirming_supervisor:
            return
        waiting = waiting_call(center.pinned(call), call)
        if waiting is None:
            return
        place = center.router.position(waiting)
        call = center.note(call, PositionTold(place))
        await say(center, call, ["position"], {"position": place})
        announce_later(center, call)
