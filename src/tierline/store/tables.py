"""The tables. What must be unique is unique here, in the database itself, whoever writes."""

from datetime import UTC, datetime

import sqlalchemy as sa
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator


class Moment(TypeDecorator[datetime]):
    """An aware UTC moment, also where the database knows no time zones."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None or value.tzinfo is not None:
            return value
        return value.replace(tzinfo=UTC)


metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

calls = sa.Table(
    "calls",
    metadata,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("seq", sa.Integer, nullable=False),
    sa.Column("phase", sa.String, nullable=False),
    sa.Column("arrived_at", Moment, nullable=False),
    sa.Column("ended_at", Moment, index=True),
    sa.Column("schema", sa.Integer, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("walk", sa.String, sa.ForeignKey("walks.id")),
    sa.Column("alert", sa.Boolean),
    sa.Column("caller", sa.String, index=True),
    sa.Column("practice", sa.String),
    sa.Column("awaits_contact", sa.Boolean),
    # The calls of a day are counted by their walks in this index alone.
    sa.Index(None, "arrived_at", "walk"),
    sa.Index(None, "alert"),
    sa.Index(None, "awaits_contact"),
    sa.Index(None, "practice", "arrived_at"),
)

walks = sa.Table(
    "walks",
    metadata,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("agency", sa.String, nullable=False),
    sa.Column("marks", sa.Text, nullable=False),
)

WITHOUT_SCRIPT = sa.text("type IN ('NoScriptFits', 'QuestionNoted')")
"""In these words, so that the index of the few such events is used."""

OF_REVIEWS = sa.text("type IN ('Reviewed', 'CorrectionSeen', 'CorrectionPassedOn')")
"""The same for these."""

call_events = sa.Table(
    "call_events",
    metadata,
    sa.Column("call", sa.String, sa.ForeignKey("calls.id"), primary_key=True),
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("at", Moment, nullable=False),
    sa.Column("type", sa.String, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
    sa.Index(None, "at", sqlite_where=WITHOUT_SCRIPT, postgresql_where=WITHOUT_SCRIPT),
    sa.Index("ix_call_events_of_reviews", "at", sqlite_where=OF_REVIEWS, postgresql_where=OF_REVIEWS),
)

reservations = sa.Table(
    "reservations",
    metadata,
    sa.Column("call", sa.String, sa.ForeignKey("calls.id"), primary_key=True),
    sa.Column("agent", sa.String, nullable=False, unique=True),
    sa.Column("epoch", sa.Integer, sa.ForeignKey("epoch.current", onupdate="CASCADE"), nullable=False),
)

epoch = sa.Table(
    "epoch",
    metadata,
    sa.Column("only", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("current", sa.Integer, nullable=False, unique=True),
)

LIVE = sa.text("wrapped IS NOT NULL")
"""Keys that have not been destroyed."""

vault_keys = sa.Table(
    "vault_keys",
    metadata,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("record", sa.String, nullable=False),
    sa.Column("series", sa.String, nullable=False),
    sa.Column("call", sa.String, nullable=False),
    # When the time for which the record is kept began; none while it is open.
    sa.Column("since", Moment),
    sa.Column("wrapped", sa.LargeBinary),
    sa.Column("master", sa.String, nullable=False),
    sa.Index("uq_vault_keys_record", "record", unique=True, sqlite_where=LIVE, postgresql_where=LIVE),
    sa.Index(None, "series", "since", sqlite_where=LIVE, postgresql_where=LIVE),
)

MARKED = sa.text("mark IS NOT NULL")

vault = sa.Table(
    "vault",
    metadata,
    sa.Column("ref", sa.String, primary_key=True),
    sa.Column("kind", sa.String, nullable=False),
    sa.Column("key", sa.String, sa.ForeignKey("vault_keys.id")),
    sa.Column("sealed", sa.LargeBinary),
    # Equal for equal values of the kinds that are looked up, and for nobody without the index key.
    sa.Column("mark", sa.LargeBinary),
    # Of a caller's number: when somebody last answered that call. The few newest of a number that has rung
    # thousands of times are found in the index, without a look at the others.
    sa.Column("answered_at", Moment),
    sa.Index(None, "key"),
    sa.Index(None, "mark", "answered_at", sqlite_where=MARKED, postgresql_where=MARKED),
)

accesses = sa.Table(
    "accesses",
    metadata,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("at", Moment, nullable=False),
    sa.Column("call", sa.String, sa.ForeignKey("calls.id")),
    sa.Column("body", sa.Text, nullable=False),
    sa.Index(None, "call", "at"),
)

dispositions = sa.Table(
    "dispositions",
    metadata,
    sa.Column("key", sa.String, sa.ForeignKey("vault_keys.id"), primary_key=True),
    sa.Column("record", sa.String, nullable=False),
    sa.Column("series", sa.String, nullable=False),
    sa.Column("call", sa.String, nullable=False, index=True),
    sa.Column("at", Moment, nullable=False),
    sa.Column("authority", sa.String, nullable=False),
    sa.Column("values", sa.Integer, nullable=False),
)

holds = sa.Table(
    "holds",
    metadata,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("about", sa.String, nullable=False),
    sa.Column("call", sa.String),
    sa.Column("number", sa.String, sa.ForeignKey("vault.ref")),
    sa.Column("matter", sa.String, sa.ForeignKey("vault.ref"), nullable=False),
    sa.Column("why", sa.String, sa.ForeignKey("vault.ref"), nullable=False),
    sa.Column("by", sa.String, nullable=False),
    sa.Column("at", Moment, nullable=False),
    sa.Column("released_at", Moment),
    sa.Column("released_by", sa.String),
    sa.Column("released_why", sa.String, sa.ForeignKey("vault.ref")),
)

outbox = sa.Table(
    "outbox",
    metadata,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("call", sa.String, sa.ForeignKey("calls.id"), nullable=False, index=True),
    sa.Column("channel", sa.String, nullable=False),
    sa.Column("to", sa.String, sa.ForeignKey("vault.ref"), nullable=False),
    sa.Column("text", sa.String, sa.ForeignKey("vault.ref"), nullable=False),
    sa.Column("created_at", Moment, nullable=False, index=True),
    sa.Column("due_at", Moment, nullable=False),
    sa.Column("status", sa.String, nullable=False),
    sa.Column("tries", sa.Integer, nullable=False),
    sa.Column("why", sa.String, nullable=False),
    sa.Column("settled_at", Moment),
    sa.Index(None, "status", "due_at"),
)

credentials = sa.Table(
    "credentials",
    metadata,
    sa.Column("user", sa.String, primary_key=True),
    sa.Column("password_hash", sa.String, nullable=False),
)

sessions = sa.Table(
    "sessions",
    metadata,
    sa.Column("token_hash", sa.String, primary_key=True),
    sa.Column("user", sa.String, nullable=False),
    sa.Column("until", Moment, nullable=False),
)

duties = sa.Table(
    "duties",
    metadata,
    sa.Column("agent", sa.String, primary_key=True),
    sa.Column("body", sa.Text, nullable=False),
)

agent_states = sa.Table(
    "agent_states",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("agent", sa.String, nullable=False),
    sa.Column("since", Moment, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
    sa.Index(None, "agent", "since"),
)

bundles = sa.Table("bundles", metadata, sa.Column("version", sa.String, primary_key=True))

bundle_contents = sa.Table(
    "bundle_contents",
    metadata,
    sa.Column("sha256", sa.String, primary_key=True),
    sa.Column("size", sa.Integer, nullable=False),
    sa.Column("content", sa.LargeBinary, nullable=False),
)

bundle_files = sa.Table(
    "bundle_files",
    metadata,
    sa.Column("version", sa.String, sa.ForeignKey("bundles.version"), primary_key=True),
    sa.Column("name", sa.String, primary_key=True),
    sa.Column("sha256", sa.String, sa.ForeignKey("bundle_contents.sha256"), nullable=False),
)

publications = sa.Table(
    "publications",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("version", sa.String, sa.ForeignKey("bundles.version"), nullable=False),
    sa.Column("at", Moment, nullable=False),
    sa.Column("by", sa.String, nullable=False),
    sa.Column("note", sa.String, nullable=False),
)

script_entries = sa.Table(
    "script_entries",
    metadata,
    sa.Column("script", sa.String, primary_key=True),
    sa.Column("seq", sa.Integer, nullable=False),
    sa.Column("changed", sa.Integer, nullable=False, unique=True),
    sa.Column("state", sa.Text, nullable=False),
)

script_events = sa.Table(
    "script_events",
    metadata,
    sa.Column("script", sa.String, sa.ForeignKey("script_entries.script"), primary_key=True),
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("at", Moment, nullable=False),
    sa.Column("by", sa.String, nullable=False),
    sa.Column("type", sa.String, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
)

script_versions = sa.Table(
    "script_versions",
    metadata,
    sa.Column("script", sa.String, sa.ForeignKey("script_entries.script"), primary_key=True),
    sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("author", sa.String, nullable=False),
    sa.Column("approver", sa.String, nullable=False),
    sa.Column("withdrawn", sa.Boolean, nullable=False),
    sa.CheckConstraint("author <> approver", name="ck_script_versions_somebody_else"),
)
