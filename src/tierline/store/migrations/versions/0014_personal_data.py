"""Personal values are sealed, each under the key of its record; keys are wrapped by the master key. What was
destroyed, and what is held, is on record."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import NamedTuple

import msgspec
import sqlalchemy as sa
from alembic import context, op

from tierline.store.keyring import INDEX, key_id, mark, wrapped_key
from tierline.store.master_key import MasterKeys
from tierline.store.sealing import Key, new_secret

revision = "0014"
down_revision = "0013"

_LIVE = "wrapped IS NOT NULL"
_MARKED = "mark IS NOT NULL"
_LOOKED_UP = ("phone", "email", "receipt")
_WORDS = re.compile(r'"([^"\\]{1,100})"')
"""Of JSON; those among them that refer to values are looked up."""
_FEW = 500


class _Record(NamedTuple):
    id: str
    series: str
    call: str
    since: datetime | None


def upgrade() -> None:
    masters: MasterKeys = context.config.attributes["masters"]
    _make_keys_table()
    # Within the table, as rows of other tables refer to it: SQLite can neither add a column that may not be
    # empty nor let go of a table that is referred to.
    op.execute(
        "ALTER TABLE vault ADD COLUMN key VARCHAR"
        " CONSTRAINT fk_vault_key_vault_keys REFERENCES vault_keys (id)"
    )
    op.add_column("vault", sa.Column("sealed", sa.LargeBinary))
    op.add_column("vault", sa.Column("mark", sa.LargeBinary))
    connection = op.get_bind()
    index = new_secret()
    _keep_key(connection, masters, index, _Record(INDEX, INDEX, "", None))
    for record, refs in _records(connection):
        _seal(connection, masters, index, record, refs)
    op.drop_index("ix_vault_value_answered_at", "vault")
    op.drop_column("vault", "value")
    marked = sa.text(_MARKED)
    _make_tables_of_keeping()
    op.create_index("ix_vault_key", "vault", ["key"])
    op.create_index(
        "ix_vault_mark_answered_at",
        "vault",
        ["mark", "answered_at"],
        sqlite_where=marked,
        postgresql_where=marked,
    )


def _make_tables_of_keeping() -> None:
    op.create_table(
        "dispositions",
        sa.Column("key", sa.String),
        sa.Column("record", sa.String, nullable=False),
        sa.Column("series", sa.String, nullable=False),
        sa.Column("call", sa.String, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("authority", sa.String, nullable=False),
        sa.Column("values", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_dispositions"),
        sa.ForeignKeyConstraint(["key"], ["vault_keys.id"], name="fk_dispositions_key_vault_keys"),
    )
    op.create_index("ix_dispositions_call", "dispositions", ["call"])
    to_values = ("number", "matter", "why", "released_why")
    op.create_table(
        "holds",
        sa.Column("id", sa.String),
        sa.Column("about", sa.String, nullable=False),
        sa.Column("call", sa.String),
        sa.Column("number", sa.String),
        sa.Column("matter", sa.String, nullable=False),
        sa.Column("why", sa.String, nullable=False),
        sa.Column("by", sa.String, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("released_at", sa.DateTime(timezone=True)),
        sa.Column("released_by", sa.String),
        sa.Column("released_why", sa.String),
        sa.PrimaryKeyConstraint("id", name="pk_holds"),
        *(
            sa.ForeignKeyConstraint([name], ["vault.ref"], name=f"fk_holds_{name}_vault")
            for name in to_values
        ),
    )


def _make_keys_table() -> None:
    op.create_table(
        "vault_keys",
        sa.Column("id", sa.String),
        sa.Column("record", sa.String, nullable=False),
        sa.Column("series", sa.String, nullable=False),
        sa.Column("call", sa.String, nullable=False),
        sa.Column("since", sa.DateTime(timezone=True)),
        sa.Column("wrapped", sa.LargeBinary),
        sa.Column("master", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_vault_keys"),
    )
    live = sa.text(_LIVE)
    op.create_index(
        "uq_vault_keys_record",
        "vault_keys",
        ["record"],
        unique=True,
        sqlite_where=live,
        postgresql_where=live,
    )
    op.create_index(
        "ix_vault_keys_series_since",
        "vault_keys",
        ["series", "since"],
        sqlite_where=live,
        postgresql_where=live,
    )


def _records(connection: sa.Connection) -> Iterator[tuple[_Record, Iterable[str]]]:
    """Requests before the calls that they share values with: they are kept for longer. What nothing refers to
    comes last."""
    for number, body in connection.execute(sa.text("SELECT number, body FROM requests")).all():
        request = msgspec.json.decode(body)
        answers = [entry["at"] for entry in request.get("history", ()) if entry["what"] == "answered"]
        since = datetime.fromisoformat(answers[0]) if answers else None
        yield _Record(number, "request", request["call"], since), _WORDS.findall(body)
    asked = sa.text('SELECT id, call, "to", text, settled_at FROM outbox').columns(
        settled_at=sa.DateTime(timezone=True)
    )
    for row in connection.execute(asked).all():
        yield _Record(row.id, "message", row.call, row.settled_at), (row.to, row.text)
    yield from _calls(connection)
    left = connection.execute(sa.text("SELECT ref FROM vault WHERE key IS NULL")).scalars().all()
    if left:
        yield _Record("unreferenced", "call", "unreferenced", datetime.now(UTC)), left


def _calls(connection: sa.Connection) -> Iterator[tuple[_Record, Iterable[str]]]:
    asked = sa.text("SELECT id, ended_at, practice FROM calls").columns(ended_at=sa.DateTime(timezone=True))
    events = sa.text("SELECT body FROM call_events WHERE call = :call")
    for row in connection.execute(asked).all():
        bodies = connection.execute(events, {"call": row.id}).scalars()
        refs = {ref for body in bodies for ref in _WORDS.findall(body)}
        yield _Record(row.id, "practice" if row.practice else "call", row.id, row.ended_at), refs


def _seal(
    connection: sa.Connection, masters: MasterKeys, index: bytes, record: _Record, refs: Iterable[str]
) -> None:
    """Those that are not sealed yet."""
    asked = sa.text("SELECT ref, kind, value FROM vault WHERE key IS NULL AND ref IN :refs").bindparams(
        sa.bindparam("refs", expanding=True)
    )
    every = sorted(set(refs))
    pages = [every[at : at + _FEW] for at in range(0, len(every), _FEW)]
    found = [row for page in pages for row in connection.execute(asked, {"refs": page}).all()]
    if not found:
        return
    secret = new_secret()
    key = Key(secret)
    _keep_key(connection, masters, secret, record)
    sealed = [
        {
            "ref": row.ref,
            "key": key_id(secret),
            "sealed": key.seal(row.value.encode(), row.ref),
            "mark": mark(index, row.value) if row.kind in _LOOKED_UP else None,
        }
        for row in found
    ]
    written = "UPDATE vault SET key = :key, sealed = :sealed, mark = :mark, value = '' WHERE ref = :ref"
    connection.execute(sa.text(written), sealed)


def _keep_key(connection: sa.Connection, masters: MasterKeys, secret: bytes, record: _Record) -> None:
    keys = sa.table(
        "vault_keys",
        *(sa.column(name) for name in ("id", "record", "series", "call", "wrapped", "master")),
        sa.column("since", sa.DateTime(timezone=True)),
    )
    row = wrapped_key(masters, key_id(secret), secret) | {
        "record": record.id,
        "series": record.series,
        "call": record.call,
        "since": record.since,
    }
    connection.execute(sa.insert(keys).values(row))
