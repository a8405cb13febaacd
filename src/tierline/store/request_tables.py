"""The tables of Service Requests, beside the others."""

import sqlalchemy as sa

from tierline.store.tables import Moment, metadata

requests = sa.Table(
    "requests",
    metadata,
    sa.Column("number", sa.String, primary_key=True),
    sa.Column("seq", sa.Integer, nullable=False),
    sa.Column("office", sa.String, nullable=False),
    sa.Column("status", sa.String, nullable=False),
    sa.Column("priority", sa.Boolean, nullable=False),
    sa.Column("created_at", Moment, nullable=False),
    # What stands for the number of its case.
    sa.Column("receipt", sa.String, index=True),
    sa.Column("schema", sa.Integer, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Index(None, "office", "created_at"),
)

request_events = sa.Table(
    "request_events",
    metadata,
    sa.Column("request", sa.String, sa.ForeignKey("requests.number"), primary_key=True),
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("at", Moment, nullable=False),
    sa.Column("type", sa.String, nullable=False),
    # Of a submission: the same one, sent again, is refused by the database itself.
    sa.Column("key", sa.String, unique=True),
    sa.Column("body", sa.Text, nullable=False),
)

request_serial = sa.Table(
    "request_serial",
    metadata,
    sa.Column("only", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("last", sa.Integer, nullable=False),
)
