"""What the center counts on where personal values are kept, held and destroyed: on the store in memory and on
SQLite."""

import asyncio
import sqlite3
import sys
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from tests.contract.calls_to_keep import MORNING, after, goes_on, practice, request, with_
from tierline.calls.emergency_events import EmergencyAcknowledged, EmergencyDeclared
from tierline.calls.events import AnyEvent, Arrived, Ended, LanguageChosen
from tierline.calls.messages import OutboxMessage
from tierline.calls.names import AgentId, CallId, LegId, MessageId, Ref
from tierline.ports.personal_data import NoSuchHold, PersonalData
from tierline.ports.store import Change, Conflict, Store, Value
from tierline.privacy.hold import Hold, Released
from tierline.privacy.schedule import KEPT, AfterAnswer, AfterEnd, AfterSettled, PrivacyFile
from tierline.requests.events import Replied, ToldByCaller
from tierline.store.sql import SqlStore

NUMBER = "+12025550111"
SCHEDULE = PrivacyFile(
    call=AfterEnd(days=30, after="ended", authority="Schedule 1"),
    practice=AfterEnd(days=5, after="ended", authority="Schedule 2"),
    request=AfterAnswer(days=100, after="answered", authority="Schedule 3"),
    message=AfterSettled(days=10, after="settled", authority="Schedule 4"),
)
ENDED = Ended("caller_hung_up", "main")
CY = AgentId("cy")


@pytest.fixture
def kept(store: Store) -> PersonalData:
    return store.personal_data


def later(days: float) -> datetime:
    return MORNING + timedelta(days=days, hours=1)


def rings(call: str, number: str = NUMBER) -> Change:
    """A caller whose number is known."""
    ref = Ref(f"phone-{call}")
    arrived = Arrived(leg=LegId(f"leg-{call}"), number="+18005550100", caller=ref, agency="a1")
    return with_(after(call, [], [arrived]), values=[Value(ref, "phone", number)])


async def over(store: Store, first: Change, *, before: tuple[AnyEvent, ...] = ()) -> Change:
    """The call is on record, and ends."""
    await store.commit(first)
    end = after(first.call.id, list(first.events), [*before, ENDED])
    await store.commit(end)
    return with_(end, events=[*first.events, *end.events])


def hold(name: str, *, call: str | None = None, number: str | None = None) -> tuple[Hold, list[Value]]:
    values = [Value(Ref(f"matter-{name}"), "matter", "Doe"), Value(Ref(f"why-{name}"), "note", "a letter")]
    about = None
    if number:
        about = Value(Ref(f"number-{name}"), "phone", number)
        values.append(about)
    held = Hold(
        id=name,
        about="number" if number else "call",
        call=CallId(call) if call else None,
        number=about.ref if about else None,
        matter=values[0].ref,
        why=values[1].ref,
        by="lee",
        at=MORNING,
    )
    return held, values


def released(name: str) -> tuple[Released, list[Value]]:
    why = Value(Ref(f"released-{name}"), "note", "settled")
    return Released(later(50), "lee", why.ref), [why]


# ---- the schedule


async def test_the_values_of_a_call_open_until_its_time_and_then_say_by_what_authority_they_are_gone(
    store: Store, kept: PersonalData
) -> None:
    await over(store, rings("c1"))
    assert await kept.dispose(SCHEDULE, later(29), 9) == []
    assert await store.values([Ref("phone-c1")]) == {"phone-c1": NUMBER}
    assert await kept.disposed([Ref("phone-c1")]) == {}
    [done] = await kept.dispose(SCHEDULE, later(30), 9)
    assert (done.record.id, done.record.series, done.authority) == ("c1", "call", "Schedule 1")
    assert (done.at, done.values) == (later(30), 1)
    assert await store.values([Ref("phone-c1")]) == {}
    assert await kept.disposed([Ref("phone-c1"), Ref("never-there")]) == {"phone-c1": done}
    assert await kept.dispositions(CallId("c1")) == [done]
    assert await kept.dispose(SCHEDULE, later(31), 9) == [], "once"


async def test_what_happened_stays_on_record_when_its_values_are_gone(
    store: Store, kept: PersonalData
) -> None:
    ended = await over(store, rings("c1"))
    await kept.dispose(SCHEDULE, later(30), 9)
    assert await store.call(CallId("c1")) == ended.call
    assert list(await store.timeline(CallId("c1"))) == list(ended.events)


