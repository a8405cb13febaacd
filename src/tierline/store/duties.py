"""Agents' duties: one row as each stands, and a row for every state that an agent was in."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec
import sqlalchemy as sa

from tierline.acd.agents import AgentState
from tierline.acd.duty import Duty
from tierline.calls.names import AgentId
from tierline.store import tables as t

_duty = msgspec.json.Decoder(Duty)
_state = msgspec.json.Decoder(AgentState)


def keep(connection: sa.Connection, duties: Sequence[Duty]) -> None:
    """In the order given, with as many statements for a hundred as for one. A duty that changed within its
    state adds no state."""
    agents = {duty.agent for duty in duties}
    before = connection.execute(sa.select(t.duties).where(t.duties.c.agent.in_(agents)))
    latest = {row.agent: duty_of(row) for row in before}
    entered = []
    for duty in duties:
        if duty.agent not in latest or latest[duty.agent].state != duty.state:
            entered.append({"agent": duty.agent, "since": duty.state.since, "body": _text(duty.state)})
        latest[duty.agent] = duty
    connection.execute(sa.delete(t.duties).where(t.duties.c.agent.in_(agents)))
    rows = [{"agent": agent, "body": _text(duty)} for agent, duty in latest.items()]
    connection.execute(sa.insert(t.duties), rows)
    if entered:
        connection.execute(sa.insert(t.agent_states), entered)


def all_of_them() -> sa.Select[Any]:
    return sa.select(t.duties.c.body).order_by(t.duties.c.agent)


def states(agent: AgentId, since: datetime) -> sa.Select[Any]:
    s = t.agent_states.c
    return sa.select(s.body).where(s.agent == agent, s.since >= since).order_by(s.id)


def duty_of(row: sa.Row[Any]) -> Duty:
    return _duty.decode(row.body)


def state_of(row: sa.Row[Any]) -> AgentState:
    return _state.decode(row.body)


def _text(value: object) -> str:
    return msgspec.json.encode(value).decode()
