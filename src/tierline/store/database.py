"""One database: readers beside one writer at a time, brought to our schema at the start."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from sqlalchemy import exc, make_url
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from tierline.ports.store import Conflict, StoreAway
from tierline.store.migrate import to_newest
from tierline.store.sqlite import reading_engine, writing_engine
from tierline.store.writer import T, Work, Writer


class Database:
    def __init__(self, readers: AsyncEngine, writer: Writer) -> None:
        self._readers = readers
        self._writer = writer

    @classmethod
    async def open(cls, where: Path | str) -> "Database":
        """`where`: a file, or a `sqlite:///…` address. Raises StoreAway, NotDurable, SchemaTooNew."""
        file = _file(where)
        database = cls(reading_engine(file), Writer(writing_engine(file)))
        try:
            await database.write(to_newest)
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

    async def write(self, work: Work[T]) -> T:
        """What `work` returns, durable, all of it or nothing; it is done even if nobody waits any more.
        Raises what `work` raises, Conflict, StoreAway."""
        with _in_the_ports_words():
            return await self._writer.write(work)

    async def close(self) -> None:
        """After what is being written."""
        await self._writer.close()
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
