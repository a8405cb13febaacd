"""The ways that calls took through the flow, each once, and which of them a call took that is over."""

import sqlalchemy as sa
from alembic import op

from tierline.calls.fold import fold
from tierline.calls.names import CallId
from tierline.store.histories import history
from tierline.store.walks import keep

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "walks",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("agency", sa.String, nullable=False),
        sa.Column("marks", sa.Text, nullable=False),
    )
    # In words: Alembic adds no column with a reference on SQLite, short of copying the whole table.
    op.execute("ALTER TABLE calls ADD COLUMN walk VARCHAR CONSTRAINT fk_calls_walk REFERENCES walks (id)")
    _work_out(op.get_bind())
    op.drop_index("ix_calls_arrived_at", "calls")
    op.create_index("ix_calls_arrived_at_walk", "calls", ["arrived_at", "walk"])


def _work_out(connection: sa.Connection) -> None:
    """Of the calls that are over already. What a way is, only the rules say."""
    over = connection.scalars(sa.text("SELECT id FROM calls WHERE phase = 'ended'")).all()
    for call in over:
        told = history(connection, CallId(call))
        keep(connection, fold(told), told)
