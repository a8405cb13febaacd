"""One database: readers beside one writer at a time, brought to our schema at the start."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from sqlalchemy import exc, make_url
from sqlalchemy.ext.asyncio import AsyncConnection

from tierline.ports.store import Conflict, StoreAway
from tierline.store.migrate import to_newest
from tierline.store.sqlite import make_file, sqlite_engine

_TURN_SECONDS = 1.0


class Database:
    def __init__(self, file: Path) -> None:
        self._file = file
        self._readers = sqlite_engine(file)
        self._writer = self._readers.execution_options(writes=True)
        self._turn = asyncio.Lock()
        self._opened: tuple[int, int] | None = None
        self._prepared = False

    @classmethod
    def at(cls, where: Path | str) -> "Database":
        """A file, or a `sqlite:///…` address. It is opened, and brought to our schema, by whoever uses it
        first: every use raises NotDurable and SchemaTooNew until then."""
        return cls(_file(where))

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """One consistent view. Raises StoreAway."""
        if not self._prepared:
            async with self.writing():
                pass
        with _in_the_ports_words():
            self._look_whether_it_is_the_same()
            async with self._readers.connect() as connection:
                yield connection

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """One transaction, durable at the end of the block; an exception in it keeps nothing.
        Raises Conflict, StoreAway."""
        async with self._my_turn():
            with _in_the_ports_words():
                self._look_whether_it_is_the_same()
                async with self._writer.begin() as connection:
                    if not self._prepared:
                        await connection.run_sync(to_newest)
                    yield connection
            self._prepared = True

    @asynccontextmanager
    async def _my_turn(self) -> AsyncIterator[None]:
        """Our own writers queue here in order, rather than by SQLite's polling, but not behind a disk that
        hangs."""
        try:
            async with asyncio.timeout(_TURN_SECONDS):
                await self._turn.acquire()
        except TimeoutError as behind:
            raise StoreAway(f"another change has been under way for {_TURN_SECONDS:g} s") from behind
        try:
            yield
        finally:
            self._turn.release()

    def _look_whether_it_is_the_same(self) -> None:
        """SQLite goes on writing to a file that was deleted, and all of it would be lost in the end."""
        if self._opened is None:
            make_file(self._file)
            self._opened = _identity(self._file)
        if _identity(self._file) != self._opened:
            raise StoreAway(f"{self._file} is not the file that was opened: put it back, or start again")

    async def close(self) -> None:
        """After the writer whose turn it is."""
        async with self._turn:
            await self._readers.dispose()


@asynccontextmanager
async def part_of(connection: AsyncConnection) -> AsyncIterator[None]:
    """A part of a transaction that is taken back alone. Raises Conflict, StoreAway."""
    with _in_the_ports_words():
        async with connection.begin_nested():
            yield


def _identity(file: Path) -> tuple[int, int]:
    found = file.stat()
    return found.st_dev, found.st_ino


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
