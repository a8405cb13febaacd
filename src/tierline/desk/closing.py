"""A tier closes while callers wait for it: what becomes of them is the agency's rule, and they are told."""

from tierline.calls.line_events import ServedAfterHours
from tierline.calls.names import CallId
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.leaving_line import leave
from tierline.desk.opening import closed_for, is_open
from tierline.desk.speaking import say
from tierline.desk.waiting import put_there_by

LOOKS_EACH = 5.0
"""Seconds. What is to happen follows from the call and the clock, so that a look may come late, or twice."""


def watch(center: Center) -> None:
    """For as long as the center runs; at once when a closure is published."""
    center.on_published.append(lambda _: look(center))
    center.every("hours", "closing", LOOKS_EACH, lambda: look(center))


async def look(center: Center) -> None:
    closed = {queue.tier for queue in center.router.queues() if not is_open(center, queue.tier)}
    for call in [call for call in center.calls.values() if call.tier in closed]:
        await _closed(center, call.id)


async def _closed(center: Center, call_id: CallId) -> None:
    async with center.turn(call_id) as call:
        if call is None or call.phase != "waiting" or call.confirming_supervisor or not call.queued_at:
            return
        assert call.tier
        flow = center.pinned(call).flow
        closure = closed_for(center, call.tier)
        if closure and closure.from_ > call.queued_at:
            await leave(center, call, "closure", flow.waiting.closure or flow.person)
        elif not closure and is_open(center, call.tier, at=call.queued_at) and not is_open(center, call.tier):
            await _after_hours(center, call)


async def _after_hours(center: Center, call: Call) -> None:
    """Who joined the line while it was open, and is still in it."""
    flow = center.pinned(call).flow
    step = flow.waiting.closing if put_there_by(flow, call) else ""
    if step:
        await leave(center, call, "closing", step)
    elif not call.served_after_hours:
        call = center.note(call, ServedAfterHours())
        await say(center, call, ["still-served"])
