"""Whom a change wakes, and when."""

import asyncio

from tierline.calls.names import AgentId
from tierline.web.live import Changes

CARLA, COLIN = AgentId("carla"), AgentId("colin")


async def test_whom_a_change_is_about_is_woken_at_once_and_nobody_else() -> None:
    changes = Changes()
    with changes.watched(CARLA) as carla, changes.watched(COLIN) as colin, changes.watched() as supervisor:
        changes.concern([CARLA])
        assert (carla.is_set(), colin.is_set(), supervisor.is_set()) == (True, False, False)


async def test_all_are_woken_by_any_change_in_the_end() -> None:
    changes = Changes()
    with changes.watched(CARLA) as carla, changes.watched() as supervisor:
        changes.happened()
        changes.happened()
        assert not carla.is_set()
        async with asyncio.timeout(5):
            await asyncio.gather(carla.wait(), supervisor.wait())


async def test_a_screen_that_is_closed_is_forgotten() -> None:
    changes = Changes()
    with changes.watched(CARLA) as carla:
        pass
    changes.concern([CARLA])
    changes.happened()
    await asyncio.sleep(0)
    assert not carla.is_set()
