"""A clock that stands until somebody moves it."""

import asyncio
import heapq
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count

from tierline.ports.clock import Clock, Timer


class VirtualTimer(Timer):
    def __init__(self, then: Callable[[], None]) -> None:
        self.then = then
        self.cancelled = False

    def cancel(self) -> None:
        self.cancelled = True


class VirtualClock(Clock):
    def __init__(self, now: datetime) -> None:
        self._now = now
        self._order = count()
        self._due: list[tuple[datetime, int, VirtualTimer]] = []
        self.asleep = 0
        """How many are in `sleep`."""

    def now(self) -> datetime:
        return self._now

    def after(self, delay: timedelta, then: Callable[[], None]) -> Timer:
        timer = VirtualTimer(then)
        heapq.heappush(self._due, (self._now + delay, next(self._order), timer))
        return timer

    async def sleep(self, seconds: float) -> None:
        """For a part of the twin that takes its time."""
        passed = asyncio.Event()
        timer = self.after(timedelta(seconds=seconds), passed.set)
        self.asleep += 1
        try:
            await passed.wait()
        finally:
            timer.cancel()
            self.asleep -= 1

    def fire_next(self, until: datetime) -> bool:
        """Moves to the next timer due by then and fires it. False when there is none: it is `until` now."""
        while self._due and self._due[0][0] <= until:
            due, _, timer = heapq.heappop(self._due)
            if not timer.cancelled:
                self._now = due
                timer.then()
                return True
        self._now = until
        return False

    def set_back(self, time: timedelta) -> None:
        """As when a machine's clock was wrong, and somebody mends it."""
        self._now -= time

    def passes_unseen(self, time: timedelta) -> None:
        """With no process that anything could fire for."""
        self._due.clear()
        self._now += time
