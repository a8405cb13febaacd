"""The ways that calls took through the flow. That of a call which is over is worked out once, as it ends.

A way is kept once, named by its digest, and the calls that took it refer to it. They are counted whenever
somebody asks: there is no counter that a replay, a mended history or a call that is thrown away could leave
wrong. Nothing in a way is of one caller, so that it may outlive the events it was worked out from.
"""

from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from tierline.calls.events import Recorded
from tierline.calls.state import Call
from tierline.calls.walk import Mark, Walk, mark_of, walk
from tierline.ports.store import Change
from tierline.store import tables as t
from tierline.store.histories import as_it_stands, timeline

ROWS_AT_A_TIME = 20
"""Calls go on in between: with all that is done with them, 20 take a millisecond or so."""

_KNOWN = sa.select(t.walks.c.id).where(t.walks.c.id == sa.bindparam("digest"))
_TOOK = sa.update(t.calls).where(t.calls.c.id == sa.bindparam("of"))

_marks = msgspec.json.Decoder(tuple[Mark, ...])


def settles(change: Change) -> bool:
    """Whether the way of its call is known after this change: it is over now, or was and is told anew.
    Practice goes no way through the flow."""
    if change.call.practice:
        return False
    return change.call.phase == "ended" and any(mark_of(recorded.event) for recorded in change.events)


def keep(connection: sa.Connection, call: Call, history: Sequence[Recorded]) -> None:
    """The way of a call that is over."""
    took = walk(call, history)
    marks = msgspec.json.encode(took.marks).decode()
    digest = sha256(f"{took.agency}\n{marks}".encode()).hexdigest()
    if connection.execute(_KNOWN, {"digest": digest}).first() is None:
        connection.execute(sa.insert(t.walks), {"id": digest, "agency": took.agency, "marks": marks})
    connection.execute(_TOOK, {"of": call.id, "walk": digest})


async def told(connection: AsyncConnection, since: datetime, until: datetime) -> AsyncIterator[Walk]:
    """Of the calls that arrived from `since` until before `until`."""
    arrived = sa.and_(t.calls.c.arrived_at >= since, t.calls.c.arrived_at < until)
    async for row in _few_at_a_time(connection, _counted(arrived)):
        yield Walk(row.agency, _marks.decode(row.marks), row.calls)
    # Of those that are not over: as many as the center has lines, whatever the day.
    async for row in _few_at_a_time(connection, _under_way(arrived)):
        call = await as_it_stands(connection, row)
        yield walk(call, await timeline(connection, call.id))


def _counted(arrived: sa.ColumnElement[bool]) -> sa.Select[Any]:
    c, w = t.calls.c, t.walks.c
    took = sa.select(c.walk, sa.func.count().label("calls")).where(arrived).group_by(c.walk).subquery()
    return sa.select(w.agency, w.marks, took.c.calls).join(took, took.c.walk == w.id)


def _under_way(arrived: sa.ColumnElement[bool]) -> sa.Select[Any]:
    return sa.select(t.calls).where(arrived, t.calls.c.walk.is_(None), t.calls.c.practice.is_(None))


async def _few_at_a_time(connection: AsyncConnection, select: sa.Select[Any]) -> AsyncIterator[sa.Row[Any]]:
    async for few in (await connection.stream(select)).partitions(ROWS_AT_A_TIME):
        for row in few:
            yield row
