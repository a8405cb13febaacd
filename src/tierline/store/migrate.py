"""Brings a database to the schema of this code, within the caller's transaction."""

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection

from tierline.store.master_key import MasterKeys


class SchemaTooNew(Exception):
    """The database was written by a newer version of Tierline."""


def to_newest(connection: Connection, masters: MasterKeys) -> None:
    """What was kept in clear is encrypted by it. Raises SchemaTooNew."""
    config = Config()
    config.set_main_option("script_location", "tierline.store:migrations")
    config.attributes["connection"] = connection
    config.attributes["masters"] = masters
    try:
        command.upgrade(config, "head")
    except CommandError as unknown:
        raise SchemaTooNew(
            f"this database is of a newer Tierline ({unknown}): start that version, or restore a backup"
        ) from unknown
