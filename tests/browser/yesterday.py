"""A day of calls that a center has behind it when it starts: walked on the twin, kept in its database."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.journeys.world import Caller, World
from tests.sample import load_agency
from tierline.calls.events import Recorded
from tierline.calls.state import Call
from tierline.ports.store import Change
from tierline.store.sql import SqlStore

CALLS = {
    "1 1 3222190012345 04121985": 38,
    "1 2": 24,
    "1 4 94103 1": 17,
    "1 4 94103 1~~~~": 6,
    "1 02": 16,
    "1 2~~": 8,
    "2 1 3222190012345 04121985": 14,
    "1": 13,
    "1 6 1": 12,
    "1 3 44#": 11,
    "1 0": 5,
    "1 5": 7,
    "1 ~~~": 5,
    "": 4,
}
"""What callers press, `~` for a silence, before they hang up; and how many do."""

ALL = sum(CALLS.values())


def keep_calls_of_yesterday(database: Path) -> None:
    """Of the agency's own yesterday, in the morning."""
    zone = load_agency().zone
    morning = datetime.now(zone).replace(hour=10, minute=0, second=0, microsecond=0) - timedelta(days=1)
    world = World(morning.astimezone(UTC))
    try:
        kept = [_kept(world, keys) for keys, many in CALLS.items() for _ in range(many)]
    finally:
        world.close()
    asyncio.run(_keep(database, kept))


def _kept(world: World, keys: str) -> Change:
    caller = world.dials()
    for key in keys:
        caller.stays_silent() if key == "~" else caller.presses(key)
    caller.hangs_up()
    history: Sequence[Recorded] = world.do(world.store.timeline(caller.call_id))
    return Change(call=_ended(caller), events=history)


def _ended(caller: Caller) -> Call:
    assert caller.call.phase == "ended", "a center that starts would take this call over"
    return caller.call


async def _keep(database: Path, changes: Sequence[Change]) -> None:
    store = await SqlStore.open(database)
    for change in changes:
        await store.commit(change)
    await store.close()
