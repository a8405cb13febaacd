"""Where recordings lie after the engine has written them: each leg's by its name, 8 kHz, mono, 16 bit."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import datetime

import msgspec

RATE = 8000
BYTES_A_SECOND = 2 * RATE


class RecordingGone(Exception):
    """There is no recording of this name: it was deleted, or nothing was ever written."""


class Settled(msgspec.Struct, frozen=True):
    """`cut_short`: nobody ended it, and it was mended just now."""

    seconds: float
    cut_short: bool


class Written(msgspec.Struct, frozen=True):
    name: str
    at: datetime
    """When something was written to it last."""


class Recordings(ABC):
    """A disk that does not answer, or a file that is no recording, raises RecordingGone."""

    @abstractmethod
    async def settle(self, name: str) -> Settled | None:
        """Of one that is over: how long it is. An engine that was killed leaves one that says nothing of its
        length: that is mended. None where there is nothing."""

    @abstractmethod
    async def audio(self, name: str, first: int, count: int) -> bytes:
        """At most `count` of its samples, from `first` on. Raises RecordingGone."""

    @abstractmethod
    async def delete(self, name: str) -> None:
        """For good. One that does not exist is fine."""

    @abstractmethod
    async def written(self) -> Sequence[Written]:
        """All that there are."""
