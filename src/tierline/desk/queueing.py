"""A caller goes to wait for a person of a tier: with a place on record, or told that there is none yet."""

from collections.abc import Sequence

from tierline.calls.away_events import QueuePutOff
from tierline.calls.events import AnyEvent, Queued
from tierline.calls.names import CallId, Tier
from tierline.calls.state import Call
from tierline.desk.announcing import announce_later, tell_position
from tierline.desk.center import Center
from tierline.desk.distributing import distribute
from tierline.desk.outside import hang_up, over
from tierline.desk.overhearing import all_leave
from tierline.desk.speaking import say
from tierline.ports.store import StoreAway, Value

_SECONDS_TO_NEXT_TRY = 5.0
_TRIES_TO_NEXT_WORD = 6


async def join_queue(
    center: Center,
    call: Call,
    tier: Tier,
    reason: str,
    prompts: Sequence[str] = (),
    skills: frozenset[str] = frozenset(),
) -> Call:
    """To music, then the prompts, then the position. While the database is away no place can be promised: the
    caller hears so and may stay, and it is tried again; their age counts from now. Within the call's turn."""
    center.sessions.pop(call.id, None)
    center.asked.pop(call.id, None)
    center.cancel(call.id)
    await center.switch.hold(call.leg)
    try:
        return await stand_in_line(center, call, Queued(tier, reason, skills), prompts)
    except StoreAway:
        return await _put_off(center, call, QueuePutOff(tier, reason, skills))


async def stand_in_line(
    center: Center,
    call: Call,
    queued: Queued,
    prompts: Sequence[str],
    before: Sequence[AnyEvent] = (),
    values: Sequence[Value] = (),
) -> Call:
    """As `join_queue`, after these events, which refer to these values. Raises StoreAway, nothing having
    changed. Within the call's turn."""
    talking = call
    call = await center.commit(call, *before, *over(call), queued, values=values)
    call = await all_leave(center, call, "no_agent")
    await center.switch.hold(call.leg)
    await hang_up(center, talking)
    call = await say(center, call, prompts, then=lambda: tell_position(center, call.id))
    announce_later(center, call)
    distribute(center)
    return call


async def join_put_off(center: Center, call_id: CallId, tries: int = 1) -> None:
    """Once more, for a caller who stayed."""
    async with center.turn(call_id) as call:
        if call is None or call.put_off is None:
            return
        if not call.confirming_supervisor:
            try:
                await _join(center, call)
                return
            except StoreAway:
                if tries % _TRIES_TO_NEXT_WORD == 0:
                    await say(center, call, ["records-away"])
        _try_later(center, call_id, tries + 1)


async def _join(center: Center, call: Call) -> None:
    assert call.put_off
    put_off = call.put_off
    call = await center.commit(call, Queued(put_off.tier, put_off.reason, put_off.skills))
    center.cancel(call.id, "records")
    announce_later(center, call)
    distribute(center)
    center.spawn(tell_position(center, call.id))


async def _put_off(center: Center, call: Call, put_off: QueuePutOff) -> Call:
    call = await all_leave(center, center.note(call, put_off), "no_agent")
    call = await say(center, call, ["records-away"])
    _try_later(center, call.id, 1)
    return call


def _try_later(center: Center, call_id: CallId, tries: int) -> None:
    center.after(call_id, "records", _SECONDS_TO_NEXT_TRY, lambda: join_put_off(center, call_id, tries))
