"""What is to be done later, by whom or what it is about: each name once."""

from collections import defaultdict
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any

from tierline.ports.clock import Clock, Timer

Work = Coroutine[Any, Any, None]
Then = Callable[[], Work]


class Timers:
    def __init__(self, clock: Clock, spawn: Callable[[Work], None]) -> None:
        self._clock = clock
        self._spawn = spawn
        self._timers: defaultdict[str, dict[str, Timer]] = defaultdict(dict)

    def after(self, of: str, name: str, seconds: float, then: Then) -> None:
        """One timer of this name for each call or agent: setting it again replaces it."""
        self.cancel(of, name)
        delay = timedelta(seconds=seconds)
        self._timers[of][name] = self._clock.after(delay, lambda: self._spawn(then()))

    def cancel(self, of: str, *names: str) -> None:
        """Those timers, or all of them."""
        timers = self._timers.pop(of, {})
        for name in names or list(timers):
            if timer := timers.pop(name, None):
                timer.cancel()
        if timers:
            self._timers[of] = timers
