"""Calls whose last changes nothing could take: neither the database nor the spool.

The newest state of each is in memory. Once the database answers it is written whole, with an event that says
how many events it stands for: so that every call ends exactly once, also on record.
"""

from datetime import datetime

import msgspec
import structlog

from tierline.calls.away_events import HistoryLost
from tierline.calls.events import Recorded
from tierline.calls.names import CallId
from tierline.calls.state import Call
from tierline.ports.store import Change, Store, Value

log = structlog.get_logger()


class _Newest(msgspec.Struct, frozen=True):
    call: Call
    at: datetime
    values: tuple[Value, ...]


class Unkept:
    """`dropped` counts their events, since the start."""

    def __init__(self, store: Store) -> None:
        self.dropped = 0
        self._store = store
        self._calls: dict[CallId, _Newest] = {}

    def holds(self, call: CallId) -> bool:
        return call in self._calls

    def add(self, change: Change) -> None:
        if not self._calls:
            log.error("events of calls are being lost: the database is away and the spool has no room")
        before = self._calls.get(change.call.id)
        values = (*(before.values if before else ()), *change.values)
        self._calls[change.call.id] = _Newest(change.call, change.events[-1].at, values)
        self.dropped += len(change.events)

    async def bring_up_to_date(self) -> None:
        """Raises StoreAway."""
        for newest in list(self._calls.values()):
            stored = await self._store.call(newest.call.id)
            kept = stored.seq if stored else 0
            if kept < newest.call.seq:
                await self._write(_stands_for_all(newest, kept))
            del self._calls[newest.call.id]

    async def _write(self, change: Change) -> None:
        [conflict] = await self._store.commit_all([change])
        if conflict:
            log.error("a call's state could not be written", call=change.call.id, why=str(conflict))
        else:
            log.error("a call has a gap in its history", call=change.call.id, after=change.follows)


def _stands_for_all(newest: _Newest, kept: int) -> Change:
    call = newest.call
    lost = Recorded(call=call.id, seq=call.seq, at=newest.at, event=HistoryLost(call.seq - kept, call))
    return Change(call=call, events=[lost], values=newest.values)
