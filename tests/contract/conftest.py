"""What tests of several contracts begin with."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.telephony.engine import engine
from tierline.ports.store import Store
from tierline.store.sql import SqlStore
from tierline.twin.store import MemoryStore

__all__ = ["engine"]


@pytest.fixture(params=["memory", "sqlite"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    if request.param == "memory":
        yield MemoryStore()
        return
    sqlite = await SqlStore.open(tmp_path / "tierline.db")
    yield sqlite
    await sqlite.close()
