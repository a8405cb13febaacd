"""Published bundles over SQL. A file that several bundles share is kept once."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from hashlib import sha256
from typing import Any

import sqlalchemy as sa

from tierline.ports.bundles import Bundle, Bundles, Content, Publication, UnknownBundle
from tierline.store import tables as t
from tierline.store.database import Database


class SqlBundles(Bundles):
    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep(self, version: str, files: Mapping[str, bytes]) -> None:
        if await self.bundle(version):
            return
        kept = {}
        for name in files:
            content = files[name]
            kept[name] = sha256(content).hexdigest()
            # One each: a center that runs on this database has calls to write in between.
            await self._database.write(partial(_keep_content, digest=kept[name], content=content))
        await self._database.write(partial(_keep_bundle, version=version, kept=kept))

    async def publish(self, version: str, *, at: datetime, by: str, note: str) -> Publication:
        return await self._database.write(partial(_publish, version=version, at=at, by=by, note=note))

    async def current(self) -> Publication | None:
        found = await self._publications(1)
        return found[0] if found else None

    async def publications(self) -> Sequence[Publication]:
        return await self._publications(None)

    async def bundle(self, version: str) -> Bundle | None:
        async with self._database.reading() as connection:
            return await connection.run_sync(_bundle, version)

    async def contents(self, sha256s: Sequence[str]) -> dict[str, bytes]:
        c = t.bundle_contents.c
        wanted = sa.select(c.sha256, c.content).where(c.sha256.in_(sha256s))
        async with self._database.reading() as connection:
            return {row.sha256: row.content for row in await connection.execute(wanted)}

    async def _publications(self, most: int | None) -> list[Publication]:
        newest_first = sa.select(t.publications).order_by(t.publications.c.number.desc()).limit(most)
        async with self._database.reading() as connection:
            return [_publication(row) for row in await connection.execute(newest_first)]


def _keep_content(connection: sa.Connection, digest: str, content: bytes) -> None:
    c = t.bundle_contents
    known = connection.execute(sa.select(c.c.size).where(c.c.sha256 == digest))
    if known.first() is None:
        connection.execute(sa.insert(c).values(sha256=digest, size=len(content), content=content))


def _keep_bundle(connection: sa.Connection, version: str, kept: Mapping[str, str]) -> None:
    if _bundle(connection, version) is None:
        rows = [{"version": version, "name": name, "sha256": digest} for name, digest in kept.items()]
        connection.execute(sa.insert(t.bundles).values(version=version))
        connection.execute(sa.insert(t.bundle_files), rows)


def _publish(connection: sa.Connection, version: str, at: datetime, by: str, note: str) -> Publication:
    p = t.publications
    if _bundle(connection, version) is None:
        raise UnknownBundle(version)
    last = connection.execute(sa.select(sa.func.max(p.c.number))).scalar() or 0
    connection.execute(sa.insert(p).values(number=last + 1, version=version, at=at, by=by, note=note))
    return Publication(last + 1, version, at, by, note)


def _bundle(connection: sa.Connection, version: str) -> Bundle | None:
    """None also for one of which only some contents were kept when its process was killed."""
    if connection.execute(sa.select(t.bundles).where(t.bundles.c.version == version)).first() is None:
        return None
    f, c = t.bundle_files.c, t.bundle_contents.c
    listed = sa.select(f.name, f.sha256, c.size).join(t.bundle_contents, f.sha256 == c.sha256)
    rows = connection.execute(listed.where(f.version == version).order_by(f.name))
    return Bundle(version, {row.name: Content(row.sha256, row.size) for row in rows})


def _publication(row: sa.Row[Any]) -> Publication:
    return Publication(row.number, row.version, row.at, row.by, row.note)
