"""Service Requests over SQL: their events, and how each stands."""

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from tierline.ports.store import Conflict, RequestChange
from tierline.requests.events import RequestRecorded
from tierline.requests.fold import fold
from tierline.requests.request import ServiceRequest
from tierline.store import rows, vault
from tierline.store import tables as t
from tierline.store.keyring import Keyring, Opened
from tierline.store.request_tables import request_events, request_serial, requests

_R, _E = requests.c, request_events.c
_FROM_BEFORE = sa.update(requests).where(_R.number == sa.bindparam("of"), _R.seq == sa.bindparam("before"))


def keep(connection: sa.Connection, keys: Keyring, change: RequestChange) -> Mapping[str, Opened]:
    """The keys of its values, by record. Raises Conflict."""
    row, request = rows.of_request(change.request), change.request
    if change.follows == 0:
        connection.execute(sa.insert(requests), row)
    else:
        moved = connection.execute(_FROM_BEFORE, {"of": request.number, "before": change.follows, **row})
        if moved.rowcount != 1:
            raise Conflict(f"request {request.number} does not stand at event {change.follows} any more")
    connection.execute(sa.insert(request_events), [rows.of_request_event(r) for r in change.events])
    if change.opens_again:
        vault.keep_open(connection, request.number)
    return vault.keep(connection, keys, change)


def next_serial(connection: sa.Connection) -> int:
    step = sa.update(request_serial).values(last=request_serial.c.last + 1).returning(request_serial.c.last)
    return int(connection.execute(step).scalar_one())


def by_number(number: str) -> sa.Select[Any]:
    return sa.select(requests).where(_R.number == number)


def by_key(key: str) -> sa.Select[Any]:
    return sa.select(requests).join(request_events).where(_E.key == key)


def at_office(office: str) -> sa.Select[Any]:
    in_order = (_R.status == "answered", _R.priority.desc(), _R.created_at, _R.number)
    return sa.select(requests).where(_R.office == office).order_by(*in_order)


def about(mark: bytes) -> sa.Select[Any]:
    """By the mark of the case's receipt number (`Keyring.mark`)."""
    vault, key = t.vault.c, t.vault_keys.c
    kept = (
        sa.select(vault.ref)
        .join(t.vault_keys, key.id == vault.key)
        .where(vault.mark == mark, t.MARKED, vault.kind == "receipt", key.wrapped.is_not(None))
    )
    return sa.select(requests).where(_R.receipt.in_(kept)).order_by(_R.created_at, _R.number)


async def history(connection: AsyncConnection, number: str) -> Sequence[RequestRecorded]:
    told = sa.select(request_events).where(_E.request == number).order_by(_E.seq)
    return [rows.request_event_of(row) for row in await connection.execute(told)]


async def as_it_stands(connection: AsyncConnection, row: sa.Row[Any]) -> ServiceRequest:
    """Of a row of `requests`: folded again where its state was written in another schema."""
    return rows.request_of(row) or fold(await history(connection, row.number))
