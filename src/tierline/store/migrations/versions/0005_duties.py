"""Agents' duties as they stand, and every state that each agent was in."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "duties",
        sa.Column("agent", sa.String, primary_key=True),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "agent_states",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("agent", sa.String, nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index("ix_agent_states_agent_since", "agent_states", ["agent", "since"])
