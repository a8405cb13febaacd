"""Personal values over SQL: each sealed under the key of its record, to be opened only in its own place."""

from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa
import structlog

from tierline.calls.names import Ref
from tierline.ports.store import Change, RequestChange, Value
from tierline.ports.value import LOOKED_UP
from tierline.store import rows
from tierline.store import tables as t
from tierline.store.keyring import Keyring, Opened
from tierline.store.sealing import Key, Unreadable

log = structlog.get_logger()

_OF: sa.BindParameter[str] = sa.bindparam("of")
_ADD = sa.insert(t.vault)
_CLOSE = (
    sa.update(t.vault_keys)
    .where(t.vault_keys.c.record == _OF, t.vault_keys.c.since.is_(None))
    .values(since=sa.bindparam("at"))
)

_OPEN_AGAIN = (
    sa.update(t.vault_keys).where(t.vault_keys.c.record == _OF, t.vault_keys.c.wrapped.is_not(None))
).values(since=None)


def keep(connection: sa.Connection, ring: Keyring, change: Change | RequestChange) -> dict[str, Opened]:
    """The change's values, and from when on the records that it closes are kept. Gives the keys by record,
    to be remembered once they are durable."""
    closed = change.closed
    keys: dict[str, Opened] = {}
    sealed: list[rows.Fields] = []
    for value in change.values:
        record = change.record_of(value.ref)
        if record.id not in keys:
            new = change.begins(record)
            keys[record.id] = ring.of(connection, record, since=closed.get(record.id), new=new)
        sealed.append(sealed_row(ring, keys[record.id], value))
    if sealed:
        connection.execute(_ADD, sealed)
    for record_id, at in closed.items():
        connection.execute(_CLOSE, {"of": record_id, "at": at})
        keys.pop(record_id, None)
    return keys


def keep_open(connection: sa.Connection, record: str) -> None:
    """One that was closed: the time for which it is kept begins when it is closed again."""
    connection.execute(_OPEN_AGAIN, {"of": record})


def sealed_row(ring: Keyring, by: Opened, value: Value) -> rows.Fields:
    return {
        "ref": value.ref,
        "kind": value.kind,
        "key": by.id,
        "sealed": by.key.seal(value.value.encode(), value.ref),
        "mark": ring.mark(value.value) if value.kind in LOOKED_UP else None,
    }


def wanted(refs: Sequence[Ref]) -> sa.Select[Any]:
    v, k = t.vault.c, t.vault_keys.c
    asked = sa.select(v.ref, v.sealed, v.key, k.wrapped, k.master).join(t.vault_keys, k.id == v.key)
    return asked.where(v.ref.in_(refs), k.wrapped.is_not(None))


def opened(ring: Keyring, found: Iterable[sa.Row[Any]]) -> dict[Ref, str]:
    """What was changed by others than us is left out, and logged."""
    keys: dict[str, Key] = {}
    values: dict[Ref, str] = {}
    for row in found:
        try:
            if row.key not in keys:
                keys[row.key] = ring.opened(row.key, row.wrapped, row.master)
            values[Ref(row.ref)] = keys[row.key].open(row.sealed, row.ref).decode()
        except Unreadable:
            log.error("a personal value was changed in the database, and is not shown", ref=row.ref)
    return values
