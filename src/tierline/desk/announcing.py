"""What a waiting caller hears besides music."""

from datetime import datetime

from tierline.acd.agents import WaitingCall
from tierline.acd.route import position
from tierline.calls.events import PositionTold
from tierline.calls.names import CallId, Tier
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.speaking import language_of, say


def waiting_calls(center: Center) -> list[WaitingCall]:
    """Everyone who waits for a person: in a queue, in conversation while a colleague above is sought for
    them, or by their telephone because we promised to ring. The promise keeps the place; a window that has
    not come, or the pause after an attempt, lets others pass."""
    now = center.clock.now()
    return [as_waiting(center, call, sought_by(call)) for call in center.calls.values() if _waits(call, now)]


def sought_by(call: Call) -> Tier:
    """The tier that a waiting call waits for."""
    assert call.tier is not None
    return call.transfer.to if call.transfer else call.tier


def as_waiting(center: Center, call: Call, tier: Tier) -> WaitingCall:
    since = call.waiting_since or call.arrived_at
    return WaitingCall(call.id, tier, language_of(center, call), since, frozenset(call.agents))


def announce_later(center: Center, call: Call) -> None:
    assert call.tier is not None
    seconds = center.pinned(call).tiers.tier(call.tier).announce_seconds
    center.after(call.id, "announce", seconds, lambda: tell_position(center, call.id))


async def tell_position(center: Center, call_id: CallId) -> None:
    async with center.turn(call_id) as call:
        if call is None or call.phase != "waiting" or call.confirming_supervisor:
            return
        place = position(as_waiting(center, call, sought_by(call)), waiting_calls(center))
        call = center.note(call, PositionTold(place))
        await say(center, call, ["position"], {"position": place})
        announce_later(center, call)


def _waits(call: Call, now: datetime) -> bool:
    if call.reservation or call.put_off or call.phase == "calling_back":
        return False
    if call.promise:
        return call.promise.is_due(now)
    return call.phase == "waiting" or (call.transfer is not None and call.transfer.stage == "seeking")
