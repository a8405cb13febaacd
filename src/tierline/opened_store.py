"""The store of a center's state folder, for one command."""

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

from tierline.agency import BadAgency, load
from tierline.ports.agency import Agency
from tierline.ports.store import StoreAway
from tierline.publishing.kept import Damaged, bundle_of, texts_of
from tierline.store.master_key import MasterKeyUnusable
from tierline.store.migrate import SchemaTooNew
from tierline.store.sql import SqlStore
from tierline.store.sqlite import NotDurable
from tierline.store_at_start import DATABASE

T = TypeVar("T")
_FAILURES = (BadAgency, Damaged, MasterKeyUnusable, NotDurable, OSError, SchemaTooNew, StoreAway)


def state_folder() -> Path:
    return Path(os.environ.get("TIERLINE_VAR", "var")).resolve()


def with_store(
    act: Callable[[SqlStore], Awaitable[T]], *failures: type[Exception], may_be_new: bool = False
) -> T:
    """Ends the command with a sentence where there is none and it may not be new, where it cannot be used,
    and where `act` raises any of these."""
    file = state_folder() / DATABASE
    if not may_be_new and not file.exists():
        sys.exit(f"tierline: there is no center in {file.parent}: set TIERLINE_VAR to its state folder")

    async def opened() -> T:
        store = await SqlStore.open(file)
        try:
            return await act(store)
        finally:
            await store.close()

    told: tuple[type[Exception], ...] = (*_FAILURES, *failures)
    try:
        return asyncio.run(opened())
    except told as wrong:
        sys.exit(f"tierline: {wrong}")


async def published_agency(store: SqlStore) -> Agency:
    """Ends the command where none was published."""
    agency = await agency_if_published(store)
    if agency is None:
        sys.exit("tierline: no agency was published there yet: start the center, or `tierline publish`")
    return agency


async def agency_if_published(store: SqlStore) -> Agency | None:
    """The one in force. Raises BadAgency, Damaged, StoreAway."""
    published = await store.bundles.current()
    if published is None:
        return None
    texts = await texts_of(store.bundles, await bundle_of(store.bundles, published.version))
    return load(texts, published.version)
