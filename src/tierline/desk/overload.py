"""What is more than the center takes, as long as it is so: lines that are full, and calls at the door."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

import msgspec

from tierline.acd.capacity import FullLine
from tierline.acd.waiting import QueueName
from tierline.ports.clock import Clock
from tierline.ports.door import TurnedAway


class Crowd(msgspec.Struct, frozen=True):
    """More calls than the center carries, `since` then: so many were turned away at the door, the `last`
    not long ago."""

    since: datetime
    last: datetime
    calls: int


class Answering:
    """How long callers ring who have come in: what the engine and we have to do before them."""

    def __init__(self) -> None:
        self._ringing: dict[object, datetime] = {}
        self._longest = timedelta(0)

    @contextmanager
    def one(self, clock: Clock) -> Iterator[None]:
        token = object()
        began = self._ringing[token] = clock.now()
        try:
            yield
        finally:
            del self._ringing[token]
            self._longest = max(self._longest, clock.now() - began)

    def took(self, now: datetime) -> timedelta:
        """The longest since this was asked last; who rings still counts as well."""
        first = next(iter(self._ringing.values()), now)
        longest, self._longest = max(self._longest, now - first), timedelta(0)
        return longest


class Overload:
    def __init__(self) -> None:
        self.answering = Answering()
        self.lines: dict[QueueName, FullLine] = {}
        self.crowd: Crowd | None = None
        self.turned_away: TurnedAway | None = None
        """At the door, of all time; None until it was counted."""
