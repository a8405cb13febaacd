"""A database as an earlier version left it."""

from collections.abc import Sequence

import msgspec
import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from tierline.requests.request import ServiceRequest
from tierline.store import rows
from tierline.store.master_key import MasterKeys


def upgrade(connection: sa.Connection, revision: str, masters: MasterKeys | None = None) -> None:
    """`masters` are needed from revision 0014 on."""
    config = Config()
    config.set_main_option("script_location", "tierline.store:migrations")
    config.attributes["connection"] = connection
    config.attributes["masters"] = masters
    command.upgrade(config, revision)


def insert(connection: sa.Connection, table: str, values: Sequence[rows.Fields]) -> None:
    as_it_was = sa.Table(table, sa.MetaData(), autoload_with=connection)
    connection.execute(sa.insert(as_it_was), values)


def request_before(request: ServiceRequest, key: str, *later: dict[str, object]) -> rows.Fields:
    """As it was kept before revision 0017: with a history of its own, after its making."""
    made = {"at": request.created_at, "by": request.created_by, "what": "created", "office": request.office}
    same = ("number", "call", "kind", "priority", "receipt", "facts", "office", "because", "created_at")
    body = {name: getattr(request, name) for name in (*same, "created_by", "status")} | {
        "key": key,
        "due": "2026-03-17",
    }
    return {
        "number": request.number,
        "key": key,
        "office": request.office,
        "status": request.status,
        "priority": request.priority,
        "created_at": request.created_at,
        "body": msgspec.json.encode(body | {"history": [made, *later]}).decode(),
    }
