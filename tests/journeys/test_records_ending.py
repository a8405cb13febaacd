"""A center that ends does not wait for a slow database: what is not written yet is in the spool, and
on record after the next start."""

import asyncio
from collections.abc import Coroutine, Sequence
from datetime import timedelta
from typing import Any

from tests.contract.calls_to_keep import MORNING, arrival
from tierline.desk.records import Records
from tierline.ports.store import Change, Conflict
from tierline.twin.clock import VirtualClock
from tierline.twin.spool import MemorySpool
from tierline.twin.store import MemoryStore

CALLS = [arrival(f"c{nth:03}") for nth in range(250)]


class HeldUp(MemoryStore):
    """Takes what it is given only once it is let."""

    def __init__(self) -> None:
        super().__init__()
        self.let = asyncio.Event()
        self.asked = 0

    async def commit_all(self, changes: Sequence[Change]) -> Sequence[Conflict | None]:
        self.asked += 1
        await self.let.wait()
        return await super().commit_all(changes)


class Center:
    def __init__(self) -> None:
        self.store, self.spool, self.clock = HeldUp(), MemorySpool(), VirtualClock(MORNING)
        self._tasks: set[asyncio.Task[None]] = set()

    def records(self) -> Records:
        return Records(self.store, self.spool, self.clock, self._spawn)

    async def on_record(self) -> list[str]:
        return sorted(call.id for call in await self.store.recent_calls(1000))

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


async def with_a_backlog(center: Center) -> Records:
    center.store.let.set()
    records = center.records()
    await records.begin()
    center.store.let.clear()
    center.store.asked = 0
    for change in CALLS:
        records.note(change)
    await turns(20)
    return records


async def turns(many: int) -> None:
    for _ in range(many):
        await asyncio.sleep(0)


async def test_what_a_slow_database_has_not_taken_is_left_to_the_next_start() -> None:
    center = Center()
    records = await with_a_backlog(center)
    ending = asyncio.ensure_future(records.close())
    await turns(20)
    center.clock.fire_next(MORNING + timedelta(seconds=10))
    center.store.let.set()
    await ending
    assert center.store.asked == 1
    kept = await center.on_record()
    assert kept == [change.call.id for change in CALLS[: len(kept)]]
    assert center.spool.held == len(CALLS) - len(kept) > 0
    await center.records().begin()
    assert await center.on_record() == [change.call.id for change in CALLS]
    assert center.spool.held == 0


async def test_a_database_that_takes_it_in_time_gets_all_of_it() -> None:
    center = Center()
    records = await with_a_backlog(center)
    center.store.let.set()
    await records.close()
    assert center.spool.held == 0
    assert await center.on_record() == [change.call.id for change in CALLS]
    assert not center.clock.fire_next(MORNING + timedelta(seconds=10))