async def test_a_number_whose_values_are_gone_is_not_recognised_by_them(
    store: Store, kept: PersonalData
) -> None:
    await over(store, rings("c1"))
    await kept.dispose(SCHEDULE, later(30), 9)
    assert list(await store.who_served(NUMBER, MORNING, 9)) == []


async def test_nothing_is_due_without_a_schedule(store: Store, kept: PersonalData) -> None:
    await over(store, rings("c1"))
    assert await kept.due(KEPT, later(9999), 9) == []
    assert await kept.dispose(KEPT, later(9999), 9) == []


async def test_an_open_call_is_never_due_nor_one_with_an_emergency_that_nobody_acknowledged(
    store: Store, kept: PersonalData
) -> None:
    await store.commit(rings("c1"))
    declared = EmergencyDeclared(AgentId("ana"), "threat")
    ended = await over(store, rings("c2"), before=(declared,))
    assert await kept.dispose(SCHEDULE, later(9999), 9) == []
    seen = after("c2", list(ended.events), [EmergencyAcknowledged(AgentId("bo"), Ref("note-1"))])
    await store.commit(with_(seen, values=[Value(Ref("note-1"), "note", "seen")]))
    [done] = await kept.dispose(SCHEDULE, later(9999), 9)
    assert done.record.id == "c2"


async def test_practice_has_a_time_of_its_own(store: Store, kept: PersonalData) -> None:
    await over(store, with_(practice("p1", "ana"), values=[Value(Ref("said-1"), "phone", NUMBER)]))
    await over(store, rings("c1"))
    assert [done.record.id for done in await kept.dispose(SCHEDULE, later(6), 9)] == ["p1"]


async def test_an_open_request_outlives_its_call(store: Store, kept: PersonalData) -> None:
    first = rings("c1")
    asks = request("R1", receipt=Ref("receipt-1"), facts={"address": Ref("address-1")})
    facts = [Value(Ref("receipt-1"), "receipt", "IOE"), Value(Ref("address-1"), "address", "Elm Street")]
    made = after("c1", list(first.events), [LanguageChosen(language="es")])
    await store.commit(first)
    await store.commit(with_(made, requests=[with_(asks, values=facts)]))
    end = after("c1", [*first.events, *made.events], [ENDED])
    await store.commit(end)
    assert [done.record.id for done in await kept.dispose(SCHEDULE, later(9999), 9)] == ["c1"]
    assert await store.values([v.ref for v in facts]) == {v.ref: v.value for v in facts}


async def test_an_answered_request_goes_its_time_after_its_answer(store: Store, kept: PersonalData) -> None:
    first = rings("c1")
    words = Value(Ref("words-1"), "text", "it is on its way")
    asks = request("R1", receipt=None, facts={})
    answer = goes_on("R1", asks.events, [Replied(CY, "final", words.ref)], later(7))
    await over(store, with_(first, requests=[asks]))
    await store.commit_request(with_(answer, values=[words]))
    assert [done.record.id for done in await kept.dispose(SCHEDULE, later(106), 9)] == ["c1"]
    assert [done.record.id for done in await kept.dispose(SCHEDULE, later(107), 9)] == ["R1"]


async def test_an_answered_request_about_which_the_caller_asks_again_waits_for_its_next_answer(
    store: Store, kept: PersonalData
) -> None:
    words = Value(Ref("words-1"), "text", "it is on its way")
    asks = request("R1", receipt=None, facts={})
    await over(store, with_(rings("c1"), requests=[asks]))
    answer = goes_on("R1", asks.events, [Replied(CY, "final", words.ref)], later(7))
    await store.commit_request(with_(answer, values=[words]))
    asked_again = [ToldByCaller(CY, CallId("c1"), Ref("words-1"))]
    again = goes_on("R1", [*asks.events, *answer.events], asked_again, later(8))
    await store.commit_request(again)
    assert [done.record.id for done in await kept.dispose(SCHEDULE, later(9999), 9)] == ["c1"]


