"""A database as an earlier version left it."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import command
from alembic.config import Config

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
