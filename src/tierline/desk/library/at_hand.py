"""What the library has in force is in memory, as what was published is."""

import asyncio

from tierline.desk.center import Center
from tierline.ports.store import StoreAway

LOOKS_EACH = 1.0
"""Seconds: what another process has approved or withdrawn holds within so many. What is presented is looked
up at that very moment besides."""


async def take_up(center: Center) -> None:
    """What has changed in the library since the last look holds for every call. Raises StoreAway."""
    changed = await center.store.library.changed_since(center.in_force.library_as_of)
    # Somebody else may have looked meanwhile, and seen more.
    if changed.as_of > center.in_force.library_as_of:
        center.in_force.shelve(changed.entries, changed.as_of)
        await find_by_words(center)
        center.changed()


async def find_by_words(center: Center) -> None:
    """What is in the library is found by its words too. Other work goes on after each script."""
    for script in center.in_force.unindexed():
        center.in_force.script_index.add(script)
        await asyncio.sleep(0)


def follow_library(center: Center) -> None:
    """From now on, for as long as the center runs."""

    async def look() -> None:
        try:
            await take_up(center)
        except StoreAway:
            return  # the writes of calls say so; the scripts stay as they are, and none is presented

    async def look_and_go_on() -> None:
        center.every("agency", "script library", LOOKS_EACH, look)
        await look()

    center.after("agency", "script library", 0, look_and_go_on)
