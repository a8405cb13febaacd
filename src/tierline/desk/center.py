"""The center in memory: its ports, the calls that are open, and the one way in which a call changes."""

import asyncio
import secrets
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import structlog

from tierline.calls.events import AnyEvent, Arrived, Recorded
from tierline.calls.fold import begin, evolve
from tierline.calls.names import CallId, LegId, Ref
from tierline.calls.state import Call
from tierline.desk.floor import Floor
from tierline.desk.in_force import InForce
from tierline.ivr.session import Session
from tierline.ports.agency import Agency
from tierline.ports.case_system import CaseSystem
from tierline.ports.clock import Clock, Timer
from tierline.ports.editions import Edition, Editions
from tierline.ports.prompts import Prompts, Spoken
from tierline.ports.store import Change, Store, StoreAway, Value
from tierline.ports.switch import LegGone, Switch, SwitchAway
from tierline.requests.request import ServiceRequest

log = structlog.get_logger()

Work = Coroutine[Any, Any, None]
Then = Callable[[], Work]


class Center:
    """`always_open` serves callers at any hour, for trials and demonstrations: the published hours are still
    what is told. Without `editions` the agency stays as it is given."""

    def __init__(
        self,
        *,
        agency: Agency,
        switch: Switch,
        store: Store,
        clock: Clock,
        cases: CaseSystem,
        prompts: Prompts,
        always_open: bool = False,
        editions: Editions | None = None,
    ) -> None:
        self.in_force = InForce(Edition(agency, prompts))
        self.editions = editions
        self.switch = switch
        self.store = store
        self.clock = clock
        self.cases = cases
        self.always_open = always_open
        self.calls: dict[CallId, Call] = {}
        self.legs: dict[LegId, CallId] = {}
        self.sessions: dict[CallId, Session] = {}
        self.words_said: Counter[CallId] = Counter()
        """To callers who have not answered yet, nor had the time to."""
        self.asked: dict[CallId, object] = {}
        """What the flow waits for the answer of: a token for each question."""
        self.accounts: dict[CallId, str] = {}
        self.floor = Floor(clock)
        self.on_change: list[Callable[[], None]] = []
        self.on_published: list[Callable[[Agency], Work]] = []
        self.on_spoken: list[Callable[[CallId, Sequence[Spoken]], None]] = []
        self.playing: dict[LegId, tuple[str, Then | None]] = {}
        self._sensitive: dict[CallId, dict[str, str]] = {}
        self._turns: defaultdict[CallId, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._timers: dict[tuple[str, str], Timer] = {}
        self._tasks: set[asyncio.Task[None]] = set()

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
        for told in self.on_published:
            self.spawn(told(self.agency))
        self.changed()

    # ---- a call's changes

    @asynccontextmanager
    async def turn(self, call: CallId) -> AsyncIterator[Call | None]:
        """One change of a call at a time, in the order they were asked for. None when the call has ended."""
        async with self._turns[call]:
            yield self.calls.get(call)
        if call not in self.calls:
            self._turns.pop(call, None)

    def new_call(self) -> CallId:
        return CallId(f"call-{secrets.token_hex(8)}")

    async def arrive(self, call: CallId, arrived: Arrived, values: Sequence[Value]) -> Call:
        """A new call, durable. Raises StoreAway."""
        first = Recorded(call=call, seq=1, at=self.clock.now(), event=arrived)
        return await self._keep(begin(first), [first], values, ())

    async def commit(
        self,
        call: Call,
        *events: AnyEvent,
        values: Sequence[Value] = (),
        requests: Sequence[ServiceRequest] = (),
    ) -> Call:
        """The call after these events: durable when this returns. Raises StoreAway and Conflict, nothing
        having changed."""
        now = self.clock.now()
        history = [
            Recorded(call=call.id, seq=call.seq + nth, at=now, event=event)
            for nth, event in enumerate(events, start=1)
        ]
        after = call
        for recorded in history:
            after = evolve(after, recorded)
        return await self._keep(after, history, values, requests)

    async def _keep(
        self,
        call: Call,
        history: Sequence[Recorded],
        values: Sequence[Value],
        requests: Sequence[ServiceRequest],
    ) -> Call:
        await self.store.commit(Change(call=call, events=history, values=values, requests=requests))
        if call.phase == "ended":
            self.calls.pop(call.id, None)
            self.forget(call.id)
        else:
            self.calls[call.id] = call
        self.changed()
        return call

    def changed(self) -> None:
        """Wakes the live screens."""
        for wake in self.on_change:
            wake()

    # ---- personal values

    def value(self, kind: str, value: str) -> Value:
        return Value(Ref(f"{kind}-{secrets.token_hex(8)}"), kind, value)

    def hold(self, call: CallId, kind: str, value: str) -> None:
        """A sensitive value: in memory alone, until released or the call ends."""
        self._sensitive.setdefault(call, {})[kind] = value

    def release(self, call: CallId, kinds: Iterable[str]) -> None:
        """What was held of these kinds has been used."""
        for kind in kinds:
            self._sensitive.get(call, {}).pop(kind, None)

    def forget(self, call: CallId) -> None:
        """Of a caller who has hung up: where they were in the flow, and what was held only for it."""
        self.sessions.pop(call, None)
        self.asked.pop(call, None)
        self.words_said.pop(call, None)
        self._sensitive.pop(call, None)

    async def entered(self, call: Call, kind: str) -> str | None:
        """What the caller keyed last of this kind. Raises StoreAway."""
        if held := self._sensitive.get(call.id, {}).get(kind):
            return held
        ref = call.entered(kind)
        return (await self.store.values([ref])).get(ref) if ref else None

    # ---- time and tasks

    def after(self, of: str, name: str, seconds: float, then: Then) -> None:
        """One timer of this name for each call or agent: setting it again replaces it."""
        self.cancel(of, name)
        delay = timedelta(seconds=seconds)
        self._timers[of, name] = self.clock.after(delay, lambda: self.spawn(then()))

    def cancel(self, of: str, *names: str) -> None:
        """Those timers, or all of them."""
        for key in [k for k in self._timers if k[0] == of and (not names or k[1] in names)]:
            self._timers.pop(key).cancel()

    def spawn(self, work: Work) -> None:
        task = asyncio.get_running_loop().create_task(_guarded(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def idle(self) -> None:
        """Until nothing that was begun is still going on (timers do not count)."""
        while self._tasks:
            await asyncio.wait(set(self._tasks))


async def _guarded(work: Work) -> None:
    """People hang up at any moment: a leg that is gone ends the work, and its own event ends the call."""
    try:
        await work
    except LegGone:
        return
    except SwitchAway as away:
        log.warning("the engine did not answer", why=str(away))
    except StoreAway as away:
        log.error("the database did not answer; this step was not taken", why=str(away))
    except Exception:
        log.exception("a step failed")
