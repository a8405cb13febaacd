"""Calls as they stand, and what happened to them, read from the database."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from tierline.calls.events import Recorded
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


async def as_it_stands(connection: AsyncConnection, row: sa.Row[Any]) -> Call:
    """Of a row of `calls`: folded again where its state was written in another schema."""
    return rows.call_of(row) or fold(await timeline(connection, CallId(row.id)))
