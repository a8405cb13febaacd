"""Commands to one leg are obeyed one after the other, and fail in the words of the port."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from weakref import WeakValueDictionary

import structlog

from tierline.asterisk.ari import EngineAway, Refused
from tierline.asterisk.legs import NO_LEG
from tierline.calls.names import LegId
from tierline.ports.switch import LegGone, SwitchAway

log = structlog.get_logger()


class Turns:
    def __init__(self) -> None:
        self._locks: WeakValueDictionary[LegId, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def of(self, leg: LegId) -> AsyncIterator[None]:
        """Raises LegGone and SwitchAway."""
        lock = self._locks.setdefault(leg, asyncio.Lock())
        async with lock:
            with reaching():
                try:
                    yield
                except Refused as refused:
                    if refused.status in NO_LEG:
                        raise LegGone(leg) from refused
                    raise

    async def last(self, leg: LegId, work: Callable[[LegId], Awaitable[None]]) -> None:
        """After what is still being done for a leg that is gone. An engine away is cleared when back."""
        with suppress(SwitchAway):
            async with self.of(leg):
                await work(leg)


@contextmanager
def reaching() -> Iterator[None]:
    """Raises SwitchAway, also where the engine answers that it cannot: whoever asked can only try again."""
    try:
        yield
    except EngineAway as away:
        raise SwitchAway(str(away)) from away
    except Refused as refused:
        log.warning("the engine refused a command", why=str(refused))
        raise SwitchAway(str(refused)) from refused


async def unless_gone(work: Awaitable[None]) -> None:
    """The leg, meanwhile, or the engine: its ChannelDestroyed, or EngineLost, says so."""
    with suppress(Refused, EngineAway):
        await work
