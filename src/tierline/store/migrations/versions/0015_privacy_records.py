"""Who looked at whose record."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    op.create_table(
        "accesses",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("call", sa.String, sa.ForeignKey("calls.id")),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index("ix_accesses_call_at", "accesses", ["call", "at"])
