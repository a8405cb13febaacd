"""People at the switch in memory and at a real engine, in turn."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest

from tests.contract.switches import People, real_people, twin_people
from tierline.ports.switch import EngineReady


@pytest.fixture(params=["twin", "real"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> AbstractAsyncContextManager[People]:
    if request.param == "twin":
        return twin_people(tmp_path)
    return real_people(request.getfixturevalue("engine"), tmp_path)


@pytest.fixture
async def people(where: AbstractAsyncContextManager[People]) -> AsyncIterator[People]:
    async with where as people:
        await people.happens(EngineReady())
        yield people
