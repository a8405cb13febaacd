"""The calls with a message that a point of contact has not acknowledged, over or not."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    op.add_column("calls", sa.Column("awaits_contact", sa.Boolean))
    op.create_index("ix_calls_awaits_contact", "calls", ["awaits_contact"])
