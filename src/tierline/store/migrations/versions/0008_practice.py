"""Practice calls, by the agent who practised: apart from those of callers."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.add_column("calls", sa.Column("practice", sa.String))
    op.create_index("ix_calls_practice_arrived_at", "calls", ["practice", "arrived_at"])
