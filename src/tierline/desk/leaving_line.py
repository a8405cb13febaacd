"""A caller in line goes back into the flow, at the original age: by a key, or because the tier closed."""

from typing import Literal

from tierline.calls.line_events import LineLeft
from tierline.calls.state import Call
from tierline.desk import self_service
from tierline.desk.center import Center
from tierline.desk.waiting import put_there_by


async def key(center: Center, call: Call, digit: str) -> None:
    """A key that means nothing in line is no mistake: nothing asked for one. Within the call's turn, as all
    here."""
    flow = center.pinned(call).flow
    step = flow.waiting.keys.get(digit)
    if step and put_there_by(flow, call):
        await leave(center, call, "key", step, digit)


async def leave(
    center: Center, call: Call, why: Literal["key", "closing", "closure"], step: str, digit: str = ""
) -> None:
    center.cancel(call.id)
    call = center.note(call, LineLeft(why, step, digit))
    await center.switch.part(call.leg)
    await self_service.enter_at(center, call, step)
