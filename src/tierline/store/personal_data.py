"""Keeping and destroying personal values over SQL."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from tierline.calls.names import CallId, Ref
from tierline.ports.personal_data import Due, NoSuchHold, PersonalData
from tierline.ports.store import Value
from tierline.privacy.hold import Hold, Released
from tierline.privacy.record import Disposition, Record
from tierline.privacy.schedule import SERIES, PrivacyFile
from tierline.store import holds
from tierline.store import tables as t
from tierline.store.database import Database

_K = t.vault_keys.c
_OF: sa.BindParameter[str] = sa.bindparam("of")
# A call that is not on record has not ended: there are none but of what an upgrade found without one.
_ITS_CALL_IS_OPEN = (
    sa.select(t.calls.c.id)
    .where(t.calls.c.id == _K.call, sa.or_(t.calls.c.ended_at.is_(None), t.calls.c.alert.is_(True)))
    .exists()
)
_EMPTIED = sa.update(t.vault).where(t.vault.c.key == _OF).values(sealed=None, mark=None, answered_at=None)
_DESTROYED = sa.update(t.vault_keys).where(_K.id == _OF).values(wrapped=None)


class SqlPersonalData(PersonalData):
    def __init__(self, database: Database) -> None:
        self._database = database

    async def due(self, schedule: PrivacyFile, now: datetime, limit: int) -> Sequence[Due]:
        found: list[Due] = []
        async with self._database.reading() as connection:
            for series in SERIES:
                kept = schedule.of(series)
                if kept and (left := limit - len(found)):
                    days = timedelta(days=kept.days)
                    asked = _closed_until(series, now - days).add_columns(_K.call.in_(holds.held_calls()))
                    rows = await connection.execute(asked.limit(left))
                    found += [Due(_record(row), row.since, row.since + days, bool(row[-1])) for row in rows]
        return found

    async def dispose(self, schedule: PrivacyFile, now: datetime, limit: int) -> Sequence[Disposition]:
        done = await self._database.write(lambda connection: _dispose(connection, schedule, now, limit))
        if done and len(done) < limit:
            await self._database.empty_log()
        return done

    async def disposed(self, refs: Sequence[Ref]) -> dict[Ref, Disposition]:
        d = t.dispositions
        asked = sa.select(t.vault.c.ref, d).join(d, d.c.key == t.vault.c.key).where(t.vault.c.ref.in_(refs))
        return {Ref(row.ref): _disposition(row) for row in await self._all(asked)}

    async def dispositions(self, call: CallId) -> Sequence[Disposition]:
        d = t.dispositions
        found = await self._all(sa.select(d).where(d.c.call == call).order_by(d.c.at, d.c.record))
        return [_disposition(row) for row in found]

    async def hold(self, hold: Hold, values: Sequence[Value]) -> None:
        keys = self._database.keys
        await self._database.write(lambda connection: holds.add(connection, keys, hold, values))

    async def release(self, hold: str, released: Released, values: Sequence[Value]) -> None:
        keys = self._database.keys
        if not await self._database.write(
            lambda connection: holds.release(connection, keys, hold, released, values)
        ):
            raise NoSuchHold(hold)

    async def holds(self) -> Sequence[Hold]:
        return [holds.hold_of(row) for row in await self._all(holds.all_of_them())]

    async def calls_held(self, hold: str) -> int:
        [row] = await self._all(holds.count(hold))
        return int(row[0])

    async def is_held(self, call: CallId) -> bool:
        return bool(await self._all(sa.select(sa.literal(1)).where(sa.literal(call).in_(holds.held_calls()))))

    async def _all(self, select: sa.Select[*tuple[Any, ...]]) -> Sequence[sa.Row[Any]]:
        async with self._database.reading() as connection:
            return (await connection.execute(select)).all()


def _closed_until(series: str, since: datetime) -> sa.Select[Any]:
    closed = sa.select(_K.id, _K.record, _K.series, _K.call, _K.since).where(
        _K.wrapped.is_not(None), _K.series == series, _K.since <= since, ~_ITS_CALL_IS_OPEN
    )
    return closed.order_by(_K.since, _K.record)


def _dispose(
    connection: sa.Connection, schedule: PrivacyFile, now: datetime, limit: int
) -> list[Disposition]:
    done: list[Disposition] = []
    for series in SERIES:
        kept = schedule.of(series)
        if kept is None or len(done) >= limit:
            continue
        due = _closed_until(series, now - timedelta(days=kept.days)).where(_K.call.not_in(holds.held_calls()))
        for row in connection.execute(due.limit(limit - len(done))).all():
            done.append(_destroy(connection, row.id, _record(row), now, kept.authority))
    return done


def _destroy(
    connection: sa.Connection, key: str, record: Record, now: datetime, authority: str
) -> Disposition:
    """The key and what it sealed: a copy of the one elsewhere does not open a copy of the other here."""
    values = connection.execute(_EMPTIED, {"of": key}).rowcount
    connection.execute(_DESTROYED, {"of": key})
    disposition = Disposition(record=record, at=now, authority=authority, values=values)
    connection.execute(
        sa.insert(t.dispositions),
        {
            "key": key,
            "record": record.id,
            "series": record.series,
            "call": record.call,
            "at": now,
            "authority": authority,
            "values": values,
        },
    )
    return disposition


def _record(row: sa.Row[Any]) -> Record:
    return Record(row.record, row.series, CallId(row.call))


def _disposition(row: sa.Row[Any]) -> Disposition:
    values: int = row._mapping["values"]
    return Disposition(record=_record(row), at=row.at, authority=row.authority, values=values)