async def test_a_message_that_is_not_sent_is_never_due(store: Store, kept: PersonalData) -> None:
    message = OutboxMessage(
        id=MessageId("m1"),
        call=CallId("c1"),
        channel="sms",
        to=Ref("to-1"),
        text=Ref("text-1"),
        created_at=MORNING,
        due_at=MORNING,
    )
    values = [Value(Ref("to-1"), "phone", NUMBER), Value(Ref("text-1"), "text", "Hello")]
    first = rings("c1")
    await store.commit(with_(first, values=[*first.values, *values], messages=[message]))
    assert await store.count_messages(NUMBER, MORNING) == 1
    end = after("c1", list(first.events), [ENDED])
    await store.commit(end)
    assert [done.record.id for done in await kept.dispose(SCHEDULE, later(9999), 9)] == ["c1"]
    sent = after("c1", [*first.events, *end.events], [LanguageChosen(language="es")])
    await store.commit(with_(sent, call=sent.call, messages=[message.sent(MORNING, "gateway")]))
    assert [done.record.id for done in await kept.dispose(SCHEDULE, later(10), 9)] == ["m1"]
    assert await store.values([Ref("to-1"), Ref("text-1")]) == {}
    assert await store.count_messages(NUMBER, MORNING) == 0


async def test_what_is_written_of_a_call_whose_values_are_gone_is_kept_for_the_same_time_again(
    store: Store, kept: PersonalData
) -> None:
    ended = await over(store, rings("c1"))
    await kept.dispose(SCHEDULE, later(30), 9)
    noted = after("c1", list(ended.events), [LanguageChosen(language="es")], later(40))
    await store.commit(with_(noted, values=[Value(Ref("note-1"), "note", "why I listened")]))
    assert await kept.dispose(SCHEDULE, later(69), 9) == []
    assert await store.values([Ref("note-1")]) == {"note-1": "why I listened"}
    assert [done.values for done in await kept.dispose(SCHEDULE, later(71), 9)] == [1]
    assert len(await kept.dispositions(CallId("c1"))) == 2


async def test_a_few_are_disposed_of_at_a_time_the_oldest_first(store: Store, kept: PersonalData) -> None:
    for nth in range(5):
        await over(store, rings(f"c{nth}"))
    assert [d.record.id for d in await kept.due(SCHEDULE, later(30), 3)] == ["c0", "c1", "c2"]
    rounds = [await kept.dispose(SCHEDULE, later(30), 2) for _ in range(4)]
    assert [[done.record.id for done in each] for each in rounds] == [["c0", "c1"], ["c2", "c3"], ["c4"], []]


# ---- holds


async def test_a_held_call_is_due_and_not_disposed_of_until_it_is_released(
    store: Store, kept: PersonalData
) -> None:
    await over(store, rings("c1"))
    await over(store, rings("c2", "+12025550122"))
    await kept.hold(*hold("h1", call="c1"))
    assert await kept.is_held(CallId("c1"))
    assert not await kept.is_held(CallId("c2"))
    assert [(d.record.id, d.held) for d in await kept.due(SCHEDULE, later(30), 9)] == [
        ("c1", True),
        ("c2", False),
    ]
    assert [done.record.id for done in await kept.dispose(SCHEDULE, later(30), 9)] == ["c2"]
    await kept.release("h1", *released("h1"))
    assert not await kept.is_held(CallId("c1"))
    assert [done.record.id for done in await kept.dispose(SCHEDULE, later(30), 9)] == ["c1"]


async def test_a_held_number_holds_the_calls_of_before_and_those_that_come_later(
    store: Store, kept: PersonalData
) -> None:
    await over(store, rings("c1"))
    await kept.hold(*hold("h1", number=NUMBER))
    await over(store, rings("c2"))
    await over(store, rings("c3", "+12025550122"))
    assert [await kept.is_held(CallId(call)) for call in ("c1", "c2", "c3")] == [True, True, False]
    assert [await kept.calls_held(name) for name in ("h1", "nobody's")] == [2, 0]
    assert [done.record.id for done in await kept.dispose(SCHEDULE, later(30), 9)] == ["c3"]
    assert [d.record.id for d in await kept.due(SCHEDULE, later(30), 9) if d.held] == ["c1", "c2"]


async def test_of_two_holds_the_other_still_holds(store: Store, kept: PersonalData) -> None:
    await over(store, rings("c1"))
    await kept.hold(*hold("h1", call="c1"))
    await kept.hold(*hold("h2", number=NUMBER))
    await kept.release("h1", *released("h1"))
    assert await kept.dispose(SCHEDULE, later(9999), 9) == []


