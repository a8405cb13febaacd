"""When no script fitted: found among all events without looking at the others."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    few = sa.text("type IN ('NoScriptFits', 'QuestionNoted')")
    op.create_index("ix_call_events_at", "call_events", ["at"], sqlite_where=few, postgresql_where=few)
