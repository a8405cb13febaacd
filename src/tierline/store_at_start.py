"""What a center keeps things in: its database and its spool, under one master key."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tierline.settings import BadSettings
from tierline.store.master_key import master_keys_for
from tierline.store.spool import FileSpool
from tierline.store.sql import SqlStore

DATABASE = "tierline.db"
SPOOL = "spool/calls.spool"


@asynccontextmanager
async def store_and_spool(var: Path) -> AsyncIterator[tuple[SqlStore, FileSpool]]:
    """Raises MasterKeyUnusable, and BadSettings where nobody can tell whether a master key is needed."""
    database = var / DATABASE
    try:
        masters = master_keys_for(database)
    except OSError as refused:
        raise BadSettings(
            f"there is no master key, and {refused}: put your copy of the key back"
        ) from refused
    store = SqlStore.at(database, masters)
    try:
        spool = await FileSpool.open(var / SPOOL, masters)
        try:
            yield store, spool
        finally:
            await spool.close()
    finally:
        await store.close()
