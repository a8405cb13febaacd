"""How the benchmarks of who gets which call count."""

import asyncio
from pathlib import Path
from random import Random

from tierline.bench.calls.figures import out_of_order
from tierline.bench.route.books import Books
from tierline.bench.route.deciding import Deciding
from tierline.bench.route.disk import fsync_p50_ms
from tierline.store.sql import SqlStore
from tierline.twin.store import MemoryStore


def test_callers_served_in_the_order_they_came_are_in_order_whatever_happens_within_a_burst() -> None:
    assert out_of_order([[2, 1, 3], [6, 5, 4], [7]]) == 0


def test_each_caller_served_in_a_burst_before_an_elder_of_a_later_one_is_out_of_order() -> None:
    assert out_of_order([[1, 4, 5], [2, 3, 6]]) == 2
    assert out_of_order([[6], [5], [4]]) == 2


async def test_as_many_wait_after_the_decisions_as_before_and_each_is_on_record() -> None:
    store = MemoryStore()
    deciding = Deciding(Books(store, await store.take_over()), 8, Random(1))
    await deciding.fill(40)
    took = await deciding.at_random(0.3, 100)
    assert took
    calls = await store.recent_calls(1000)
    assert sum(call.phase == "waiting" for call in calls) == 40
    assert sum(call.phase == "ended" for call in calls) == len(took)


async def test_a_decision_counts_when_its_reservation_is_in_the_database(tmp_path: Path) -> None:
    store = await SqlStore.open(tmp_path / "tierline.db")
    try:
        deciding = Deciding(Books(store, await store.take_over()), 8, Random(1))
        await deciding.fill(20)
        assert await deciding.as_fast_as_can_be(0.3, 4) > 0
        assert sum(call.phase == "waiting" for call in await store.open_calls()) == 20
    finally:
        await store.close()


async def test_the_disk_is_asked_how_long_it_takes(tmp_path: Path) -> None:
    assert await asyncio.to_thread(fsync_p50_ms, tmp_path) >= 0
