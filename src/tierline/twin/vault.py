"""Personal values in memory, in clear, kept and destroyed under the same contract as in the database."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from msgspec.structs import replace

from tierline.calls.names import CallId, Ref
from tierline.calls.state import Call
from tierline.ports.personal_data import Due, NoSuchHold, PersonalData
from tierline.ports.store import Change, Conflict, RequestChange, Value
from tierline.ports.value import LOOKED_UP
from tierline.privacy.hold import Hold, Released, is_due
from tierline.privacy.record import Closed, Disposition, Record
from tierline.privacy.schedule import SERIES, PrivacyFile


class _Kept:
    """The values of one record, until they are destroyed; a record that goes on then gets another."""

    def __init__(self, record: Record, since: datetime | None) -> None:
        self.record = record
        self.since = since
        self.values: dict[Ref, Value] = {}
        self.disposed: Disposition | None = None


class MemoryVault(PersonalData):
    def __init__(self, calls: Mapping[CallId, Call], answers: Callable[[], None]) -> None:
        self._calls = calls
        self._answers = answers
        self._kept: list[_Kept] = []
        self._live: dict[str, _Kept] = {}
        self._by_ref: dict[Ref, _Kept] = {}
        self._holds: dict[str, Hold] = {}

    def keep(self, change: Change | RequestChange) -> None:
        closed = change.closed
        for value in change.values:
            record = change.record_of(value.ref)
            self._add(record, value, closed.get(record.id))
        for record_id, at in closed.items():
            if kept := self._live.get(record_id):
                kept.since = kept.since or at

    def keep_open(self, record: str) -> None:
        if kept := self._live.get(record):
            kept.since = None

    def has(self, refs: set[Ref]) -> bool:
        return not self._by_ref.keys().isdisjoint(refs)

    def text(self, ref: Ref) -> str | None:
        """None of one that there never was, and of one that was destroyed."""
        kept = self._by_ref.get(ref)
        value = kept.values.get(ref) if kept else None
        return value.value if value else None

    def refs_of(self, value: str) -> dict[Ref, CallId]:
        return {
            ref: kept.record.call
            for kept in self._kept
            for ref, known in kept.values.items()
            if known.value == value and known.kind in ("phone", "receipt") and kept.record.call
        }

    async def due(self, schedule: PrivacyFile, now: datetime, limit: int) -> Sequence[Due]:
        self._answers()
        held = self._held()
        due = self._in_order(lambda kept: is_due(self._closed(kept), schedule, held=(), now=now))
        return [self._told(kept, schedule, held) for kept in due[:limit]]

    async def dispose(self, schedule: PrivacyFile, now: datetime, limit: int) -> Sequence[Disposition]:
        self._answers()
        held = self._held()
        due = self._in_order(lambda kept: is_due(self._closed(kept), schedule, held=held, now=now))
        return [self._destroy(kept, schedule, now) for kept in due[:limit]]

    async def disposed(self, refs: Sequence[Ref]) -> dict[Ref, Disposition]:
        self._answers()
        found = {ref: self._by_ref[ref].disposed for ref in refs if ref in self._by_ref}
        return {ref: disposed for ref, disposed in found.items() if disposed}

    async def dispositions(self, call: CallId) -> Sequence[Disposition]:
        self._answers()
        every = [kept.disposed for kept in self._kept if kept.disposed]
        return sorted((d for d in every if d.record.call == call), key=lambda d: (d.at, d.record.id))

    async def hold(self, hold: Hold, values: Sequence[Value]) -> None:
        self._answers()
        if hold.id in self._holds:
            raise Conflict(f"there is a hold {hold.id} already")
        self._holds[hold.id] = hold
        self._add_to_hold(hold.id, values)

    async def release(self, hold: str, released: Released, values: Sequence[Value]) -> None:
        self._answers()
        standing = self._holds.get(hold)
        if standing is None or standing.released:
            raise NoSuchHold(hold)
        self._holds[hold] = replace(standing, released=released)
        self._add_to_hold(hold, values)

    async def holds(self) -> Sequence[Hold]:
        self._answers()
        return sorted(self._holds.values(), key=lambda hold: (hold.at, hold.id))

    async def calls_held(self, hold: str) -> int:
        self._answers()
        found = self._holds.get(hold)
        return len(self._calls_of([found]) - {CallId("")}) if found else 0

    async def is_held(self, call: CallId) -> bool:
        self._answers()
        return call in self._held()

    def _add(self, record: Record, value: Value, since: datetime | None) -> None:
        kept = self._live.get(record.id)
        if kept is None:
            kept = self._live[record.id] = _Kept(record, since)
            self._kept.append(kept)
        kept.values[value.ref] = value
        self._by_ref[value.ref] = kept

    def _add_to_hold(self, hold: str, values: Sequence[Value]) -> None:
        for value in values:
            self._add(Record(hold, "hold", CallId("")), value, None)

    def _held(self) -> set[CallId]:
        return self._calls_of([hold for hold in self._holds.values() if not hold.released])

    def _calls_of(self, holds: Sequence[Hold]) -> set[CallId]:
        numbers = {self.text(hold.number) for hold in holds if hold.number}
        by_number = {
            kept.record.call
            for kept in self._kept
            if numbers & {value.value for value in kept.values.values() if value.kind in LOOKED_UP}
        }
        return by_number | {hold.call for hold in holds if hold.call}

    def _closed(self, kept: _Kept) -> Closed:
        call = self._calls.get(kept.record.call)
        going_on = call is not None and (call.phase != "ended" or bool(call.alert))
        return Closed(kept.record, kept.since, going_on)

    def _in_order(self, which: Callable[[_Kept], bool]) -> list[_Kept]:
        """Series by series, the oldest first."""
        found = [(kept.since, kept) for kept in self._live.values() if kept.since and which(kept)]
        series: dict[str, int] = {name: nth for nth, name in enumerate(SERIES)}
        found.sort(key=lambda each: (series[each[1].record.series], each[0], each[1].record.id))
        return [kept for _, kept in found]

    def _told(self, kept: _Kept, schedule: PrivacyFile, held: set[CallId]) -> Due:
        at = schedule.due_at(self._closed(kept))
        assert at
        assert kept.since
        return Due(kept.record, kept.since, at, kept.record.call in held)

    def _destroy(self, kept: _Kept, schedule: PrivacyFile, now: datetime) -> Disposition:
        by = schedule.of(kept.record.series)
        assert by
        kept.disposed = Disposition(
            record=kept.record, at=now, authority=by.authority, values=len(kept.values)
        )
        kept.values.clear()
        del self._live[kept.record.id]
        return kept.disposed
