"""Puts on record, in order and in groups, what nobody waits for: what each agent's duty has come to, and who
looked at whose record. While the database is away it waits in memory, and follows when it is back: an agent
can always say that they are not ready, and no screen is slower."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any, Generic, TypeVar

from tierline.ports.store import StoreAway

_LARGEST_GROUP = 100

T = TypeVar("T")
Spawn = Callable[[Coroutine[Any, Any, None]], None]
FoundAway = Callable[[StoreAway], None]


class WrittenBehind(Generic[T]):
    """`keep` makes a group durable; `found_away` hears of a database that does not answer."""

    def __init__(
        self, keep: Callable[[Sequence[T]], Awaitable[None]], spawn: Spawn, found_away: FoundAway
    ) -> None:
        self._keep = keep
        self._spawn = spawn
        self._found_away = found_away
        self._waiting: deque[T] = deque()
        self._writing = False
        self._written = asyncio.Event()

    def note(self, one: T) -> None:
        self._waiting.append(one)
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
                await self._keep(group)
                for _ in group:
                    self._waiting.popleft()
        except StoreAway as away:
            self._found_away(away)
        finally:
            self._writing = False
            self._written.set()
