"""The center in memory: its ports, the calls that are open, and the one way in which a call changes."""

import asyncio
import secrets
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import datetime

import msgspec
import structlog

from tierline.acd.agents import ReadyAgent
from tierline.acd.router import Router
from tierline.calls.events import AnyEvent, Arrived, Recorded
from tierline.calls.fold import begin, fold
from tierline.calls.messages import OutboxMessage
from tierline.calls.names import AgentId, CallId, LegId
from tierline.calls.state import Call
from tierline.desk.alerts import Alerts
from tierline.desk.corrections import Corrections
from tierline.desk.deliveries import Deliveries
from tierline.desk.floor import Floor
from tierline.desk.in_force import InForce
from tierline.desk.look_ups.answer import Answer
from tierline.desk.looks import Looks
from tierline.desk.matters import Matters
from tierline.desk.overload import Overload
from tierline.desk.playing import Playing
from tierline.desk.records import Records
from tierline.desk.timers import Then, Timers, Work
from tierline.desk.turns import Turns
from tierline.desk.values import Values
from tierline.desk.waiting import ready_agent, waiting_call
from tierline.desk.written_behind import WrittenBehind
from tierline.ivr.session import Session
from tierline.ivr.steps import Asking
from tierline.ports.agency import Agency
from tierline.ports.case_system import CaseSystem
from tierline.ports.clock import Clock
from tierline.ports.editions import Edition, Editions
from tierline.ports.notifier import Notifier
from tierline.ports.prompts import Prompts, Spoken
from tierline.ports.recordings import Recordings
from tierline.ports.script_files import ScriptFiles
from tierline.ports.spool import Spool
from tierline.ports.store import Change, RequestChange, Store, StoreAway, Value
from tierline.ports.switch import LegGone, Switch, SwitchAway

log = structlog.get_logger()

Find = Callable[["Center", Call, Asking], Awaitable[Answer]]
"""Answers what a step of the flow asks; may raise whatever a back-end does."""


