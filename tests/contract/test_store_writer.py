"""Changes that wait share a transaction, and one that fails takes none of the others with it."""

import asyncio
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

import pytest
import sqlalchemy as sa

from tierline.store.sqlite import writing_engine
from tierline.store.writer import Work, Writer


def add(connection: sa.Connection, text: str) -> None:
    connection.execute(sa.text("INSERT INTO said VALUES (:text)"), {"text": text})


def adding(text: str) -> Work[None]:
    return partial(add, text=text)


@pytest.fixture
def engine(tmp_path: Path) -> sa.Engine:
    return writing_engine(tmp_path / "said.db")


@pytest.fixture
async def writer(engine: sa.Engine) -> AsyncIterator[Writer]:
    writer = Writer(engine)
    await writer.write(lambda c: c.exec_driver_sql("CREATE TABLE said (text UNIQUE)"))
    yield writer
    await writer.close()


async def said(writer: Writer) -> list[str]:
    return await writer.write(lambda c: list(c.scalars(sa.text("SELECT text FROM said ORDER BY rowid"))))


async def test_changes_are_made_in_the_order_they_were_asked_for(writer: Writer) -> None:
    await asyncio.gather(*(writer.write(adding(str(n))) for n in range(250)))
    assert await said(writer) == [str(n) for n in range(250)]


async def test_those_that_wait_share_a_transaction(writer: Writer, engine: sa.Engine) -> None:
    begun: list[sa.Connection] = []
    sa.event.listen(engine, "begin", begun.append)
    await asyncio.gather(*(writer.write(adding(str(n))) for n in range(20)))
    assert len(begun) < 20


async def test_one_that_fails_takes_none_of_the_others_with_it(writer: Writer) -> None:
    outcomes = await asyncio.gather(
        *(writer.write(adding(text)) for text in ("a", "b", "b", "c")), return_exceptions=True
    )
    assert [type(outcome) for outcome in outcomes if outcome] == [sa.exc.IntegrityError]
    assert await said(writer) == ["a", "b", "c"]


async def test_what_one_did_before_it_failed_is_undone(writer: Writer) -> None:
    def half(connection: sa.Connection) -> None:
        add(connection, "half")
        raise ValueError("half")

    with pytest.raises(ValueError, match="half"):
        await writer.write(half)
    assert await said(writer) == []


async def test_a_transaction_that_cannot_be_kept_fails_for_all_in_it(writer: Writer) -> None:
    def ends_the_transaction(connection: sa.Connection) -> None:
        connection.exec_driver_sql("ROLLBACK")  # as SQLite does by itself when the disk is full
        raise ValueError

    outcomes = await asyncio.gather(
        writer.write(adding("a")), writer.write(ends_the_transaction), return_exceptions=True
    )
    assert all(isinstance(outcome, Exception) for outcome in outcomes)
    assert await said(writer) == []


async def test_closing_waits_for_what_was_asked_for(engine: sa.Engine, tmp_path: Path) -> None:
    writer = Writer(engine)
    asked = asyncio.create_task(writer.write(lambda c: c.exec_driver_sql("CREATE TABLE late (x)")))
    await asyncio.sleep(0)
    await writer.close()
    await asked
