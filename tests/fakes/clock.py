"""A clock that stands until the test moves it."""

import heapq
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count

from tierline.ports.clock import Clock, Timer

A_MONDAY_MORNING = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
"""10 in the morning in New York: every tier is open."""


class FakeTimer(Timer):
    def __init__(self, then: Callable[[], None]) -> None:
        self.then = then
        self.cancelled = False

    def cancel(self) -> None:
        self.cancelled = True


class FakeClock(Clock):
    def __init__(self, now: datetime = A_MONDAY_MORNING) -> None:
        self._now = now
        self._order = count()
        self._due: list[tuple[datetime, int, FakeTimer]] = []

    def now(self) -> datetime:
        return self._now

    def after(self, delay: timedelta, then: Callable[[], None]) -> Timer:
        timer = FakeTimer(then)
        heapq.heappush(self._due, (self._now + delay, next(self._order), timer))
        return timer

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
