"""The epoch of the process that took over last, without which nobody is reserved."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    epoch = op.create_table(
        "epoch",
        sa.Column("only", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("current", sa.Integer, nullable=False, unique=True),
    )
    op.bulk_insert(epoch, [{"only": 1, "current": 0}])
    # Anew, with those that live: SQLite adds no column that must have a value and refers to another table.
    live = sa.table("reservations", sa.column("call"), sa.column("agent"))
    kept = op.get_bind().execute(sa.select(live)).all()
    op.drop_table("reservations")
    reservations = op.create_table(
        "reservations",
        sa.Column("call", sa.String, sa.ForeignKey("calls.id"), primary_key=True),
        sa.Column("agent", sa.String, nullable=False, unique=True),
        sa.Column("epoch", sa.Integer, sa.ForeignKey("epoch.current", onupdate="CASCADE"), nullable=False),
    )
    op.bulk_insert(reservations, [{"call": row.call, "agent": row.agent, "epoch": 0} for row in kept])
