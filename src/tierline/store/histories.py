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
from tierline.ports.store import Change
from tierline.store import rows
from tierline.store import tables as t

_EVENTS = t.call_events
_NUMBER_ANSWERED = sa.update(t.vault).where(t.vault.c.ref == sa.bindparam("of"))
_TOLD = sa.select(_EVENTS).where(_EVENTS.c.call == sa.bindparam("of")).order_by(_EVENTS.c.seq)


def history(connection: sa.Connection, call: CallId) -> Sequence[Recorded]:
    """Of one call, by `seq`."""
    return [rows.event_of(row) for row in connection.execute(_TOLD, {"of": call})]


async def timeline(connection: AsyncConnection, call: CallId) -> Sequence[Recorded]:
    """The same, for who reads beside the writer."""
    return [rows.event_of(row) for row in await connection.execute(_TOLD, {"of": call})]


def answered_for(caller: bytes, since: datetime, limit: int) -> sa.Select[Any]:
    """What was recorded the last times that somebody answered a call from the number with this mark, the last
    one first."""
    vault = t.vault.c
    # That many answers are in that many calls at the most, and no other of the number's calls is looked at.
    newest = (
        sa.select(vault.ref)
        .where(vault.mark == caller, vault.answered_at >= since)
        .order_by(vault.answered_at.desc())
        .limit(limit)
    )
    return (
        sa.select(_EVENTS)
        .join(t.calls, t.calls.c.id == _EVENTS.c.call)
        .where(t.calls.c.caller.in_(newest), _EVENTS.c.type == Answered.__name__, _EVENTS.c.at >= since)
        .order_by(_EVENTS.c.at.desc())
        .limit(limit)
    )


def note_answers(connection: sa.Connection, change: Change) -> None:
    """With the caller's number, for `answered_for`."""
    answers = [recorded.at for recorded in change.events if isinstance(recorded.event, Answered)]
    if answers and change.call.caller:
        connection.execute(_NUMBER_ANSWERED, {"of": change.call.caller, "answered_at": answers[-1]})


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
