"""Who looked at whose record, and of which call each personal value is: a person is found by value."""

import json
import re
from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0013"

_REF = re.compile(r"[a-z_]+-[0-9a-f]{16}")


def upgrade() -> None:
    op.create_table(
        "accesses",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("call", sa.String, sa.ForeignKey("calls.id")),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index("ix_accesses_call_at", "accesses", ["call", "at"])
    op.add_column("vault", sa.Column("call", sa.String))
    _fill_in(op.get_bind())
    people = sa.text("kind IN ('phone', 'receipt')")
    op.create_index("ix_vault_people", "vault", ["value"], sqlite_where=people, postgresql_where=people)


def _fill_in(connection: sa.Connection) -> None:
    """From what refers to each value: an event of its call, or a request of it."""
    told = "SELECT call, body FROM call_events"
    made = "SELECT json_extract(body, '$.call'), body FROM requests"
    made = made if connection.dialect.name == "sqlite" else "SELECT body::json->>'call', body FROM requests"
    for rows in (told, made):
        # Never all of them in memory: they are all that ever happened.
        found = connection.execute(sa.text(rows), execution_options={"yield_per": 1000})
        for part in found.partitions():
            of = [{"ref": ref, "of": call} for call, body in part for ref in _refs(json.loads(body))]
            if of:
                connection.execute(sa.text("UPDATE vault SET call = :of WHERE ref = :ref"), of)


def _refs(body: object) -> Iterator[str]:
    match body:
        case str() if _REF.fullmatch(body):
            yield body
        case dict():
            for value in body.values():
                yield from _refs(value)
        case list():
            for value in body:
                yield from _refs(value)
