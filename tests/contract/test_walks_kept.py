"""What the ways of a day's calls cost to tell, on SQLite: not more for more calls."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from tests.contract.calls_to_keep import MORNING, after, arrival
from tests.contract.tables_before import insert, upgrade
from tests.contract.test_walks import DAY, call, reached, walks
from tierline.calls import events as ev
from tierline.calls.walk import Walk, walk
from tierline.store import rows
from tierline.store.sql import SqlStore
from tierline.store.walks import ROWS_AT_A_TIME

HUNG_UP = ev.Ended("caller_hung_up", "main")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "tierline.db"


@pytest.fixture
async def store(file: Path) -> AsyncIterator[SqlStore]:
    opened = await SqlStore.open(file)
    yield opened
    await opened.close()


def at(file: Path, statement: str) -> list[object]:
    engine = sa.create_engine(f"sqlite:///{file}")
    with engine.begin() as connection:
        found = connection.exec_driver_sql(statement)
        told = [row[0] for row in found] if found.returns_rows else []
    engine.dispose()
    return told


async def test_forty_calls_that_went_the_same_way_are_one_way_on_the_disk(
    store: SqlStore, file: Path
) -> None:
    for n in range(40):
        await call(store, f"c{n}", reached("welcome"), HUNG_UP)
    assert at(file, "SELECT count(*) FROM walks") == [1]
    assert [way.calls for way in await walks(store)] == [40]


async def test_the_way_of_a_call_that_is_over_is_told_without_looking_at_its_events(
    store: SqlStore, file: Path
) -> None:
    took = await call(store, "c1", reached("welcome"), reached("main"), HUNG_UP)
    at(file, "DELETE FROM call_events")
    assert await walks(store) == [took]


async def test_other_work_has_its_turn_after_every_few_ways(store: SqlStore) -> None:
    many = ROWS_AT_A_TIME * 3 + 1
    for n in range(many):
        await call(store, f"c{n}", reached(f"step-{n}"), HUNG_UP)
    turn = 0

    async def goes_on() -> None:
        nonlocal turn
        while True:
            turn += 1
            await asyncio.sleep(0)

    other = asyncio.create_task(goes_on())
    told_in_turn = Counter([turn async for _ in store.walks(MORNING, MORNING + DAY)])
    other.cancel()
    assert told_in_turn.total() == many
    assert max(told_in_turn.values()) <= ROWS_AT_A_TIME


async def test_calls_of_a_database_from_before_are_told_as_those_of_today(file: Path) -> None:
    over = _kept_before(file, "c1", reached("welcome"), reached("main"), HUNG_UP)
    under_way = _kept_before(file, "c2", reached("welcome"))
    store = await SqlStore.open(file)
    assert await walks(store) == [over, under_way]
    await store.close()
    assert at(file, "SELECT count(*) FROM calls WHERE walk IS NULL") == [1]


def _kept_before(file: Path, name: str, *events: ev.AnyEvent) -> Walk:
    """In the tables of version 0003."""
    first = arrival(name)
    change = after(name, list(first.events), events)
    history = [*first.events, *change.events]
    engine = sa.create_engine(f"sqlite:///{file}")
    with engine.begin() as connection:
        upgrade(connection, "0003")
        insert(connection, "calls", [rows.of_call(change.call)])
        insert(connection, "call_events", [rows.of_event(recorded) for recorded in history])
    engine.dispose()
    return walk(change.call, history)
