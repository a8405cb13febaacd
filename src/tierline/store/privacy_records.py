"""Who looked at whose record, over SQL: rows that only grow."""

from collections.abc import Sequence

import msgspec
import sqlalchemy as sa

from tierline.calls.names import CallId
from tierline.ports.privacy_records import PrivacyRecords
from tierline.privacy.accesses import Access
from tierline.store import tables as t
from tierline.store.database import Database

_access = msgspec.json.Decoder(Access)
_KEPT = sa.select(t.accesses.c.id).where(t.accesses.c.id == sa.bindparam("of"))


class SqlPrivacyRecords(PrivacyRecords):
    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep(self, accesses: Sequence[Access]) -> None:
        await self._database.write(lambda connection: _keep(connection, accesses))

    async def accesses(self, calls: Sequence[CallId]) -> Sequence[Access]:
        a = t.accesses.c
        wanted = sa.select(a.body).where(a.call.in_(calls)).order_by(a.at, a.id)
        async with self._database.reading() as connection:
            return [_access.decode(row.body) for row in await connection.execute(wanted)]


def _keep(connection: sa.Connection, accesses: Sequence[Access]) -> None:
    for access in accesses:
        if connection.scalar(_KEPT, {"of": access.id}) is None:
            connection.execute(sa.insert(t.accesses), _row(access))


def _row(access: Access) -> dict[str, object]:
    body = msgspec.json.encode(access).decode()
    return {"id": access.id, "at": access.at, "call": access.call, "body": body}
