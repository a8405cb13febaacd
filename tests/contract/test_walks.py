"""What a store tells of the ways that calls took through the flow: in memory and on SQLite the same."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.contract.calls_to_keep import MORNING, after, arrival, practice
from tierline.calls import events as ev
from tierline.calls import service_events as se
from tierline.calls.away_events import HistoryLost
from tierline.calls.callback_events import RangOff
from tierline.calls.events import Recorded
from tierline.calls.fold import fold
from tierline.calls.names import AgentId
from tierline.calls.place import Place, Spot
from tierline.calls.walk import Mark, Walk, walk
from tierline.ports.store import Change, Store
from tierline.store.sql import SqlStore
from tierline.twin.store import MemoryStore

DAY = timedelta(days=1)


@pytest.fixture(params=["memory", "sqlite"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    if request.param == "memory":
        yield MemoryStore()
        return
    sqlite = await SqlStore.open(tmp_path / "tierline.db")
    yield sqlite
    await sqlite.close()


def reached(step: str, at: Spot | None = None) -> ev.StepReached:
    at = at or Spot(step)
    return ev.StepReached(step, Place(at, at))


async def call(store: Store, name: str, *events: ev.AnyEvent, at: datetime = MORNING) -> Walk:
    first = arrival(name, at)
    await store.commit(first)
    change = after(name, list(first.events), events, at)
    if events:
        await store.commit(change)
    return walk(change.call, [*first.events, *change.events])


async def walks(store: Store, since: datetime = MORNING, until: datetime = MORNING + DAY) -> list[Walk]:
    return [way async for way in store.walks(since, until)]


async def test_calls_that_went_the_same_way_are_one_walk_with_their_number(store: Store) -> None:
    for name in ("c1", "c2", "c3"):
        await call(store, name, reached("welcome"), reached("main"), ev.Ended("caller_hung_up", "main"))
    await call(store, "c4", reached("welcome"), ev.Ended("caller_hung_up", "welcome"))
    ended = Mark("ended", "caller_hung_up")
    welcome, main = Mark("step", "welcome", ()), Mark("step", "main", ())
    assert set(await walks(store)) == {Walk("a1", (welcome, ended)), Walk("a1", (welcome, main, ended), 3)}


async def test_every_mark_of_a_history_is_told_in_order(store: Store) -> None:
    inside = Spot("status/key", ("status",))
    whole = await call(
        store,
        "c1",
        reached("welcome"),
        ev.Heard(("welcome",)),
        reached("status", Spot("welcome")),
        reached("status/key", inside),
        ev.StayedSilent("status/key"),
        ev.KeyEverywhere("0", "person"),
        reached('it\'s "odd", ñ', Spot('it\'s "odd", ñ')),
        ev.SupervisorAsked(None),
        ev.Queued("1", "asked"),
        RangOff(),
        ev.Ended("callback_exhausted", "waiting"),
    )
    assert await walks(store) == [whole]
    assert [mark.around for mark in whole.marks if mark.did == "step"] == [(), None, ("status",), ()]
    assert [mark.did for mark in whole.marks[3:]] == [
        "key",
        "step",
        "supervisor",
        "queued",
        "rang_off",
        "ended",
    ]


async def test_a_call_whose_history_was_lost_is_counted_where_it_is_known(store: Store) -> None:
    known = arrival("c1").call
    lost = Recorded(call=known.id, seq=3, at=MORNING, event=HistoryLost(3, replace(known, seq=3)))
    await store.commit(Change(call=fold([lost]), events=[lost]))
    assert await walks(store, known.arrived_at) == [Walk("a1", (Mark("unknown"),))]


async def test_what_happens_after_a_call_is_over_changes_nothing(store: Store) -> None:
    ended, referred = ev.Ended("agent_ended", "talking"), se.Referred("manila", (), AgentId("carla"))
    took = await call(store, "c1", reached("welcome"), ended)
    first = arrival("c2")
    over = after("c2", list(first.events), [reached("welcome"), ended])
    wrapped_up = after("c2", [*first.events, *over.events], [referred])
    for change in (first, over, wrapped_up):
        await store.commit(change)
    assert await walks(store) == [replace(took, calls=2)]


async def test_what_is_lost_after_a_call_is_over_is_told_too(store: Store) -> None:
    first = arrival("c1")
    await store.commit(first)
    ended = after("c1", list(first.events), [reached("welcome"), ev.Ended("agent_ended", "talking")])
    await store.commit(ended)
    lost = Recorded(call=first.call.id, seq=5, at=MORNING, event=HistoryLost(2, replace(ended.call, seq=5)))
    await store.commit(Change(call=fold([lost], onto=ended.call), events=[lost]))
    [way] = await walks(store)
    assert way == walk(ended.call, [*first.events, *ended.events, lost])
    assert way.marks[-1] == Mark("unknown")


async def test_a_call_that_ends_on_a_later_day_stays_with_the_day_it_arrived(store: Store) -> None:
    first = arrival("c1")
    await store.commit(first)
    ended = after("c1", list(first.events), [ev.Ended("callback_exhausted", "promised")], MORNING + DAY)
    await store.commit(ended)
    assert [way.calls for way in await walks(store)] == [1]
    assert await walks(store, MORNING + DAY, MORNING + DAY * 2) == []


async def test_a_call_that_came_nowhere_is_counted_too(store: Store) -> None:
    await call(store, "c1")
    assert await walks(store) == [Walk("a1", ())]


async def test_a_call_belongs_to_the_span_it_arrived_in(store: Store) -> None:
    first = MORNING + timedelta(seconds=1)  # `arrival` writes its event a second later
    for name, at in (("before", -timedelta(seconds=1)), ("first", timedelta()), ("next", DAY)):
        await call(store, name, reached(name), at=MORNING + at)
    assert [way.marks[0].name for way in await walks(store, first, first + DAY)] == ["first"]
    assert await walks(store, first + DAY * 2, first + DAY * 3) == []


async def test_practice_goes_no_way_whether_it_is_over_or_not(store: Store) -> None:
    await call(store, "c1", ev.Ended("caller_hung_up", "welcome"))
    for name in ("p1", "p2"):
        await store.commit(practice(name, "ana"))
    over = after("p1", list(practice("p1", "ana").events), [ev.Ended("practice_over", "talking")])
    await store.commit(over)
    assert [way.calls for way in await walks(store)] == [1]