async def test_many_that_are_held_do_not_keep_the_others(store: Store, kept: PersonalData) -> None:
    for nth in range(5):
        await over(store, rings(f"c{nth}"))
    await over(store, rings("d1", "+12025550122"))
    await kept.hold(*hold("h1", number=NUMBER))
    assert [done.record.id for done in await kept.dispose(SCHEDULE, later(30), 2)] == ["d1"]


async def test_holds_stay_on_record_with_who_released_them_and_their_own_values_are_never_due(
    store: Store, kept: PersonalData
) -> None:
    made, values = hold("h1", number=NUMBER)
    await kept.hold(made, values)
    let_go, why = released("h1")
    await kept.release("h1", let_go, why)
    assert await kept.holds() == [msgspec.structs.replace(made, released=let_go)]
    assert await kept.dispose(SCHEDULE, later(99_999), 9) == []
    assert (await store.values([made.matter, let_go.why])) == {made.matter: "Doe", let_go.why: "settled"}


async def test_a_hold_is_added_once_and_released_once(kept: PersonalData) -> None:
    await kept.hold(*hold("h1", call="c1"))
    made, _ = hold("h1", call="c2")
    with pytest.raises(Conflict):
        await kept.hold(made, [])
    await kept.release("h1", *released("h1"))
    for name in ("h1", "h2"):
        with pytest.raises(NoSuchHold):
            await kept.release(name, released("again")[0], [])


# ---- the database on its disk


async def test_a_hold_of_another_process_holds_at_once(tmp_path: Path) -> None:
    center, clerk = [await SqlStore.open(tmp_path / "tierline.db") for _ in range(2)]
    await over(center, rings("c1"))
    await clerk.personal_data.hold(*hold("h1", number=NUMBER))
    assert await center.personal_data.dispose(SCHEDULE, later(30), 9) == []
    await clerk.close()
    await center.close()


async def test_what_was_destroyed_is_neither_in_the_database_nor_in_its_log(tmp_path: Path) -> None:
    store = await SqlStore.open(tmp_path / "tierline.db")
    await over(store, rings("c1"))
    with sqlite3.connect(tmp_path / "tierline.db") as looked_at:
        [[sealed]] = looked_at.execute("SELECT sealed FROM vault WHERE ref = 'phone-c1'")
        [[wrapped]] = looked_at.execute("SELECT wrapped FROM vault_keys WHERE record = 'c1'")
        [[mark]] = looked_at.execute("SELECT mark FROM vault WHERE ref = 'phone-c1'")
    looked_at.close()
    await store.personal_data.dispose(SCHEDULE, later(30), 9)
    on_disk = files_of_the_database(tmp_path)
    assert [part in on_disk for part in (sealed, wrapped, mark)] == [False, False, False]
    await store.close()


def files_of_the_database(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.glob("tierline.db*"))


DISPOSES_UNTIL_KILLED = """
import asyncio, sys
from tests.contract.test_personal_data import SCHEDULE, later
from tierline.store.sql import SqlStore

async def main():
    store = await SqlStore.open(sys.argv[1])
    while done := await store.personal_data.dispose(SCHEDULE, later(30), 1):
        print(done[0].record.id, flush=True)
    print("all", flush=True)
    await asyncio.sleep(60)

asyncio.run(main())
"""


async def test_a_disposition_that_is_killed_happened_wholly_or_not_and_is_gone_on_with(
    tmp_path: Path,
) -> None:
    file = tmp_path / "tierline.db"
    store = await SqlStore.open(file)
    calls = [f"c{nth}" for nth in range(40)]
    for call in calls:
        await over(store, rings(call))
    killed = await asyncio.create_subprocess_exec(
        sys.executable, "-c", DISPOSES_UNTIL_KILLED, str(file), stdout=asyncio.subprocess.PIPE
    )
    assert killed.stdout
    acknowledged = [await killed.stdout.readline() for _ in range(7)]
    killed.kill()
    acknowledged += (await killed.stdout.read()).splitlines()
    await killed.wait()
    readable = await store.values([Ref(f"phone-{call}") for call in calls])
    gone = await store.personal_data.disposed([Ref(f"phone-{call}") for call in calls])
    assert readable.keys().isdisjoint(gone)
    assert len(readable) + len(gone) == len(calls)
    assert {line.decode().strip() for line in acknowledged} <= {d.record.id for d in gone.values()} | {"all"}
    done = await store.personal_data.dispose(SCHEDULE, later(30), 99)
    assert len(done) == len(readable)
    await store.close()
