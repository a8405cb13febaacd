"""What a step of the flow does for good is done only for a caller who still waits for it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from tierline.calls.names import CallId
from tierline.calls.state import Call
from tierline.desk.center import Center


@asynccontextmanager
async def turn_if_still_asked(center: Center, call: CallId, asked: object) -> AsyncIterator[Call | None]:
    """The call's turn. None where the caller was told something else meanwhile, or has moved on: what they
    would not hear of must not be made. `asked` is what the flow waited for (`center.asked`) when it began to
    be looked up."""
    async with center.turn(call) as now:
        yield now if asked and center.asked.get(call) is asked else None
