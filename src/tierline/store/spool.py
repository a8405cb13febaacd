"""The Spool in one file of a fixed size, written and read in a thread; what is in it, sealed under the master
key."""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec
import structlog

from tierline.ports.spool import Entry, Page, Spool, SpoolFailed
from tierline.store.master_key import MasterKeys
from tierline.store.sealing import Unreadable
from tierline.store.spool_file import FIRST, SpoolFile, after

log = structlog.get_logger()
T = TypeVar("T")

MEGABYTE = 1024 * 1024
_entry = msgspec.json.Decoder(Entry)
_SEALED = b"\x01"
"""Before what is sealed. Entries of an earlier version begin as their JSON does."""


class FileSpool(Spool):
    def __init__(self, file: SpoolFile | None, masters: MasterKeys) -> None:
        """None: no room at all."""
        self._file = file
        self._masters = masters
        self._turn = asyncio.Lock()

    @classmethod
    async def open(cls, path: Path, masters: MasterKeys, size: int = 16 * MEGABYTE) -> "FileSpool":
        """`size` bytes are set aside. A disk without them is logged: the center starts all the same."""
        try:
            return cls(await asyncio.to_thread(SpoolFile, path, size), masters)
        except OSError as refused:
            log.error("no spool: what happens while the database is away will be lost", why=str(refused))
            return cls(None, masters)

    @property
    def held(self) -> int:
        return self._file.held if self._file else 0

    async def append(self, entries: Sequence[Entry]) -> int:
        file = self._file
        if file is None:
            return 0
        plain = [msgspec.json.encode(entry) for entry in entries]
        try:
            return await self._in_thread(lambda: file.append([self._sealed(each) for each in plain]))
        except OSError as failed:
            log.error("the spool cannot be written", why=str(failed))
            return 0

    async def read(self, after: int, limit: int) -> Page:
        file = self._file
        if file is None:
            return Page((), after)
        try:
            return await self._in_thread(lambda: self._page(file, after, limit))
        except OSError as failed:
            raise SpoolFailed(str(failed)) from failed

    async def clear(self) -> None:
        if self._file is None:
            return
        try:
            await self._in_thread(self._file.clear)
        except OSError as failed:
            log.error("the spool cannot be emptied; it will be read again at the next start", why=str(failed))

    async def close(self) -> None:
        if self._file:
            await self._in_thread(self._file.close)

    async def _in_thread(self, work: Callable[[], T]) -> T:
        # Shielded: the thread goes on when its caller is cancelled, and the next has to wait for it.
        return await asyncio.shield(self._one_at_a_time(work))

    async def _one_at_a_time(self, work: Callable[[], T]) -> T:
        async with self._turn:
            return await asyncio.to_thread(work)

    def _page(self, file: SpoolFile, start: int, limit: int) -> Page:
        at, entries = start, list[Entry]()
        while len(entries) < limit and (payload := file.record(at or FIRST)):
            at = after(at or FIRST, payload)
            try:
                entries.append(_entry.decode(self._plain(payload)))
            except msgspec.MsgspecError as unknown:
                log.error("an entry of the spool is of another version, and is left out", why=str(unknown))
            except Unreadable:
                log.error("an entry of the spool is sealed under another master key, and is left out")
        return Page(tuple(entries), at)

    def _sealed(self, payload: bytes) -> bytes:
        return _SEALED + self._masters.seal_for_spool(payload)

    def _plain(self, payload: bytes) -> bytes:
        """Raises Unreadable."""
        if not payload.startswith(_SEALED):
            return payload
        return self._masters.open_from_spool(payload.removeprefix(_SEALED))
