"""Whatever happens to the database, the spool and the process, and whenever: a call's history is in order,
without holes that no event stands for, and says what the call's state is."""

import asyncio
from collections.abc import Coroutine, Sequence
from datetime import timedelta
from itertools import count
from typing import Any

import hypothesis.strategies as st
from hypothesis import given, settings

from tests.contract.calls_to_keep import MORNING
from tierline.calls.events import AnyEvent, Arrived, Ended, LanguageChosen, Recorded
from tierline.calls.fold import fold
from tierline.calls.names import CallId, LegId, Ref
from tierline.calls.state import Call
from tierline.desk.records import Records
from tierline.ports.spool import Entry
from tierline.ports.store import Change, Conflict, StoreAway, Value
from tierline.twin.clock import VirtualClock
from tierline.twin.spool import MemorySpool
from tierline.twin.store import MemoryStore

STEPS = st.lists(
    st.sampled_from(
        ["note", "note", "keep", "end", "away", "back", "read", "second", "settle", "kill", "full", "room"]
    )
)
CALLS = st.sampled_from(["a", "b"])


@settings(max_examples=300, deadline=None)
@given(steps=st.lists(st.tuples(STEPS, CALLS), max_size=8), room=st.sampled_from([0, 3, 10_000]))
def test_every_history_is_whole_or_says_what_it_lacks(steps: list[tuple[list[str], str]], room: int) -> None:
    asyncio.run(_histories_are_whole([(step, of) for many, of in steps for step in many], room))


async def _histories_are_whole(steps: list[tuple[str, str]], room: int) -> None:
    desk = Desk(room)
    await desk.records.begin()
    for step, of in steps:
        await desk.step(step, of)
    await desk.comes_to_rest()
    for call in await desk.store.recent_calls(1000):
        assert fold(await desk.store.timeline(call.id)) == call
    for call in desk.calls.values():
        assert await desk.store.call(call.id) == call
    for recorded in desk.promised:
        assert recorded in await desk.store.timeline(recorded.call)
    for recorded in desk.settled:
        assert recorded in await desk.store.timeline(recorded.call)
    assert desk.spool.entries == []


class SlowStore(MemoryStore):
    """Others have their turn while it works."""

    async def commit_all(self, changes: Sequence[Change]) -> Sequence[Conflict | None]:
        await asyncio.sleep(0)
        outcomes = await super().commit_all(changes)
        await asyncio.sleep(0)
        return outcomes


class SlowSpool(MemorySpool):
    async def append(self, entries: Sequence[Entry]) -> int:
        await asyncio.sleep(0)
        kept = await super().append(entries)
        await asyncio.sleep(0)
        return kept


class Desk:
    """Calls as a center has them in memory. `settled` are the events that may not be lost by a killed
    process, `promised` those that somebody was told of."""

    def __init__(self, room: int) -> None:
        self.store, self.spool, self.clock = SlowStore(), SlowSpool(room), VirtualClock(MORNING)
        self.calls: dict[str, Call] = {}
        self.promised: list[Recorded] = []
        self.settled: list[Recorded] = []
        self._names = count()
        self._start()

    async def step(self, step: str, of: str) -> None:
        if keeping := self._keeping.get(of):
            await asyncio.wait([keeping])  # a call has one turn at a time
        match step:
            case "away" | "back":
                self.store.away = step == "away"
            case "read":  # by somebody whose own request was caught by the absence
                self.records.found_away(StoreAway("no answer"))
            case "second":
                self.clock.fire_next(self.clock.now() + timedelta(seconds=1))
                await asyncio.sleep(0)
            case "full" | "room":
                self.spool.room = 0 if step == "full" else 10_000
            case "settle":
                await self._settle()
            case "kill":
                await self._killed()
            case "keep":
                change = self._change(of, LanguageChosen("es"), value="x")
                self._keeping[of] = asyncio.ensure_future(self._keep(change))
                await asyncio.sleep(0)
            case "end" if of in self.calls and self.calls[of].phase != "ended":
                self._note(of, Ended("caller_hung_up", "ivr"))
            case _:
                self._note(of, LanguageChosen("en"))

    async def comes_to_rest(self) -> None:
        self.store.away = False
        await asyncio.gather(*self._keeping.values())
        await self._settle()
        for _ in range(10):
            await self.step("second", "")
            await self._idle()
        assert not self.records.away
        await self._settle()

    def _start(self) -> None:
        self.calls.clear()
        self._tasks: set[asyncio.Task[None]] = set()
        self._noted: list[Recorded] = []
        self._keeping: dict[str, asyncio.Task[None]] = {}
        self.records = Records(self.store, self.spool, self.clock, self._spawn)

    async def _killed(self) -> None:
        killed = [*self._tasks, *self._keeping.values()]
        for task in killed:
            task.cancel()
        await asyncio.gather(*killed, return_exceptions=True)
        self.clock = VirtualClock(self.clock.now())  # its timers died with it
        self._start()
        await self.records.begin()

    def _note(self, of: str, event: AnyEvent) -> None:
        change = self._change(of, event)
        self.records.note(change)
        self._noted += change.events
        self.calls[of] = change.call

    async def _keep(self, change: Change) -> None:
        try:
            await self.records.keep(change)
        except StoreAway:
            return
        self.promised += change.events
        self.calls[change.call.leg] = change.call

    async def _settle(self) -> None:
        noted, self._noted = self._noted, []
        await self.records.settled()
        if not self.records.health.dropped:
            self.settled += noted

    def _change(self, of: str, event: AnyEvent, value: str | None = None) -> Change:
        """To the call of that name, or to the next of that name when it has ended."""
        before = self.calls.get(of)
        if before is None or before.phase == "ended":
            event = Arrived(LegId(of), "+18005550100", None, "v1")
            before = None
        name = before.id if before else CallId(f"{of}-{next(self._names)}")
        seq = before.seq + 1 if before else 1
        recorded = Recorded(call=name, seq=seq, at=self.clock.now(), event=event)
        values = [Value(Ref(f"{name}-{seq}"), "text", value)] if value else []
        return Change(call=fold([recorded], onto=before), events=[recorded], values=values)

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _idle(self) -> None:
        while self._tasks:
            await asyncio.gather(*self._tasks)
