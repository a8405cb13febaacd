"""When somebody last answered a call from a number: found however often it has rung."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.add_column("vault", sa.Column("answered_at", sa.DateTime(timezone=True)))
    op.execute(
        "UPDATE vault SET answered_at = (SELECT max(call_events.at) FROM calls"
        " JOIN call_events ON call_events.call = calls.id AND call_events.type = 'Answered'"
        " WHERE calls.caller = vault.ref) WHERE kind = 'phone'"
    )
    op.drop_index("ix_vault_value", "vault")
    answered = sa.text("answered_at IS NOT NULL")
    op.create_index(
        "ix_vault_value_answered_at",
        "vault",
        ["value", "answered_at"],
        sqlite_where=answered,
        postgresql_where=answered,
    )
