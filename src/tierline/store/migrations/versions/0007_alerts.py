"""The calls with an emergency that no supervisor has acknowledged, over or not."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.add_column("calls", sa.Column("alert", sa.Boolean))
    op.create_index("ix_calls_alert", "calls", ["alert"])
