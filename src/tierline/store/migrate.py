"""Brings a database to the schema of this code, within the caller's transaction."""

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.util import CommandError
from sqlalchemy import Connection

from tierline.store.master_key import MasterKeys


class SchemaTooNew(Exception):
    """The database was written by a newer version of Tierline."""


SEALED = "0016"
"""From this revision on no personal value is in clear."""


def to_newest(connection: Connection, masters: MasterKeys) -> bool:
    """Whether values were in clear until now, which are sealed by it. Raises SchemaTooNew."""
    before = MigrationContext.configure(connection).get_current_revision()
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
    return before is not None and before < SEALED
