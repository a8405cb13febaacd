"""The outbox of messages in writing."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("call", sa.String, sa.ForeignKey("calls.id"), nullable=False),
        sa.Column("channel", sa.String, nullable=False),
        sa.Column("to", sa.String, sa.ForeignKey("vault.ref"), nullable=False),
        sa.Column("text", sa.String, sa.ForeignKey("vault.ref"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("why", sa.String, nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True)),
    )
    op.create_index("ix_outbox_call", "outbox", ["call"])
    op.create_index("ix_outbox_created_at", "outbox", ["created_at"])
    op.create_index("ix_outbox_status_due_at", "outbox", ["status", "due_at"])
