"""Who has waited in silence for long gets a bridge to wait in, where the engine need not look at them."""

import asyncio
from contextlib import suppress

from tierline.asterisk.prompts import Prompts
from tierline.asterisk.rooms import Rooms
from tierline.asterisk.turns import Turns
from tierline.ports.switch import LegGone, SwitchAway

SETTLES = 30.0
"""Seconds outside of every bridge. To enter one costs about what 40 of them cost."""
LOOKS = 1.0
"""Seconds between two looks at who has waited for so long."""


async def settle(rooms: Rooms, prompts: Prompts, turns: Turns) -> None:
    """Until cancelled."""
    while True:
        await asyncio.sleep(LOOKS)
        for leg in rooms.outside(seconds=SETTLES):
            with suppress(LegGone, SwitchAway):  # who is still there is looked at again
                async with turns.of(leg):
                    # The engine moves a leg when its prompt is over, and the turn would be held until then.
                    if not prompts.plays(leg):
                        await rooms.settle(leg)
