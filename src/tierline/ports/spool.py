"""A local place for what happened while the database is away. Room is set aside beforehand, so that a full
disk does not take it."""

from abc import ABC, abstractmethod
from collections.abc import Sequence

import msgspec

from tierline.calls.events import Recorded
from tierline.ports.store import Value


class SpoolFailed(Exception):
    """What was spooled cannot be read."""


class Entry(msgspec.Struct, frozen=True):
    """One step of one call, from which its state is found again."""

    events: tuple[Recorded, ...]
    values: tuple[Value, ...] = ()


class Page(msgspec.Struct, frozen=True):
    """Some entries, and the place of the one after them."""

    entries: tuple[Entry, ...]
    after: int


class Spool(ABC):
    @property
    @abstractmethod
    def held(self) -> int:
        """How many entries it has."""

    @abstractmethod
    async def append(self, entries: Sequence[Entry]) -> int:
        """As many as there is room for, from the first; how many. Those are durable when it returns. Never
        raises: a disk that fails has no room."""

    @abstractmethod
    async def read(self, after: int, limit: int) -> Page:
        """In the order of their appending, from a place that an earlier page named, or 0. Empty at the end.
        Raises SpoolFailed."""

    @abstractmethod
    async def clear(self) -> None:
        """Forgets all of them, to be called when they are in the database. One that fails leaves them, to be
        found there a second time."""
