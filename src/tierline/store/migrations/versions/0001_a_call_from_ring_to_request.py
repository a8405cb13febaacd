"""A call, from its first ring to a routed Service Request."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    _calls()
    _requests()
    _people()


def _calls() -> None:
    op.create_table(
        "calls",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("phase", sa.String, nullable=False),
        sa.Column("arrived_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True)),
        sa.Column("schema", sa.Integer, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
    )
    op.create_index("ix_calls_arrived_at", "calls", ["arrived_at"])
    op.create_index("ix_calls_ended_at", "calls", ["ended_at"])
    op.create_table(
        "call_events",
        sa.Column("call", sa.String, sa.ForeignKey("calls.id"), primary_key=True),
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("type", sa.String, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "reservations",
        sa.Column("call", sa.String, sa.ForeignKey("calls.id"), primary_key=True),
        sa.Column("agent", sa.String, nullable=False, unique=True),
    )
    op.create_table(
        "vault",
        sa.Column("ref", sa.String, primary_key=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
    )


def _requests() -> None:
    op.create_table(
        "requests",
        sa.Column("number", sa.String, primary_key=True),
        sa.Column("key", sa.String, unique=True),
        sa.Column("office", sa.String, nullable=False),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("priority", sa.Boolean, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index("ix_requests_office_created_at", "requests", ["office", "created_at"])
    serial = op.create_table(
        "request_serial",
        sa.Column("only", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("last", sa.Integer, nullable=False),
    )
    op.bulk_insert(serial, [{"only": 1, "last": 0}])


def _people() -> None:
    op.create_table(
        "credentials",
        sa.Column("user", sa.String, primary_key=True),
        sa.Column("password_hash", sa.String, nullable=False),
    )
    op.create_table(
        "sessions",
        sa.Column("token_hash", sa.String, primary_key=True),
        sa.Column("user", sa.String, nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
    )
