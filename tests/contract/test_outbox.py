"""What the outbox counts on from a store, shown on the one in memory and on SQLite."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.contract.calls_to_keep import MORNING, arrival, speaks
from tierline.calls.messages import OutboxMessage
from tierline.calls.names import CallId, MessageId, Ref
from tierline.ports.store import Conflict, Store, Value
from tierline.store.sql import SqlStore
from tierline.twin.store import MemoryStore

HOME = "+12025550123"


@pytest.fixture(params=["memory", "sqlite"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    if request.param == "memory":
        yield MemoryStore()
        return
    sqlite = await SqlStore.open(tmp_path / "tierline.db")
    yield sqlite
    await sqlite.close()


def message(name: str, call: str = "c1", **differently: object) -> OutboxMessage:
    made = OutboxMessage(
        id=MessageId(name),
        call=CallId(call),
        channel="sms",
        to=Ref(f"to-{name}"),
        text=Ref(f"text-{name}"),
        created_at=MORNING,
        due_at=MORNING,
    )
    return replace(made, **differently)


def values(*messages: OutboxMessage, to: str = HOME) -> list[Value]:
    addressed = [Value(made.to, "phone", to) for made in messages]
    return [*addressed, *(Value(made.text, "text", "words") for made in messages)]


async def keep(store: Store, *messages: OutboxMessage, call: str = "c1", to: str = HOME) -> None:
    await store.commit(replace(arrival(call), messages=messages, values=values(*messages, to=to)))


async def test_a_message_is_read_as_it_was_committed(store: Store) -> None:
    later = message("m2", created_at=MORNING + timedelta(seconds=1))
    await keep(store, later, message("m1"))
    assert list(await store.messages(CallId("c1"))) == [message("m1"), later]
    assert list(await store.messages(CallId("c2"))) == []


async def test_a_change_that_is_refused_leaves_no_message(store: Store) -> None:
    await store.commit(arrival("c1"))
    with pytest.raises(Conflict):
        await keep(store, message("m1"))
    assert list(await store.queued_messages()) == []


async def test_what_is_queued_comes_by_when_it_is_due_and_what_is_settled_not_at_all(store: Store) -> None:
    soon, later = message("m1"), message("m2", due_at=MORNING + timedelta(minutes=1))
    settled = [message("m3").sent(MORNING, "gateway"), message("m4").failed(MORNING, "status 400")]
    await keep(store, later, *settled, soon)
    assert list(await store.queued_messages()) == [soon, later]


async def test_what_became_of_a_message_is_kept_with_the_event_that_says_so(store: Store) -> None:
    first = arrival("c1")
    await store.commit(replace(first, messages=[message("m1")], values=values(message("m1"))))
    sent = message("m1").sent(MORNING, "gateway")
    await store.commit(replace(speaks("en", first), messages=[sent]))
    assert list(await store.messages(CallId("c1"))) == [sent]


async def test_a_message_is_put_off_without_a_change_of_its_call(store: Store) -> None:
    await keep(store, message("m1"))
    later = message("m1").tried_in_vain(MORNING, "status 503")
    assert later
    await store.put_off_message(later)
    assert list(await store.queued_messages()) == [later]


async def test_messages_to_one_number_are_counted_whichever_call_made_them(store: Store) -> None:
    await keep(store, message("m1", created_at=MORNING - timedelta(days=2)), message("m2"))
    await keep(store, message("m3", "c2").failed(MORNING, "status 400"), call="c2")
    await keep(store, message("m4", "c3"), call="c3", to="+12025550199")
    assert await store.count_messages(HOME, MORNING - timedelta(days=1)) == 2
    assert await store.count_messages("+12025550199", MORNING) == 1
    assert await store.count_messages("+12025550100", MORNING) == 0
