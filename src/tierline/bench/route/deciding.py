"""A center that has nothing but its router and its database: agents become free, and each is given a caller.

A decision is timed from the moment an agent becomes free until its reservation is durable. Meanwhile the call
before it ends on record and another caller arrives on record, so that as many wait as before.
"""

import asyncio
import time
from collections.abc import Coroutine
from datetime import UTC, datetime
from itertools import count
from random import Random
from typing import Any

from tierline.acd.router import Router
from tierline.bench.route.books import Books
from tierline.bench.route.people import WANTED, agent, waiting
from tierline.calls.names import CallId


class Deciding:
    """`agents` are all in calls until they become free."""

    def __init__(self, books: Books, agents: int, chance: Random) -> None:
        self.waiting = 0
        self._books = books
        self._chance = chance
        self._router = Router()
        self._busy = list(range(agents))
        self._callers = count()
        self._kinds: dict[CallId, int] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._took: list[float] = []

    async def fill(self, callers: int) -> None:
        """So many wait."""
        await self._arrive([next(self._callers) for _ in range(callers - self.waiting)])
        self.waiting = callers

    async def at_random(self, seconds: float, a_second: float) -> list[float]:
        """Agents become free so often, on average, each moment as likely as another. What each decision
        took, seconds."""
        self._took = []
        loop = asyncio.get_running_loop()
        at, end = loop.time(), loop.time() + seconds
        while (at := at + self._chance.expovariate(a_second)) < end:
            await asyncio.sleep(max(0.0, at - loop.time()))
            self._spawn(self._becomes_free(time.perf_counter() - max(0.0, loop.time() - at)))
        await self._quiet()
        return self._took

    async def as_fast_as_can_be(self, seconds: float, together: int) -> float:
        """Decisions a second, while as many agents as `together` wait for theirs at any time."""
        self._took = []
        began = time.perf_counter()
        lines = [self._again_and_again(began + seconds) for _ in range(min(together, len(self._busy)))]
        await asyncio.gather(*lines)
        decided = len(self._took) / (time.perf_counter() - began)
        await self._quiet()
        return decided

    async def _again_and_again(self, until: float) -> None:
        while (now := time.perf_counter()) < until:
            await self._becomes_free(now)

    async def _becomes_free(self, free_at: float) -> None:
        if not self._busy:
            return  # more agents are being given a caller at this moment than there are others
        now = datetime.now(UTC)
        self._router.ready(agent(self._busy.pop(self._chance.randrange(len(self._busy))), now))
        for decided in self._router.decide(now):
            await self._books.present(decided)
            self._took.append(time.perf_counter() - free_at)
            self._spawn(self._next_call(decided.call, int(decided.agent.removeprefix("agent-"))))

    async def _next_call(self, ended: CallId, nth: int) -> None:
        """Of the same kind as the one before."""
        kind = self._kinds.pop(ended)
        await asyncio.gather(self._books.talk_and_end(ended), self._arrive([kind]))
        self._busy.append(nth)

    async def _arrive(self, kinds: list[int]) -> None:
        for kind, call in zip(kinds, await self._books.arrive(kinds), strict=True):
            self._kinds[call.id] = kind % len(WANTED)
            self._router.waits(waiting(kind, call.id, call.arrived_at), datetime.now(UTC))

    async def _quiet(self) -> None:
        while self._tasks:
            await asyncio.wait(set(self._tasks))

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(_raise)
        task.add_done_callback(self._tasks.discard)


def _raise(task: asyncio.Task[None]) -> None:
    task.result()
