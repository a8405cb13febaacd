"""What waits in the spool goes to the database, in its order, before anything else is written."""

from collections.abc import Iterable

import structlog

from tierline.calls.fold import BrokenHistory, fold, follows
from tierline.calls.names import CallId, Ref
from tierline.calls.state import Call
from tierline.ports.spool import Entry, Spool, SpoolFailed
from tierline.ports.store import Change, Store

log = structlog.get_logger()

_PAGE = 200
"""Entries read, and written in one transaction, at a time."""


async def calls_in(spool: Spool) -> list[tuple[Call, dict[Ref, str]]]:
    """The calls that began while the database was away and still go on, with the values of each."""
    calls: dict[CallId, tuple[Call, dict[Ref, str]]] = {}
    at, more = 0, True
    while more:
        page = await spool.read(at, _PAGE)
        for entry in page.entries:
            of = entry.events[0].call
            before, values = calls.get(of, (None, {}))
            if before or follows(entry.events[0]) == 0:
                added = {value.ref: value.value for value in entry.values}
                calls[of] = fold(entry.events, onto=before), values | added
        at, more = page.after, bool(page.entries)
    return [(call, values) for call, values in calls.values() if call.phase != "ended"]


class Replay:
    """May be broken off and begun again anywhere: an entry that is in the database already is passed over."""

    def __init__(self, store: Store, spool: Spool) -> None:
        self._store = store
        self._spool = spool
        self._at = 0
        self._all_read = True

    async def page(self) -> bool:
        """The next entries; False when there are no more. Asks the database to write in any case. Raises
        StoreAway, to be called again."""
        try:
            page = await self._spool.read(self._at, _PAGE)
        except SpoolFailed as failed:
            log.error("the spool cannot be read; the rest of it is left where it is", why=str(failed))
            self._all_read = False
            return False
        changes = await self._changes(page.entries)
        for change, conflict in zip(changes, await self._store.commit_all(changes), strict=True):
            if conflict:
                log.error("a spooled change could not be written", call=change.call.id, why=str(conflict))
        self._at = page.after
        return bool(page.entries)

    async def finish(self) -> None:
        """Everything is in the database: the spool is empty again."""
        if self._all_read:
            await self._spool.clear()

    async def _changes(self, entries: Iterable[Entry]) -> list[Change]:
        calls: dict[CallId, Call | None] = {}
        changes = []
        for entry in entries:
            of = entry.events[0].call
            if of not in calls:
                calls[of] = await self._store.call(of)
            before = calls[of]
            if before and before.seq >= entry.events[-1].seq:
                continue
            try:
                calls[of] = after = fold(entry.events, onto=before)
            except BrokenHistory as broken:
                log.error("a spooled change does not follow what is on record", why=str(broken))
                continue
            changes.append(Change(call=after, events=entry.events, values=entry.values))
        return changes
