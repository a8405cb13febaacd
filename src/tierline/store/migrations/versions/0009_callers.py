"""Who called, by reference: whoever rings again is known by the number."""

import msgspec
import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.add_column("calls", sa.Column("caller", sa.String))
    _work_out(op.get_bind())
    op.create_index("ix_calls_caller", "calls", ["caller"])
    numbers = sa.text("kind = 'phone'")
    op.create_index("ix_vault_value", "vault", ["value"], sqlite_where=numbers, postgresql_where=numbers)


def _work_out(connection: sa.Connection) -> None:
    """Of the calls on record, from their states."""
    told = sa.text("UPDATE calls SET caller = :caller WHERE id = :call")
    for call, state in connection.execute(sa.text("SELECT id, state FROM calls")).all():
        if caller := msgspec.json.decode(state).get("caller"):
            connection.execute(told, {"caller": caller, "call": call})
