"""What agents typed when they moved a call, or listened to one, is a value like any other: sealed, and
destroyed with the key of its call."""

import secrets
from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple

import msgspec
import sqlalchemy as sa
from alembic import context, op

from tierline.store.keyring import key_id, wrapped_key
from tierline.store.master_key import MasterKeys
from tierline.store.sealing import Key, new_secret

revision = "0016"
down_revision = "0015"

_TYPED = {
    "TransferAsked": "reason",
    "ConsultAsked": "reason",
    "HandedOn": "reason",
    "GivenBack": "reason",
    "SupervisionAsked": "reason",
    "RefusedBySystem": "why",
}
_REPEATS = ("handed on: ", "given back: ")
"""So began the reason why a caller waited, and went on with what was typed."""
_ALL = (*_TYPED, "Queued", "QueuePutOff", "HistoryLost")

_JSON = dict[str, Any]


class _KeyOfCall(NamedTuple):
    """No `key` where it was destroyed."""

    id: str
    key: Key | None


def upgrade() -> None:
    masters: MasterKeys = context.config.attributes["masters"]
    connection = op.get_bind()
    told = sa.text(
        "SELECT e.call, e.seq, e.type, e.body, c.ended_at, c.practice FROM call_events e"
        " JOIN calls c ON c.id = e.call WHERE e.type IN :types ORDER BY e.call, e.seq"
    ).bindparams(sa.bindparam("types", value=_ALL, expanding=True))
    of, key = "", _KeyOfCall("", None)
    for row in connection.execute(told.columns(ended_at=sa.DateTime(timezone=True))).all():
        body = msgspec.json.decode(row.body)
        before = msgspec.json.encode(body)
        for holder, name in _typed_in(row.type, body):
            if row.call != of:
                of, key = row.call, _key_of(connection, masters, row.call, row.ended_at, row.practice)
            holder[name] = _sealed(connection, key, holder[name]) if holder[name] else None
        _cut(row.type, body)
        if msgspec.json.encode(body) != before:
            written = sa.text("UPDATE call_events SET body = :body WHERE call = :call AND seq = :seq")
            changed = {"body": msgspec.json.encode(body).decode(), "call": row.call, "seq": row.seq}
            connection.execute(written, changed)
    # What a state says is folded again from the events.
    op.execute("UPDATE calls SET state = '', schema = 0 WHERE state LIKE '%reason%'")


def _typed_in(kind: str, body: _JSON) -> Iterator[tuple[_JSON, str]]:
    if kind in _TYPED:
        yield body, _TYPED[kind]
    elif kind == "HistoryLost":
        state = body["state"]
        yield from ((state[part], "reason") for part in ("transfer", "handed") if state.get(part))


def _cut(kind: str, body: _JSON) -> None:
    waits = body if kind in ("Queued", "QueuePutOff") else (body.get("state") or {}).get("put_off")
    for repeats in _REPEATS:
        if waits and waits["reason"].startswith(repeats):
            waits["reason"] = repeats.removesuffix(": ")


def _sealed(connection: sa.Connection, key: _KeyOfCall, typed: str) -> str:
    ref = f"reason-{secrets.token_hex(8)}"
    sealed = key.key.seal(typed.encode(), ref) if key.key else None
    add = sa.text("INSERT INTO vault (ref, kind, key, sealed) VALUES (:ref, 'reason', :key, :sealed)")
    connection.execute(add, {"ref": ref, "key": key.id, "sealed": sealed})
    return ref


def _key_of(
    connection: sa.Connection, masters: MasterKeys, call: str, ended_at: datetime | None, practice: str | None
) -> _KeyOfCall:
    """Made for a call that had no value until now."""
    # One that is live before those that were destroyed.
    asked = "SELECT id, wrapped, master FROM vault_keys WHERE record = :call ORDER BY wrapped IS NULL"
    found = connection.execute(sa.text(asked), {"call": call}).first()
    if found:
        opened = masters.unwrap(found.wrapped, found.id, found.master) if found.wrapped else None
        return _KeyOfCall(found.id, Key(opened) if opened else None)
    secret = new_secret()
    row = wrapped_key(masters, key_id(secret), secret) | {
        "record": call,
        "series": "practice" if practice else "call",
        "call": call,
        "since": ended_at,
    }
    keys = sa.table(
        "vault_keys",
        *(sa.column(name) for name in ("id", "record", "series", "call", "wrapped", "master")),
        sa.column("since", sa.DateTime(timezone=True)),
    )
    connection.execute(sa.insert(keys).values(row))
    return _KeyOfCall(key_id(secret), Key(secret))
