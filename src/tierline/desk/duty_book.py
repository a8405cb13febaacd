"""Puts on record what each agent's duty has come to, in order, without a call waiting for it. While the
database is away it waits in memory, and follows when it is back: an agent can always say that they are not
ready."""

import asyncio
from collections import deque
from collections.abc import Callable, Coroutine
from typing import Any

from tierline.acd.duty import Duty
from tierline.ports.store import Store, StoreAway

_LARGEST_GROUP = 100

Spawn = Callable[[Coroutine[Any, Any, None]], None]


class DutyBook:
    """`found_away` hears of a database that does not answer."""

    def __init__(self, store: Store, spawn: Spawn, found_away: Callable[[StoreAway], None]) -> None:
        self._store = store
        self._spawn = spawn
        self._found_away = found_away
        self._waiting: deque[Duty] = deque()
        self._writing = False
        self._written = asyncio.Event()

    def note(self, duty: Duty) -> None:
        self._waiting.append(duty)
        self.write()

    def write(self) -> None:
        """What waits; also to be called when the database is back."""
        if self._waiting and not self._writing:
            self._writing = True
            self._written.clear()
            self._spawn(self._write())

    async def settled(self) -> None:
        """Until what was noted is on record, or the database is found to be away: before somebody is told."""
        if self._writing:
            await self._written.wait()

    async def _write(self) -> None:
        try:
            while self._waiting:
                group = [self._waiting[nth] for nth in range(min(len(self._waiting), _LARGEST_GROUP))]
                await self._store.keep_duties(group)
                for _ in group:
                    self._waiting.popleft()
        except StoreAway as away:
            self._found_away(away)
        finally:
            self._writing = False
            self._written.set()
