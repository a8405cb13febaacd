"""What supervisors found of the words callers were told: among all events without looking at the others."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    few = sa.text("type IN ('Reviewed', 'CorrectionSeen', 'CorrectionPassedOn')")
    op.create_index(
        "ix_call_events_of_reviews", "call_events", ["at"], sqlite_where=few, postgresql_where=few
    )