class Center:
    """`always_open` serves callers at any hour, for trials and demonstrations: the published hours are still
    what is told. Without `editions` it goes on with the `edition` that it is given."""

    def __init__(
        self,
        *,
        edition: Edition,
        switch: Switch,
        store: Store,
        clock: Clock,
        spool: Spool,
        cases: CaseSystem,
        always_open: bool = False,
        editions: Editions | None = None,
    ) -> None:
        self.in_force = InForce(edition)
        self.editions = editions
        self.switch = switch
        self.store = store
        self.values = Values(store)
        self.clock = clock
        self.cases = cases
        self.notifier: Notifier | None = None
        """Without one nothing is sent in writing, and callers are told so."""
        self.recordings: Recordings | None = None
        self.script_files: ScriptFiles | None = None
        self.always_open = always_open
        self.calls: dict[CallId, Call] = {}
        self.legs: dict[LegId, CallId] = {}
        self.sessions: dict[CallId, Session] = {}
        self.words_said: Counter[CallId] = Counter()  # to those who have not answered yet, nor had time to
        self.asked: dict[CallId, object] = {}
        """What the flow waits for the answer of: a token for each question."""
        self.find_instead: Find | None = None
        """What answers the flow in the place of `desk.finding`: a rehearsal may give its own answers."""
        self.accounts: dict[CallId, str] = {}
        self.router = Router()
        self.presenting: set[CallId] = set()  # on their way from a decision to the ring
        self.overload = Overload()
        self.deliveries = Deliveries()
        self.alerts = Alerts()
        self.corrections = Corrections(store, clock)
        self.on_call: list[Callable[[Call], None]] = []
        self.on_change: list[Callable[[], None]] = []
        self.on_published: list[Callable[[Agency], Work]] = []
        self.on_spoken: list[Callable[[CallId, Sequence[Spoken]], None]] = []
        self.playing: dict[LegId, Playing] = {}
        self._turns = Turns()
        self.matters = Matters()
        self._timers = Timers(clock)
        self._tasks: set[asyncio.Task[None]] = set()
        self.epoch = 0
        """In which this process commits (`Store.take_over`); 0 before it has taken over."""
        self.recovered = False
        """Whether all calls that were open when this process began are known to it."""
        self.reconciling = False
        """While it is looked who is still there: nobody is presented to an agent until then."""
        self.records = Records(store, spool, clock, self.spawn)
        self.records.on_written.append(self.changed)
        self.duties = WrittenBehind(store.keep_duties, self.spawn, self.records.found_away)
        self.looks = Looks(store, clock, self.spawn, self.records.found_away)
        self.records.on_back += [self.duties.write, self.looks.write]
        self.floor = Floor(clock, self.router, self._able, self.duties.note)
        self.floor.on_change.append(lambda _: self.changed())

    # ---- the agency

    @property
    def agency(self) -> Agency:
        """The newest published: hours, closures, directory, staff, scripts and entitlements hold at once."""
        return self.in_force.newest.agency

    def pinned(self, call: Call) -> Agency:
        """The agency that the call began with: its flow, its tiers' pace, its languages."""
        return self.in_force.pinned(call.agency).agency

    def prompts_of(self, call: Call) -> Prompts:
        """The words and recordings that the call began with."""
        return self.in_force.pinned(call.agency).prompts

    def published(self) -> None:
        """Tells who wants to know that the agency has changed."""
        self.floor.staff_changed()
        for told in self.on_published:
            self.spawn(told(self.agency))
        self.changed()

    # ---- a call's changes

    @asynccontextmanager
    async def turn(self, call: CallId) -> AsyncIterator[Call | None]:
        """One change of a call at a time, in the order they were asked for. None when the call has ended."""
        async with self._turns.of(call):
            yield self.calls.get(call)

    def new_call(self) -> CallId:
        return CallId(f"call-{secrets.token_hex(8)}")

    def arrive(self, call: CallId, arrived: Arrived, values: Sequence[Value]) -> Call:
        """A new call, noted."""
        first = Recorded(call=call, seq=1, at=self.clock.now(), event=arrived)
        change = Change(call=begin(first), events=[first], values=values)
        self.records.note(change)
        return self._take(change)

    def note(self, call: Call, *events: AnyEvent, values: Sequence[Value] = ()) -> Call:
        """The call after these events, at once: for what has happened, and for gestures. They are on record
        soon, in order, and before whatever is committed of this call."""
        change = self._change(call, events, values)
        self.records.note(change)
        return self._take(change)

    async def commit(
        self,
        call: Call,
        *events: AnyEvent,
        values: Sequence[Value] = (),
        requests: Sequence[RequestChange] = (),
        messages: Sequence[OutboxMessage] = (),
    ) -> Call:
        """The call after these events: durable when this returns, for what is promised. Raises StoreAway and
        Conflict, nothing having changed."""
        if not self.epoch:
            raise StoreAway("this process has not taken over yet")
        change = self._change(call, events, values, requests, messages)
        await self.records.keep(msgspec.structs.replace(change, epoch=self.epoch))
        return self._take(change)

    def _change(
        self,
        call: Call,
        events: Sequence[AnyEvent],
        values: Sequence[Value],
        requests: Sequence[RequestChange] = (),
        messages: Sequence[OutboxMessage] = (),
    ) -> Change:
        standing = self.calls.get(call.id)
        if standing.seq != call.seq if standing else call.phase != "ended":
            raise RuntimeError(f"a change of {call.id} follows event {call.seq}, which is not its last")
        now = self.clock.now()
        history = [
            Recorded(call=call.id, seq=call.seq + nth, at=now, event=event)
            for nth, event in enumerate(events, start=1)
        ]
        return Change(
            call=fold(history, onto=call), events=history, values=values, requests=requests, messages=messages
        )

    def _take(self, change: Change) -> Call:
        call = change.call
        if call.phase == "ended":
            self.calls.pop(call.id, None)
            self.forget(call.id)
            self.values.over(call.id)
        else:
            self.calls[call.id] = call
            self.values.remember(call.id, {value.ref: value.value for value in change.values})
        self.line_up(call)
        self.alerts.take(call)
        for tell in self.on_call:
            tell(call)
        self.changed()
        return call

    def forget(self, call: CallId) -> None:
        """Of a caller who has hung up: where they were in the flow, and what was held only for it."""
        self.sessions.pop(call, None)
        self.asked.pop(call, None)
        self.words_said.pop(call, None)
        self.values.forget(call)

    def line_up(self, call: Call) -> None:
        """Where the router has the call waiting as it does now, or not at all."""
        if call.id in self.calls and (waiting := waiting_call(self.pinned(call), call)):
            self.router.waits(waiting, self.clock.now())
        else:
            self.router.leaves(call.id)

    def _able(self, agent: AgentId, since: datetime) -> ReadyAgent | None:
        return ready_agent(of, since) if (of := self.agency.staff.get(agent)) else None

    async def call(self, of: CallId) -> Call | None:
        """As it is, or has ended: with all that was noted until now where the database answers. Raises
        StoreAway."""
        if of not in self.calls:
            await self.records.settled()
        return self.calls.get(of) or await self.store.call(of)

    async def history(self, call: CallId) -> Sequence[Recorded]:
        """What is on record of a call, with all that was noted until now where the database answers. Raises
        StoreAway."""
        await self.records.settled()
        return await self.store.timeline(call)

    def changed(self) -> None:
        """Wakes the live screens."""
        for wake in self.on_change:
            wake()

    # ---- time and tasks

    def after(self, of: str, name: str, seconds: float, then: Then) -> None:
        """One timer of this name for each call or agent: setting it again replaces it."""
        self._timers.after(of, name, seconds, lambda: self.spawn(then()))

    def every(self, of: str, name: str, seconds: float, look: Then) -> None:
        """For as long as the center runs; one look that fails is not the last."""

        async def look_again() -> None:
            try:
                await look()
            finally:
                self.every(of, name, seconds, look)

        self.after(of, name, seconds, look_again)

    def cancel(self, of: str, *names: str) -> None:
        """Those timers, or all of them."""
        self._timers.cancel(of, *names)

    def spawn(self, work: Work) -> None:
        task = asyncio.get_running_loop().create_task(self.carefully(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def carefully(self, work: Work) -> None:
        """People hang up at any moment: a leg that is gone ends the work, and its own event ends the call."""
        try:
            await work
        except LegGone:
            return
        except SwitchAway as away:
            log.warning("the engine did not answer", why=str(away))
        except StoreAway as away:
            # No caller is left in silence by it: their turns tell them (`records_away`), and try again.
            self.records.found_away(away)
            log.warning("a step waits for the database", why=str(away))
        except Exception:
            log.exception("a step failed")

    async def idle(self) -> None:
        """Until nothing that was begun is still going on (timers do not count)."""
        while self._tasks:
            await asyncio.wait(set(self._tasks))
