from collections.abc import Iterator

import pytest

from tests.journeys.callbacks import hears_it_out, is_promised
from tests.journeys.world import Caller, World


@pytest.fixture
def world() -> Iterator[World]:
    world = World()
    yield world
    world.close()


@pytest.fixture
def promised(world: World) -> Caller:
    """Promised a callback from the menus, and gone."""
    caller = world.dials(language="en")
    is_promised(world, caller)
    hears_it_out(world, caller)
    return caller
