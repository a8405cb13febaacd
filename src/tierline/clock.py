"""The real clock."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from tierline.ports.clock import Clock, Timer


class LoopTimer(Timer):
    def __init__(self, handle: asyncio.TimerHandle) -> None:
        self._handle = handle

    def cancel(self) -> None:
        self._handle.cancel()


class SystemClock(Clock):
    def now(self) -> datetime:
        return datetime.now(UTC)

    def after(self, delay: timedelta, then: Callable[[], None]) -> Timer:
        return LoopTimer(asyncio.get_running_loop().call_later(delay.total_seconds(), then))
