"""The promise to ring a caller back: made within a call, kept through whatever happens, until its turn comes.

A promised call waits at its original age like any other, but without a leg. `keeping_promises` rings the
caller.
"""

from collections.abc import Sequence

from tierline.calls import callback_events as cb
from tierline.calls.dialling import usable_number
from tierline.calls.events import AnyEvent, Ended
from tierline.calls.names import CallId, Ref, Tier
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.distributing import distribute
from tierline.desk.overhearing import all_leave
from tierline.desk.refusal import Refused
from tierline.desk.speaking import say
from tierline.desk.wrapping_up import end_call
from tierline.offices.callback_windows import Window
from tierline.ports.store import Value


def number_to_ring(center: Center, text: str) -> str | None:
    """In E.164; None for one that this agency does not ring (`calls.dialling`), among them its own."""
    number = usable_number(text, center.agency.tiers.callback_countries)
    return None if number in center.agency.profile.numbers else number


async def promise(
    center: Center, call: Call, tier: Tier, number: Value | Ref, window: Window | None = None
) -> Call:
    """The caller's place in line without the caller: durable when this returns, and only then to be told. The
    call keeps its age; the caller goes on in the flow, or hangs up, when they like. A second promise takes
    the place of the first. Within the call's turn.

    Raises StoreAway, nothing having changed, and Refused for a number that may not be rung or a caller who is
    not in the flow.
    """
    if not call.with_ivr:
        raise Refused("the caller is not in the flow any more")
    if await _usable(center, call, number) is None:
        raise Refused("this number cannot be called; ask for another")
    ref, values = (number.ref, [number]) if isinstance(number, Value) else (number, [])
    promised = cb.CallbackPromised(tier, ref, *(window or (None, None)))
    return await center.commit(call, promised, values=values)


async def promise_from_talk(
    center: Center, call: Call, tier: Tier, number: Value, before: Sequence[AnyEvent], why: Value
) -> Call:
    """As `promise`, for a caller whose agent leaves by the events before it: to be told by `take_leave`.
    Raises StoreAway, nothing having changed."""
    promised = cb.CallbackPromised(tier, number.ref, None, None)
    call = await center.commit(call, *before, promised, values=[number, why])
    call = await all_leave(center, call, "no_agent")
    await center.switch.hold(call.leg)
    return call


async def take_leave(center: Center, call: Call) -> Call:
    """Out of the flow: says what was promised, then hangs up on the caller. Within the call's turn."""
    assert call.promise
    assert call.tier
    center.cancel(call.id)
    center.forget(call.id)
    zone = center.agency.tiers.tier(call.tier).hours.zone
    window = {"from": call.promise.earliest, "to": call.promise.latest}
    spoken = {name: at.astimezone(zone).isoformat() for name, at in window.items() if at}
    spoken["phone"] = await number_of(center, call) or ""
    promised = "callback-promised-window" if call.promise.earliest else "callback-promised"
    return await say(center, call, [promised, "good-bye"], spoken, then=lambda: _hang_up(center, call.id))


async def rang_off(center: Center, call: Call) -> Call:
    """The caller's leg is over, the call is not. Within the call's turn."""
    center.playing.pop(call.leg, None)
    center.cancel(call.id)
    center.forget(call.id)
    call = center.note(call, cb.RangOff())
    distribute(center)
    return call


async def give_up_or_wait(center: Center, call: Call) -> None:
    """After an attempt that came to nothing. Within the call's turn."""
    assert call.promise
    if call.promise.used_up(center.pinned(call).tiers.callback_attempts):
        await end_call(center, call, Ended("callback_exhausted", call.phase))


async def number_of(center: Center, call: Call) -> str | None:
    """In E.164, if it may still be rung."""
    return await _usable(center, call, call.promise.number) if call.promise else None


async def _usable(center: Center, call: Call, number: Value | Ref) -> str | None:
    if isinstance(number, Value):
        return number_to_ring(center, number.value)
    text = await center.values.kept(call, number)
    return number_to_ring(center, text) if text else None


async def _hang_up(center: Center, call_id: CallId) -> None:
    async with center.turn(call_id) as call:
        if call and call.promise and not call.confirming_supervisor:
            await center.switch.hang_up(call.leg)
