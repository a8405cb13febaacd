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
    """A duty that changed within its state adds no state."""
    for duty in duties:
        before = connection.execute(_of(duty.agent)).first()
        connection.execute(sa.delete(t.duties).where(t.duties.c.agent == duty.agent))
        connection.execute(sa.insert(t.duties).values(agent=duty.agent, body=_text(duty)))
        if before is None or _duty.decode(before.body).state != duty.state:
            entered = {"agent": duty.agent, "since": duty.state.since, "body": _text(duty.state)}
            connection.execute(sa.insert(t.agent_states).values(entered))


def all_of_them() -> sa.Select[Any]:
    return sa.select(t.duties.c.body).order_by(t.duties.c.agent)


def states(agent: AgentId, since: datetime) -> sa.Select[Any]:
    s = t.agent_states.c
    return sa.select(s.body).where(s.agent == agent, s.since >= since).order_by(s.id)


def duty_of(row: sa.Row[Any]) -> Duty:
    return _duty.decode(row.body)


def state_of(row: sa.Row[Any]) -> AgentState:
    return _state.decode(row.body)


def _of(agent: AgentId) -> sa.Select[Any]:
    return sa.select(t.duties.c.body).where(t.duties.c.agent == agent)


def _text(value: object) -> str:
    return msgspec.json.encode(value).decode()
