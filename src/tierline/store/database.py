"""One database: readers beside one writer at a time, brought to our schema by whoever uses it first."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from sqlalchemy import Connection, exc, make_url
from sqlalchemy.ext.asyncio import AsyncConnection

from tierline.ports.store import Conflict, StoreAway
from tierline.store.keyring import Keyring
from tierline.store.master_key import MasterKeys, master_keys_for
from tierline.store.migrate import to_newest
from tierline.store.sqlite import empty_log, make_file, reading_engine, rewrite, writing_engine
from tierline.store.writer import Busy, T, Work, Writer


class Database:
    def __init__(self, file: Path, masters: MasterKeys | None = None) -> None:
        self._file = file
        self.keys = Keyring(lambda: masters or master_keys_for(file))
        self._readers = reading_engine(file)
        self._writer = Writer(writing_engine(file))
        self._opened: tuple[int, int] | None = None
        self._prepared = False

    @classmethod
    def at(cls, where: Path | str, masters: MasterKeys | None = None) -> "Database":
        """A file, or a `sqlite:///…` address. It is opened, and brought to our schema, by whoever uses it
        first: every use raises NotDurable, SchemaTooNew and MasterKeyUnusable until then. Without `masters`
        they are where they are kept for such a file."""
        return cls(_file(where), masters)

    async def prepare(self) -> None:
        """Brought to our schema, once. Raises NotDurable, SchemaTooNew, MasterKeyUnusable, StoreAway."""
        if not self._prepared:
            await self.write(lambda connection: None)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """One consistent view. Raises StoreAway."""
        await self.prepare()
        with _in_the_ports_words():
            self._look_whether_it_is_the_same()
            async with self._readers.connect() as connection:
                yield connection

    async def write(self, work: Work[T]) -> T:
        """What `work` returns, durable, all of it or nothing; once begun it is done even if nobody waits any
        more. Raises what `work` raises, Conflict, StoreAway."""
        with _in_the_ports_words():
            self._look_whether_it_is_the_same()
            if self._prepared:
                return await self._writer.write(work)
            done, sealed = await self._writer.write(lambda connection: _prepared(connection, self.keys, work))
            self._prepared = True
            if sealed:
                await self._writer.between(rewrite)
            return done

    def _look_whether_it_is_the_same(self) -> None:
        """SQLite goes on writing to a file that was deleted, and all of it would be lost in the end."""
        if self._opened is None:
            make_file(self._file)
            self._opened = _identity(self._file)
        if _identity(self._file) != self._opened:
            raise StoreAway(f"{self._file} is not the file that was opened: put it back, or start again")

    async def empty_log(self) -> None:
        """What was overwritten leaves the write-ahead log too, unless somebody reads from it just now: then
        it is overwritten there in its turn."""
        await self._writer.between(empty_log)

    async def close(self) -> None:
        """After what is being written."""
        await self._writer.close()
        await self._readers.dispose()


def _prepared(connection: Connection, keys: Keyring, work: Work[T]) -> tuple[T, bool]:
    """And whether values were in clear until now."""
    sealed = to_newest(connection, keys.masters)
    keys.unlock(connection)
    return work(connection), sealed


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
    except (exc.TimeoutError, OSError, Busy) as away:
        raise StoreAway(str(away)) from away
