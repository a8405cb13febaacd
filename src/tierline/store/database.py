"""One database: readers beside one writer at a time, brought to our schema at the start."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from sqlalchemy import exc, make_url
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from tierline.ports.store import Conflict, StoreAway
from tierline.store.migrate import to_newest
from tierline.store.sqlite import sqlite_engine


class Database:
    def __init__(self, engine: AsyncEngine) -> None:
        self._readers = engine
        self._writer = engine.execution_options(writes=True)
        self._turn = asyncio.Lock()

    @classmethod
    async def open(cls, where: Path | str) -> "Database":
        """`where`: a file, or a `sqlite:///…` address. Raises StoreAway, NotDurable, SchemaTooNew."""
        database = cls(sqlite_engine(_file(where)))
        try:
            async with database.writing() as connection:
                await connection.run_sync(to_newest)
        except BaseException:
            await database.close()
            raise
        return database

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """One consistent view. Raises StoreAway."""
        with _in_the_ports_words():
            async with self._readers.connect() as connection:
                yield connection

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """One transaction, durable at the end of the block; an exception in it keeps nothing.
        Raises Conflict, StoreAway."""
        async with self._turn:  # our own writers queue here in order, rather than by SQLite's polling
            with _in_the_ports_words():
                async with self._writer.begin() as connection:
                    yield connection

    async def close(self) -> None:
        """After the writer whose turn it is."""
        async with self._turn:
            await self._readers.dispose()


def _file(where: Path | str) -> Path:
    if isinstance(where, Path) or "://" not in where:
        return Path(where)
    url = make_url(where)
    if url.get_backend_name() != "sqlite" or not url.database:
        raise ValueError(f"a database file or sqlite:///… is needed, not {url.render_as_string()}")
    return Path(url.database)


@contextmanager
def _in_the_ports_words() -> Iterator[None]:
    try:
        yield
    except exc.IntegrityError as doubled:
        raise Conflict(str(doubled.orig)) from doubled
    except (exc.ProgrammingError, exc.DataError):
        raise  # a mistake of ours, not the database's absence
    except exc.DBAPIError as away:
        raise StoreAway(str(away.orig)) from away
    except (exc.TimeoutError, OSError) as away:
        raise StoreAway(str(away)) from away
