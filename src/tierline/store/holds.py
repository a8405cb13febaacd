"""Legal holds over SQL. What they are about is sealed like any other personal value, under a key of their
own, and found by its mark."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from tierline.calls.names import CallId, Ref
from tierline.ports.store import Value
from tierline.privacy.hold import Hold, Released
from tierline.privacy.record import Record
from tierline.store import tables as t
from tierline.store.keyring import Keyring
from tierline.store.vault import sealed_row

_H = t.holds.c


def held_calls() -> sa.CompoundSelect[Any]:
    """Whose values are kept."""
    return _calls(_H.released_at.is_(None))


def count(hold: str) -> sa.Select[Any]:
    """Of the calls that it is about. A hold's own values belong to no call."""
    found = _calls(_H.id == hold).subquery()
    call = found.c[0]
    return sa.select(sa.func.count(sa.distinct(call))).where(call != "")


def _calls(which: sa.ColumnElement[bool]) -> sa.CompoundSelect[Any]:
    """Those named, and those in which a number is that these holds are about."""
    about, held, key = t.vault.alias("about"), t.vault.alias("held"), t.vault_keys.alias("key")
    named = sa.select(_H.call).where(which, _H.call.is_not(None))
    by_number = (
        sa.select(key.c.call)
        .select_from(t.holds)
        .join(about, about.c.ref == _H.number)
        .join(held, held.c.mark == about.c.mark)
        .join(key, key.c.id == held.c.key)
        .where(which)
    )
    return sa.union_all(named, by_number)


def add(connection: sa.Connection, keys: Keyring, hold: Hold, values: Sequence[Value]) -> None:
    _seal(connection, keys, hold.id, values)
    connection.execute(sa.insert(t.holds), _row(hold))


def release(
    connection: sa.Connection, keys: Keyring, hold: str, released: Released, values: Sequence[Value]
) -> bool:
    """False where there is none, or it was released before."""
    standing = sa.select(_H.id).where(_H.id == hold, _H.released_at.is_(None))
    if connection.scalar(standing) is None:
        return False
    _seal(connection, keys, hold, values)
    changed = {"released_at": released.at, "released_by": released.by, "released_why": released.why}
    connection.execute(sa.update(t.holds).where(_H.id == hold).values(**changed))
    return True


def all_of_them() -> sa.Select[Any]:
    return sa.select(t.holds).order_by(_H.at, _H.id)


def hold_of(row: sa.Row[Any]) -> Hold:
    released = Released(row.released_at, row.released_by, Ref(row.released_why)) if row.released_at else None
    return Hold(
        id=row.id,
        about=row.about,
        call=CallId(row.call) if row.call else None,
        number=Ref(row.number) if row.number else None,
        matter=Ref(row.matter),
        why=Ref(row.why),
        by=row.by,
        at=row.at,
        released=released,
    )


def _row(hold: Hold) -> dict[str, object]:
    return {
        "id": hold.id,
        "about": hold.about,
        "call": hold.call,
        "number": hold.number,
        "matter": hold.matter,
        "why": hold.why,
        "by": hold.by,
        "at": hold.at,
    }


def _seal(connection: sa.Connection, keys: Keyring, hold: str, values: Sequence[Value]) -> None:
    if not values:
        return
    key = keys.of(connection, Record(hold, "hold", CallId("")), since=None, new=False)
    connection.execute(sa.insert(t.vault), [sealed_row(keys, key, value) for value in values])
