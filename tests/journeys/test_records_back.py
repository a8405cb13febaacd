"""The end of an absence is found whatever else happens in that moment: no later one lasts until a restart."""

import asyncio
from collections.abc import Coroutine, Sequence
from datetime import timedelta
from typing import Any

from tests.contract.calls_to_keep import MORNING
from tierline.desk.records import Records
from tierline.ports.store import Change, Conflict, StoreAway
from tierline.twin.clock import VirtualClock
from tierline.twin.spool import MemorySpool
from tierline.twin.store import MemoryStore


class Clumsy(MemoryStore):
    """Others have their turn while it works; `mistakes` is how often it still fails otherwise than by being
    away."""

    def __init__(self) -> None:
        super().__init__()
        self.mistakes = 0

    async def commit_all(self, changes: Sequence[Change]) -> Sequence[Conflict | None]:
        await asyncio.sleep(0)
        if self.mistakes:
            self.mistakes -= 1
            raise KeyError("a mistake")
        return await super().commit_all(changes)


class Center:
    def __init__(self) -> None:
        self.store, self.clock = Clumsy(), VirtualClock(MORNING)
        self._tasks: set[asyncio.Task[None]] = set()
        self.records = Records(self.store, MemorySpool(), self.clock, self._spawn)

    def reads_in_vain(self) -> None:
        self.records.found_away(StoreAway("no answer to a read"))

    async def seconds(self, seconds: int) -> None:
        until = self.clock.now() + timedelta(seconds=seconds)
        await self._idle()
        while self.clock.fire_next(until):
            await self._idle()

    async def _idle(self) -> None:
        while self._tasks:
            await asyncio.wait(set(self._tasks))

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        task.exception()


def test_whoever_still_finds_it_away_while_it_comes_back_keeps_nobody_from_looking_the_next_time() -> None:
    async def comes_and_goes() -> None:
        for turns in range(12):  # wherever in the coming back it is found away once more
            center = Center()
            await center.records.begin()
            center.reads_in_vain()
            center.clock.fire_next(center.clock.now() + timedelta(seconds=1))
            for _ in range(turns):
                await asyncio.sleep(0)
            center.reads_in_vain()
            await center.seconds(3)
            assert not center.records.away
            center.reads_in_vain()
            await center.seconds(3)
            assert not center.records.away, turns

    asyncio.run(comes_and_goes())


def test_a_mistake_in_coming_back_is_not_the_last_look() -> None:
    async def fails_twice() -> None:
        center = Center()
        await center.records.begin()
        center.store.mistakes = 2
        center.reads_in_vain()
        await center.seconds(1)
        assert center.records.away
        await center.seconds(3)
        assert not center.records.away

    asyncio.run(fails_twice())
