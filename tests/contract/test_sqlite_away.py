"""A database that cannot be used says so soon, and is used again as soon as it can be."""

import asyncio
import resource
import sqlite3
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

import pytest

from tests.contract.calls_to_keep import arrival, speaks
from tierline.calls.names import CallId
from tierline.ports.store import StoreAway
from tierline.store.sql import SqlStore

Absence = Callable[[Path], AbstractContextManager[None]]
SOON = 3.0
"""Seconds, on a busy machine."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "tierline.db"


@pytest.fixture
async def store(file: Path) -> AsyncIterator[SqlStore]:
    opened = await SqlStore.open(file)
    await opened.commit(arrival("c1"))
    yield opened
    await opened.close()


@contextmanager
def locked(file: Path) -> Iterator[None]:
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def moved_away(file: Path) -> Iterator[None]:
    file.rename(file.with_suffix(".elsewhere"))
    yield
    file.with_suffix(".elsewhere").rename(file)


@contextmanager
def without_room(file: Path) -> Iterator[None]:
    """No file of this process may grow beyond where the database's log is."""
    log = file.with_name("tierline.db-wal")
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("PRAGMA wal_autocheckpoint=0")
        while log.stat().st_size < 500_000:
            other.execute("UPDATE request_serial SET last = last + 1")
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (log.stat().st_size, hard))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("away", [locked, moved_away, without_room])
async def test_it_is_called_away_soon_keeps_nothing_and_comes_back(
    store: SqlStore, file: Path, away: Absence
) -> None:
    second = speaks("es", arrival("c1"))
    with away(file):
        began = time.monotonic()
        outcomes = await asyncio.gather(*(store.commit(second) for _ in range(3)), return_exceptions=True)
        assert [type(outcome) for outcome in outcomes] == [StoreAway] * 3
        assert time.monotonic() - began < SOON
    await store.commit(second)  # which would conflict if one had been kept after all
    assert await store.call(CallId("c1")) == second.call


async def test_another_file_in_its_place_is_not_taken_for_it(store: SqlStore, file: Path) -> None:
    with moved_away(file):
        other = await SqlStore.open(file)
        await other.close()
        with pytest.raises(StoreAway, match="put it back"):
            await store.call(CallId("c1"))


async def test_a_store_that_was_away_at_the_start_is_brought_to_its_schema_by_its_first_user(
    file: Path,
) -> None:
    with closing(sqlite3.connect(file)) as made:
        made.execute("PRAGMA journal_mode=WAL")
    late = SqlStore.at(file)
    with locked(file), pytest.raises(StoreAway):
        await late.open_calls()
    assert list(await late.open_calls()) == []
    await late.close()
