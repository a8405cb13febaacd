"""A spool in memory, under the same contract as the real one (`tests/contract/test_spool.py`)."""

from collections.abc import Sequence

from tierline.ports.spool import Entry, Page, Spool


class MemorySpool(Spool):
    """`room` counts entries."""

    def __init__(self, room: int = 10_000) -> None:
        self.room = room
        self.entries: list[Entry] = []

    @property
    def held(self) -> int:
        return len(self.entries)

    async def append(self, entries: Sequence[Entry]) -> int:
        fitting = entries[: max(0, self.room - len(self.entries))]
        self.entries += fitting
        return len(fitting)

    async def read(self, after: int, limit: int) -> Page:
        found = tuple(self.entries[after : after + limit])
        return Page(found, after + len(found))

    async def clear(self) -> None:
        self.entries.clear()
