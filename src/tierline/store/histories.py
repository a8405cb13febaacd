"""Calls as they stand, and what happened to them, read from the database."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from tierline.calls.events import Answered, Recorded
from tierline.calls.fold import fold
from tierline.calls.names import CallId
from tierline.calls.state import Call
from tierline.store import rows
from tierline.store import tables as t

_EVENTS = t.call_events
_TOLD = sa.select(_EVENTS).where(_EVENTS.c.call == sa.bindparam("of")).order_by(_EVENTS.c.seq)


def history(connection: sa.Connection, call: CallId) -> Sequence[Recorded]:
    """Of one call, by `seq`."""
    return [rows.event_of(row) for row in connection.execute(_TOLD, {"of": call})]


async def timeline(connection: AsyncConnection, call: CallId) -> Sequence[Recorded]:
    """The same, for who reads beside the writer."""
    return [rows.event_of(row) for row in await connection.execute(_TOLD, {"of": call})]


def answered_for(caller: str, since: datetime) -> sa.Select[Any]:
    """What was recorded whenever somebody answered a call from this number, the last one first."""
    numbers = sa.select(t.vault.c.ref).where(t.vault.c.value == caller, t.PHONE)
    return (
        sa.select(_EVENTS)
        .join(t.calls, t.calls.c.id == _EVENTS.c.call)
        .where(t.calls.c.caller.in_(numbers), _EVENTS.c.type == Answered.__name__, _EVENTS.c.at >= since)
        .order_by(_EVENTS.c.at.desc())
    )


def without_script(since: datetime) -> sa.Select[Any]:
    """Whenever no script fitted a call that was no practice, and what was asked then."""
    return _few(t.WITHOUT_SCRIPT, since)


def of_reviews(since: datetime) -> sa.Select[Any]:
    """What supervisors found of the words of calls that were no practice."""
    return _few(t.OF_REVIEWS, since)


def _few(which: sa.TextClause, since: datetime) -> sa.Select[Any]:
    # Of each event its call, not joined: a planner would begin with all the calls that are no practice.
    of_it = sa.select(t.calls.c.id).where(t.calls.c.id == _EVENTS.c.call, t.calls.c.practice.is_not(None))
    return (
        sa.select(_EVENTS)
        .where(which, _EVENTS.c.at >= since, ~of_it.exists())
        .order_by(_EVENTS.c.at, _EVENTS.c.call, _EVENTS.c.seq)
    )


async def as_it_stands(connection: AsyncConnection, row: sa.Row[Any]) -> Call:
    """Of a row of `calls`: folded again where its state was written in another schema."""
    return rows.call_of(row) or fold(await timeline(connection, CallId(row.id)))
