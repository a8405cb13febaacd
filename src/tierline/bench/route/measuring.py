"""The router and the database alone, at three lengths of the line."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from random import Random

import msgspec

from tierline.bench.figures import percentile
from tierline.bench.route.books import Books
from tierline.bench.route.deciding import Deciding
from tierline.bench.route.disk import fsync_p50_ms
from tierline.store.sql import SqlStore

FREED_A_SECOND = 50.0
"""Agents. A thousand of them would have to be in calls of twenty seconds: no real ones are as short."""
TOGETHER = 100
"""Decisions under way at a time, where the highest rate is measured."""

Tell = Callable[[str], None]


class Decisions(msgspec.Struct, frozen=True):
    """`decision_p99_ms` is from an agent who becomes free to the durable reservation, at the middle one of
    the lengths; `growth_1k_100k` the same at the longest, as a multiple of the shortest."""

    decisions_per_s: float
    decision_p50_ms: float
    decision_p99_ms: float
    growth_1k_100k: float
    fsync_p50_ms: float


class Size(msgspec.Struct, frozen=True):
    """`lengths` of the line: shortest, the one that is reported, longest. `seconds` of measuring at each."""

    lengths: tuple[int, int, int] = (1_000, 10_000, 100_000)
    agents: int = 1_000
    seconds: float = 20.0


async def decisions(state: Path, size: Size, tell: Tell) -> Decisions:
    """In a database of its own within `state`, removed afterwards: on the disk that a center would use. It is
    opened as a center opens it. Raises NotDurable, where the disk's word cannot be relied on, and StoreAway.
    """
    probe = fsync_p50_ms(state)
    tell(f"fsync: {probe} ms")
    with tempfile.TemporaryDirectory(prefix="bench-", dir=state) as folder:
        store = await SqlStore.open(Path(folder) / "tierline.db")
        try:
            return await _measured(store, size, probe, tell)
        finally:
            await store.close()


async def _measured(store: SqlStore, size: Size, probe: float, tell: Tell) -> Decisions:
    books = Books(store, await store.take_over())
    deciding = Deciding(books, size.agents, Random(1))  # noqa: S311 - the same each time, and no secret
    took: dict[int, list[float]] = {}
    per_second = 0.0
    for length in size.lengths:
        tell(f"{length} callers waiting, {size.agents} agents")
        await deciding.fill(length)
        took[length] = [s * 1000 for s in await deciding.at_random(size.seconds, FREED_A_SECOND)]
        if length == size.lengths[1]:
            per_second = await deciding.as_fast_as_can_be(size.seconds / 4, TOGETHER)
    shortest, middle, longest = (percentile(took[length], 0.99) for length in size.lengths)
    return Decisions(
        decisions_per_s=round(per_second, 1),
        decision_p50_ms=round(percentile(took[size.lengths[1]], 0.5), 1),
        decision_p99_ms=round(middle, 1),
        growth_1k_100k=round(longest / shortest, 2),
        fsync_p50_ms=probe,
    )
