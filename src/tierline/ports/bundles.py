"""Where the agency's published bundles are kept: immutable, named by a hash of all their files. Which one is
in force is the newest line of a history that only grows."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from datetime import datetime

import msgspec


class UnknownBundle(Exception):
    """No bundle of this version was ever kept."""


class Content(msgspec.Struct, frozen=True):
    """What one file holds: `sha256` of its bytes, in hex, and how many they are."""

    sha256: str
    size: int


class Bundle(msgspec.Struct, frozen=True):
    """`files` by name, relative to the agency's folder, with forward slashes."""

    version: str
    files: Mapping[str, Content]


class Publication(msgspec.Struct, frozen=True):
    """`number` rises by one. The same version may be published again, as when a change is taken back. `by`
    says who, and by which command."""

    number: int
    version: str
    at: datetime
    by: str
    note: str


class Bundles(ABC):
    @abstractmethod
    async def keep(self, version: str, files: Mapping[str, bytes]) -> None:
        """Durable when it returns, and in force for nobody yet. May be repeated: a version that is kept
        already stays as it is. Files are read one after the other, so that few are in memory at once.
        Raises StoreAway."""

    @abstractmethod
    async def publish(self, version: str, *, at: datetime, by: str, note: str) -> Publication:
        """From now on this version is in force. Raises UnknownBundle, StoreAway."""

    @abstractmethod
    async def current(self) -> Publication | None:
        """The last one; None before the first. Raises StoreAway, as all here."""

    @abstractmethod
    async def publications(self) -> Sequence[Publication]:
        """Newest first."""

    @abstractmethod
    async def bundle(self, version: str) -> Bundle | None:
        """Which files it has, without what they hold."""

    @abstractmethod
    async def contents(self, sha256s: Sequence[str]) -> dict[str, bytes]:
        """Those that are kept, by their hash."""
