"""Which process may commit: the one that took over last, whatever others still believe."""

import sqlalchemy as sa
from sqlalchemy import Connection

from tierline.ports.store import Fenced
from tierline.store.tables import epoch

_CURRENT = sa.select(epoch.c.current)


def take_over(connection: Connection) -> int:
    """The epoch of whoever asks, from now on. Reservations of before stay, and are the new process's to
    end."""
    raised = sa.update(epoch).values(current=epoch.c.current + 1).returning(epoch.c.current)
    return int(connection.execute(raised).scalar_one())


def refuse_superseded(connection: Connection, of: int) -> None:
    """Raises Fenced. A reservation needs the current epoch besides: its row refers to it, so that the
    database takes no other, whoever asks."""
    current = connection.execute(_CURRENT).scalar_one()
    if of != current:
        raise Fenced(f"another process has taken over: its epoch is {current}, this change is of {of}")
