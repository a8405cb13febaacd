"""The published bundles, with a copy of the version in force beside the database: what a center answers calls
with that starts while its database is away."""

import asyncio
import shutil
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

import structlog

from tierline.agency import BadAgency
from tierline.agency.bundle import contents_of, version_of
from tierline.agency.files import FolderFiles
from tierline.ports.bundles import Bundle, Bundles, Publication
from tierline.ports.store import StoreAway
from tierline.publishing.export import export
from tierline.publishing.kept import Damaged

log = structlog.get_logger()


class BundlesAtHand(Bundles):
    """The copy is a folder, which answers only what is asked of its own version."""

    def __init__(self, bundles: Bundles, copy: Path) -> None:
        self._bundles = bundles
        self._copy = copy

    async def remember(self, version: str) -> None:
        """Makes this version the copy. One that cannot be made is logged."""
        if await asyncio.to_thread(self._copied) == version:
            return
        unfinished = self._copy.with_name(f"{self._copy.name}.new")
        try:
            await asyncio.to_thread(shutil.rmtree, unfinished, ignore_errors=True)
            await export(self._bundles, version, unfinished)
            await asyncio.to_thread(shutil.rmtree, self._copy, ignore_errors=True)
            await asyncio.to_thread(unfinished.rename, self._copy)
        except (OSError, StoreAway, Damaged) as failed:
            log.error("no copy of the agency for a start without the database", why=str(failed))

    async def copied(self) -> str | None:
        """The version of the copy, by what is in it; None where there is none."""
        return await asyncio.to_thread(self._copied)

    async def keep(self, version: str, files: Mapping[str, bytes]) -> None:
        await self._bundles.keep(version, files)

    async def publish(self, version: str, *, at: datetime, by: str, note: str) -> Publication:
        return await self._bundles.publish(version, at=at, by=by, note=note)

    async def current(self) -> Publication | None:
        return await self._bundles.current()

    async def publications(self) -> Sequence[Publication]:
        return await self._bundles.publications()

    async def bundle(self, version: str) -> Bundle | None:
        try:
            return await self._bundles.bundle(version)
        except StoreAway:
            if await self.copied() != version:
                raise
            return Bundle(version, await asyncio.to_thread(lambda: contents_of(FolderFiles(self._copy))))

    async def contents(self, sha256s: Sequence[str]) -> dict[str, bytes]:
        try:
            return await self._bundles.contents(sha256s)
        except StoreAway:
            found = await asyncio.to_thread(self._contents, frozenset(sha256s))
            if len(found) < len(set(sha256s)):
                raise
            return found

    def _copied(self) -> str | None:
        try:
            return version_of(FolderFiles(self._copy))
        except BadAgency:
            return None

    def _contents(self, wanted: frozenset[str]) -> dict[str, bytes]:
        try:
            files = FolderFiles(self._copy)
        except BadAgency:
            return {}
        by_name = contents_of(files)
        return {held.sha256: files[name] for name, held in by_name.items() if held.sha256 in wanted}
