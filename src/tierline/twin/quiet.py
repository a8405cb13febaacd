"""An event loop that tells when its tasks can only go on if somebody moves the virtual clock."""

import asyncio
import selectors
from collections.abc import Callable


class _Selector(selectors.DefaultSelector):
    def __init__(self, asleep: Callable[[], bool]) -> None:
        super().__init__()
        self.asleep = asleep
        self.waiting: list[asyncio.Future[None]] = []

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """With a `timeout` of 0 the loop has callbacks ready to run and only looks; else it has none."""
        if timeout != 0 and self.waiting and self.asleep():
            for waiter in self.waiting:
                if not waiter.done():
                    waiter.set_result(None)
            self.waiting.clear()
            timeout = 0
        return super().select(timeout)


class QuietLoop(asyncio.SelectorEventLoop):
    """`asleep` says whether some task sleeps on the virtual clock."""

    def __init__(self, asleep: Callable[[], bool]) -> None:
        self._quiet = _Selector(asleep)
        super().__init__(self._quiet)

    async def all_asleep(self) -> None:
        """Until a task sleeps on the virtual clock and no other has anything left to do."""
        waiter: asyncio.Future[None] = self.create_future()
        self._quiet.waiting.append(waiter)
        await waiter
