"""A Service Request is its events, as a call is."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import msgspec
import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"

_JSON = dict[str, Any]


def upgrade() -> None:
    before = op.get_bind().execute(sa.text("SELECT body FROM requests ORDER BY created_at")).scalars().all()
    op.drop_table("requests")
    requests, events = _make_tables()
    for body in before:
        request = msgspec.json.decode(body)
        told = [_row(request, seq, at, event) for seq, (at, event) in enumerate(_told(request), start=1)]
        # The state is folded from the events when it is read.
        op.bulk_insert(requests, [_state(request, len(told))])
        op.bulk_insert(events, told)


def _make_tables() -> tuple[sa.Table, sa.Table]:
    requests = op.create_table(
        "requests",
        sa.Column("number", sa.String),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("office", sa.String, nullable=False),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("priority", sa.Boolean, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("receipt", sa.String),
        sa.Column("schema", sa.Integer, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_requests"),
    )
    op.create_index("ix_requests_office_created_at", "requests", ["office", "created_at"])
    op.create_index("ix_requests_receipt", "requests", ["receipt"])
    events = op.create_table(
        "request_events",
        sa.Column("request", sa.String),
        sa.Column("seq", sa.Integer, autoincrement=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("type", sa.String, nullable=False),
        sa.Column("key", sa.String),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("request", "seq", name="pk_request_events"),
        sa.UniqueConstraint("key", name="uq_request_events_key"),
        sa.ForeignKeyConstraint(["request"], ["requests.number"], name="fk_request_events_request_requests"),
    )
    return requests, events


def _told(request: _JSON) -> Iterator[tuple[str, _JSON]]:
    """Each with its moment. A request had a history of three kinds of entry, the first of its making."""
    first, *later = request["history"] or [{"office": request["office"], "because": request["because"]}]
    same = ("call", "key", "kind", "priority", "receipt", "facts")
    # Where the agency is, it may still have been the day before.
    days = (date.fromisoformat(request["due"]) - datetime.fromisoformat(request["created_at"]).date()).days
    yield (
        request["created_at"],
        {"type": "RequestMade", "by": request["created_by"], **{name: request[name] for name in same}}
        | {"office": first["office"], "because": first.get("because", [])}
        | {"target": {"calendar_days": max(1, days)}},
    )
    for entry in later:
        if entry["what"] == "rerouted":
            sent = {"type": "Rerouted", "by": entry["by"], "office": entry["office"]}
            yield entry["at"], sent | {"because": entry.get("because", [])}
        else:
            words = entry.get("words")
            yield entry["at"], {"type": "Replied", "by": entry["by"], "stage": "final", "words": words}


def _row(request: _JSON, seq: int, at: str, event: _JSON) -> _JSON:
    return {
        "request": request["number"],
        "seq": seq,
        "at": datetime.fromisoformat(at),
        "type": event["type"],
        "key": event.get("key"),
        "body": msgspec.json.encode(event).decode(),
    }


def _state(request: _JSON, seq: int) -> _JSON:
    return {
        "number": request["number"],
        "seq": seq,
        "office": request["office"],
        "status": request["status"],
        "priority": request["priority"],
        "created_at": datetime.fromisoformat(request["created_at"]),
        "receipt": request["receipt"],
        "schema": 0,
        "state": "",
    }
