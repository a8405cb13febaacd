"""Scripts of the library over SQL: each with its events, its state, and a row for every version of it."""

from collections.abc import Sequence

import msgspec
import sqlalchemy as sa

from tierline.calls.names import AgentId
from tierline.ports.script_library import Changed, ScriptLibrary
from tierline.ports.store import Conflict
from tierline.scripts.library import Approved, Entry, LibraryEvent, Noted, Withdrawn
from tierline.store import tables as t
from tierline.store.database import Database

_entry = msgspec.json.Decoder(Entry)
_event = msgspec.json.Decoder(LibraryEvent)


class SqlScriptLibrary(ScriptLibrary):
    def __init__(self, database: Database) -> None:
        self._database = database

    async def entry(self, script: str) -> Entry | None:
        wanted = sa.select(t.script_entries.c.state).where(t.script_entries.c.script == script)
        async with self._database.reading() as connection:
            found = (await connection.execute(wanted)).first()
        return _entry.decode(found.state) if found else None

    async def changed_since(self, as_of: int) -> Changed:
        e = t.script_entries.c
        wanted = sa.select(e.state, e.changed).where(e.changed > as_of).order_by(e.changed)
        async with self._database.reading() as connection:
            found = (await connection.execute(wanted)).all()
        entries = tuple(_entry.decode(row.state) for row in found)
        return Changed(found[-1].changed if found else as_of, entries)

    async def commit(self, entry: Entry, noted: Sequence[Noted]) -> None:
        await self._database.write(lambda connection: _commit(connection, entry, noted))

    async def history(self, script: str) -> Sequence[Noted]:
        wanted = sa.select(t.script_events).where(t.script_events.c.script == script)
        async with self._database.reading() as connection:
            found = await connection.execute(wanted.order_by(t.script_events.c.seq))
            return [
                Noted(
                    script=row.script,
                    seq=row.seq,
                    at=row.at,
                    by=AgentId(row.by),
                    event=_event.decode(row.body),
                )
                for row in found
            ]


def _commit(connection: sa.Connection, entry: Entry, noted: Sequence[Noted]) -> None:
    _advance(connection, entry, noted[0].seq - 1)
    connection.execute(sa.insert(t.script_events), [_row(one) for one in noted])
    for one in noted:
        if isinstance(one.event, Approved):
            _approve(connection, one.event)
        elif isinstance(one.event, Withdrawn):
            _withdraw(connection, one.event)


def _advance(connection: sa.Connection, entry: Entry, before: int) -> None:
    e = t.script_entries
    last = connection.execute(sa.select(sa.func.max(e.c.changed))).scalar() or 0
    row = {"seq": entry.seq, "changed": last + 1, "state": _text(entry)}
    if before == 0:
        connection.execute(sa.insert(e).values(script=entry.id, **row))
        return
    moved = connection.execute(sa.update(e).where(e.c.script == entry.id, e.c.seq == before).values(**row))
    if moved.rowcount != 1:
        raise Conflict(f"script {entry.id} does not stand at event {before} any more")


def _approve(connection: sa.Connection, approved: Approved) -> None:
    script = approved.script
    row = {"author": script.author, "approver": script.approver, "withdrawn": False}
    connection.execute(sa.insert(t.script_versions).values(script=script.id, version=script.version, **row))


def _withdraw(connection: sa.Connection, withdrawn: Withdrawn) -> None:
    """One of the files has no row here."""
    v, script = t.script_versions, withdrawn.script
    named = (v.c.script == script.id, v.c.version == script.version)
    connection.execute(sa.update(v).where(*named).values(withdrawn=True))


def _row(noted: Noted) -> dict[str, object]:
    return {
        "script": noted.script,
        "seq": noted.seq,
        "at": noted.at,
        "by": noted.by,
        "type": type(noted.event).__name__,
        "body": _text(noted.event),
    }


def _text(value: object) -> str:
    return msgspec.json.encode(value).decode()
