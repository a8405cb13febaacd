"""The outbox over SQL: what is to be sent to callers in writing."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from tierline.calls.messages import OutboxMessage
from tierline.calls.names import CallId
from tierline.store import rows
from tierline.store import tables as t

Select = sa.Select[*tuple[Any, ...]]


def keep(connection: sa.Connection, messages: Sequence[OutboxMessage]) -> None:
    """Each as it is now, whether or not it was kept before."""
    for message in messages:
        known = sa.update(t.outbox).where(t.outbox.c.id == message.id).values(rows.of_message(message))
        if not connection.execute(known).rowcount:
            connection.execute(sa.insert(t.outbox).values(rows.of_message(message)))


def of_call(call: CallId) -> Select:
    return sa.select(t.outbox).where(t.outbox.c.call == call).order_by(t.outbox.c.created_at, t.outbox.c.id)


def queued() -> Select:
    return sa.select(t.outbox).where(t.outbox.c.status == "queued").order_by(t.outbox.c.due_at, t.outbox.c.id)


def count(to: bytes, since: datetime) -> Select:
    """A number has another reference on each call: it is told by the mark of its value."""
    addressed = sa.select(sa.func.count()).select_from(t.outbox).join(t.vault, t.outbox.c.to == t.vault.c.ref)
    return addressed.where(t.outbox.c.created_at >= since, t.vault.c.mark == to)
