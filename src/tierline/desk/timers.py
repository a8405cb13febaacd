"""Timers by name, of calls, agents and the center itself."""

from collections import defaultdict
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any

from tierline.ports.clock import Clock, Timer

Work = Coroutine[Any, Any, None]
Then = Callable[[], Work]


class Timers:
    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._timers: defaultdict[str, dict[str, Timer]] = defaultdict(dict)

    def after(self, of: str, name: str, seconds: float, then: Callable[[], None]) -> None:
        """One timer of this name for each that has any: setting it again replaces it."""
        self.cancel(of, name)
        self._timers[of][name] = self._clock.after(timedelta(seconds=seconds), then)

    def cancel(self, of: str, *names: str) -> None:
        """Those timers, or all of them."""
        timers = self._timers.pop(of, {})
        for name in names or list(timers):
            if timer := timers.pop(name, None):
                timer.cancel()
        if timers:
            self._timers[of] = timers
