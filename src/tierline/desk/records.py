"""What happened to the calls, on its way to the database: in order, in groups, and by the spool while the
database is away.

One writer for all calls. What is *noted* waits for nobody and is never refused; what is to be *kept* is
durable before `keep` returns, after everything noted before it.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Coroutine, Sequence
from datetime import datetime, timedelta
from typing import Any

import msgspec
import structlog

from tierline.calls.names import Ref
from tierline.calls.state import Call
from tierline.desk.replaying import Replay, calls_in
from tierline.desk.unkept import Unkept
from tierline.ports.clock import Clock, Timer
from tierline.ports.spool import Entry, Spool, SpoolFailed
from tierline.ports.store import Change, Store, StoreAway

log = structlog.get_logger()

_LARGEST_GROUP = 100
"""Changes in one transaction."""
_LOOK_AGAIN = timedelta(seconds=1)
_ENDS_WITHIN = timedelta(seconds=3)
"""What the database has not taken when the center ends: the rest goes to the spool, which is quick."""

Spawn = Callable[[Coroutine[Any, Any, None]], None]


class Health(msgspec.Struct, frozen=True):
    """`spooled` counts the steps of calls that wait in the spool, `dropped` the events lost since the start:
    the spool had no room for them."""

    away_since: datetime | None
    spooled: int
    dropped: int


class _Waiting(msgspec.Struct, frozen=True, eq=False):
    """`told` is who waits for the outcome. Without a change, only for everything before it."""

    change: Change | None
    told: asyncio.Future[None] | None

    def tell(self, error: Exception | None = None) -> None:
        if self.told and not self.told.done():
            if error:
                self.told.set_exception(error)
            else:
                self.told.set_result(None)


class Records:
    """`on_written` follows every write, `on_back` the end of an absence."""

    def __init__(self, store: Store, spool: Spool, clock: Clock, spawn: Spawn) -> None:
        self.on_written: list[Callable[[], None]] = []
        self.on_back: list[Callable[[], None]] = []
        self._store = store
        self._spool = spool
        self._clock = clock
        self._spawn = spawn
        self._waiting: deque[_Waiting] = deque()
        self._writing = False
        self._away_since: datetime | None = None
        self._replay: Replay | None = Replay(store, spool)
        """What goes before anything else: at the start, what an earlier process left in the spool."""
        self._looking = False
        """From the moment a look is due until what it found is settled: there is one at a time."""
        self._ending = False
        self._next_look: Timer | None = None
        self._caught_up = False
        self._unkept = Unkept(store)

    @property
    def health(self) -> Health:
        return Health(self._away_since, self._spool.held, self._unkept.dropped)

    @property
    def away(self) -> bool:
        return self._away_since is not None

    async def begin(self) -> None:
        """Brings what is in the spool to the database, if that answers; to be called before it is read."""
        if self._replay and not self._looking:
            await self._look()
        await self.settled()

    def note(self, change: Change) -> None:
        self._waiting.append(_Waiting(change, None))
        self._write_soon()

    async def keep(self, change: Change) -> None:
        """Raises Conflict and StoreAway, at once where the database is known to be away."""
        if self._away_since:
            raise _away(self._away_since)
        await self._dealt_with(change)

    async def settled(self) -> None:
        """Until all that was noted is in the database, or in the spool."""
        await self._dealt_with(None)

    async def close(self) -> None:
        """Nothing noted is left in memory alone: what the database does not take soon goes to the spool, and
        what is in the spool is left to the next process."""
        self._ending = True
        if self._next_look:
            self._next_look.cancel()
        hurry = self._clock.after(_ENDS_WITHIN, self._leave_the_rest)
        await self.settled()
        hurry.cancel()

    def _leave_the_rest(self) -> None:
        log.warning("the database is slow at the end; the rest goes to the spool, for the next start")
        self._replay = self._replay or Replay(self._store, self._spool)

    async def spooled_calls(self) -> list[tuple[Call, dict[Ref, str]]]:
        """The calls of an earlier process that are known without the database, with their values."""
        try:
            return await calls_in(self._spool)
        except SpoolFailed:
            return []

    def found_away(self, why: Exception) -> None:
        """Also to be called by who finds it so in reading."""
        if self._away_since is None:
            self._away_since = self._clock.now()
            log.error("the database is away; what happens goes to the spool", why=str(why))
        self._replay = self._replay or Replay(self._store, self._spool)
        if not self._looking and not self._ending:
            self._looking = True
            self._next_look = self._clock.after(_LOOK_AGAIN, lambda: self._spawn(self._look()))

    async def _dealt_with(self, change: Change | None) -> None:
        told: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(_Waiting(change, told))
        self._write_soon()
        await told

    # ---- the writer

    def _write_soon(self) -> None:
        if not self._writing:
            self._writing = True
            self._spawn(self._write())

    async def _write(self) -> None:
        try:
            while self._waiting or (self._caught_up and not self._ending):
                if self._caught_up and not self._ending:
                    await self._come_back()
                group = [self._waiting.popleft() for _ in range(min(len(self._waiting), _LARGEST_GROUP))]
                await self._write_group(group)
        finally:
            self._writing = False

    async def _write_group(self, group: Sequence[_Waiting]) -> None:
        changes = [(w, w.change) for w in group if w.change]
        if changes and (self._replay or not await self._to_the_store(changes)):
            await self._to_the_spool(changes)
        for waiting in group:
            waiting.tell()

    async def _to_the_store(self, group: Sequence[tuple[_Waiting, Change]]) -> bool:
        """False when it is away."""
        group = [(waiting, change) for waiting, change in group if not self._is_behind(waiting, change)]
        try:
            outcomes = await self._store.commit_all([change for _, change in group])
            for (waiting, change), conflict in zip(group, outcomes, strict=True):
                if conflict:
                    self._refused(waiting, change, conflict)
            await self._unkept.bring_up_to_date()
        except StoreAway as away:
            self.found_away(away)
            return False
        except Exception as failed:  # a mistake of ours must not stop every later change
            for waiting, change in group:
                self._refused(waiting, change, failed)
        self._written()
        return True

    async def _to_the_spool(self, group: Sequence[tuple[_Waiting, Change]]) -> None:
        noted: list[Change] = []
        for waiting, change in group:
            if waiting.told:
                waiting.tell(_away(self._away_since))
            elif not self._is_behind(waiting, change):
                noted.append(change)
        kept = await self._spool.append([Entry(tuple(c.events), tuple(c.values)) for c in noted])
        for change in noted[kept:]:
            self._unkept.add(change)

    def _is_behind(self, waiting: _Waiting, change: Change) -> bool:
        """An earlier change of this call could not be kept, so that this one cannot follow it."""
        if not self._unkept.holds(change.call.id):
            return False
        if waiting.told:
            waiting.tell(StoreAway("what happened before in this call is not on record yet"))
        else:
            self._unkept.add(change)
        return True

    def _refused(self, waiting: _Waiting, change: Change, why: Exception) -> None:
        if waiting.told:
            waiting.tell(why)
        else:
            log.error("what happened to a call could not be written", call=change.call.id, exc_info=why)
            self._unkept.add(change)

    def _written(self) -> None:
        for wake in self.on_written:
            wake()

    # ---- after an absence

    async def _look(self) -> None:
        """Whether the database answers: with what waits in the spool, while the writer adds to it."""
        assert self._replay
        self._looking = True
        try:
            while not self._ending and await self._replay.page():
                pass
        except Exception as why:
            self._not_yet(why)
        else:
            self._caught_up = True
            self._write_soon()

    async def _come_back(self) -> None:
        assert self._replay
        self._caught_up = False
        try:
            while await self._replay.page():  # what came since the last look
                if self._ending:
                    return
            await self._unkept.bring_up_to_date()
            await self._replay.finish()
        except Exception as why:
            self._not_yet(why)
            return
        self._looking = False
        self._replay = None
        if self._away_since:
            log.warning("the database is back; what happened meanwhile is on record", since=self._away_since)
            self._away_since = None
            for tell in self.on_back:
                tell()
        self._written()

    def _not_yet(self, why: Exception) -> None:
        """It is looked again, also after a mistake of ours: the calls would be without a database until the
        next start."""
        if not isinstance(why, StoreAway):
            log.error("what waits in the spool could not be brought to the database", exc_info=why)
        self._looking = False
        self.found_away(why)


def _away(since: datetime | None) -> StoreAway:
    return StoreAway(
        f"the database has been away since {since:%H:%M:%S} UTC" if since else "not caught up yet"
    )
