"""Time, so that the center can run on a virtual one."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from datetime import datetime, timedelta


class Timer(ABC):
    @abstractmethod
    def cancel(self) -> None:
        """Idempotent; a cancelled timer never fires."""


class Clock(ABC):
    @abstractmethod
    def now(self) -> datetime:
        """Aware, UTC."""

    @abstractmethod
    def after(self, delay: timedelta, then: Callable[[], None]) -> Timer:
        """Calls `then` once, on the event loop, when `delay` has passed."""
