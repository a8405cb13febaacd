"""Where scripts are kept that are written and approved at a screen, beside the agency's files."""

from abc import ABC, abstractmethod
from collections.abc import Sequence

import msgspec

from tierline.scripts.library import Entry, Noted


class Changed(msgspec.Struct, frozen=True):
    """`as_of` rises with every change of any script."""

    as_of: int
    entries: tuple[Entry, ...]


class ScriptLibrary(ABC):
    @abstractmethod
    async def entry(self, script: str) -> Entry | None:
        """Raises StoreAway, as all here."""

    @abstractmethod
    async def changed_since(self, as_of: int) -> Changed:
        """The scripts that have changed since; all of them since 0."""

    @abstractmethod
    async def commit(self, entry: Entry, noted: Sequence[Noted]) -> None:
        """What happened, and what the script has come to by it: durable when it returns, all or nothing. A
        version is approved once, and by nobody who is its author. Raises Conflict where another change of
        this script was first."""

    @abstractmethod
    async def history(self, script: str) -> Sequence[Noted]:
        """By `seq`."""
