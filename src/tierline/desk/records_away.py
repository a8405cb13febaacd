"""The database is away, or back: what callers hear, and what goes on by itself."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog

from tierline.calls.names import CallId
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.distributing import distribute
from tierline.desk.queueing import join_put_off
from tierline.desk.speaking import say
from tierline.desk.timers import Then
from tierline.desk.transferring import seek_supervisor
from tierline.ports.store import StoreAway

log = structlog.get_logger()


@asynccontextmanager
async def callers_turn(center: Center, call_id: CallId, again: Then) -> AsyncIterator[Call | None]:
    """`center.turn`, for what a caller does or a silence of theirs. A step that cannot be taken without the
    database is told, and then tried again."""
    try:
        async with center.turn(call_id) as call:
            yield call
    except StoreAway as away:
        center.records.found_away(away)
        log.warning("a caller's step waits for the database", call=call_id, why=str(away))
        async with center.turn(call_id) as call:
            if call and call.phase == "ivr":
                await say(center, call, ["records-away-here"], then=again)


def records_back(center: Center) -> None:
    """Who was put off gets their place, and who asked for a supervisor in mid-call is heard."""
    for call in list(center.calls.values()):
        if call.put_off:
            center.spawn(join_put_off(center, call.id))
        elif call.supervisor == "asked" and call.phase == "talking":
            center.spawn(_seek_supervisor(center, call.id))
    distribute(center)


async def _seek_supervisor(center: Center, call_id: CallId) -> None:
    async with center.turn(call_id) as call:
        if call:
            await seek_supervisor(center, call)
