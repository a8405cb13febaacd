"""A process that was thought dead, and is not, can promise nothing any more once another has taken over."""

import asyncio
import sqlite3
import sys
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from tests.contract.calls_to_keep import after, arrival, reserved, speaks
from tierline.calls.events import LanguageChosen
from tierline.calls.names import CallId
from tierline.ports.store import Change, Conflict, Fenced, Store
from tierline.store.sql import SqlStore
from tierline.twin.store import MemoryStore


@pytest.fixture(params=["memory", "sqlite"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    if request.param == "memory":
        yield MemoryStore()
        return
    sqlite = await SqlStore.open(tmp_path / "tierline.db")
    yield sqlite
    await sqlite.close()


def reserving(change: Change, agent: str, epoch: int) -> Change:
    return msgspec.structs.replace(change, call=reserved(change.call, agent), epoch=epoch)


async def test_each_who_takes_over_has_a_higher_epoch(store: Store) -> None:
    assert [await store.take_over() for _ in range(3)] == [1, 2, 3]


async def test_whoever_was_superseded_reserves_nobody_and_whoever_took_over_does(store: Store) -> None:
    before = await store.take_over()
    now = await store.take_over()
    first = arrival("c1")
    with pytest.raises(Fenced):
        await store.commit(reserving(first, "ana", before))
    assert await store.call(CallId("c1")) is None
    await store.commit(reserving(first, "ana", now))


async def test_a_reservation_of_no_epoch_is_refused_once_somebody_has_taken_over(store: Store) -> None:
    await store.take_over()
    with pytest.raises(Conflict):
        await store.commit(reserving(arrival("c1"), "ana", 0))


async def test_any_change_that_names_an_epoch_of_before_is_refused_with_all_it_brings(store: Store) -> None:
    before = await store.take_over()
    first = arrival("c1")
    await store.commit(first)
    await store.take_over()
    late = msgspec.structs.replace(speaks("es", first), epoch=before)
    with pytest.raises(Fenced):
        await store.commit(late)
    assert await store.call(CallId("c1")) == first.call
    assert list(await store.timeline(CallId("c1"))) == list(first.events)


async def test_in_a_group_only_those_of_before_are_refused(store: Store) -> None:
    before, now = await store.take_over(), await store.take_over()
    changes = [reserving(arrival("c1"), "ana", before), reserving(arrival("c2"), "bo", now), arrival("c3")]
    outcomes = await store.commit_all(changes)
    assert [type(outcome) for outcome in outcomes] == [Fenced, type(None), type(None)]


async def test_a_reservation_of_before_lives_until_the_new_process_ends_it(store: Store) -> None:
    first, other = arrival("c1"), arrival("c2")
    await store.commit(reserving(first, "ana", await store.take_over()))
    now = await store.take_over()
    with pytest.raises(Conflict):
        await store.commit(reserving(other, "ana", now))
    noted = after("c1", first.events, [LanguageChosen("es")])
    still = msgspec.structs.replace(noted, call=reserved(noted.call, "ana"))
    await store.commit(still)  # what only happened is on record, whoever notes it
    await store.commit(after("c1", [*first.events, *noted.events], [LanguageChosen("en")]))
    await store.commit(reserving(other, "ana", now))


THOUGHT_DEAD = """
import asyncio, sys
from tests.contract.test_fence import arrival, reserving
from tierline.store.sql import SqlStore

async def main():
    store = await SqlStore.open(sys.argv[1])
    epoch = await store.take_over()
    await store.commit(reserving(arrival("c1"), "ana", epoch))
    print("presented", flush=True)
    sys.stdin.readline()
    try:
        await store.commit(reserving(arrival("c2"), "bo", epoch))
        print("presented", flush=True)
    except Exception as refused:
        print(type(refused).__name__, flush=True)
    await store.close()

asyncio.run(main())
"""


async def test_a_process_that_was_thought_dead_presents_nobody_after_another_took_over(
    tmp_path: Path,
) -> None:
    file = tmp_path / "tierline.db"
    stalled = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", THOUGHT_DEAD, str(file)),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert stalled.stdin
    assert stalled.stdout
    assert await stalled.stdout.readline() == b"presented\n"
    ours = await SqlStore.open(file)
    now = await ours.take_over()
    stalled.stdin.write(b"go on\n")
    assert await stalled.stdout.readline() == b"Fenced\n"
    await stalled.wait()
    await ours.commit(reserving(arrival("c2"), "bo", now))
    await ours.close()


async def test_the_database_itself_takes_no_reservation_of_another_epoch(tmp_path: Path) -> None:
    store = await SqlStore.open(tmp_path / "tierline.db")
    await store.commit(arrival("c1"))
    await store.take_over()
    await store.close()
    with closing(sqlite3.connect(tmp_path / "tierline.db")) as whoever:
        whoever.execute("PRAGMA foreign_keys=ON")
        with pytest.raises(sqlite3.IntegrityError):
            whoever.execute("INSERT INTO reservations (call, agent, epoch) VALUES ('c1', 'ana', 7)")
