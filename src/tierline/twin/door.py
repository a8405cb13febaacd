"""The door in memory: a test says how many come, and how long the engine takes to answer."""

import asyncio

from tierline.ports.door import Admission, Door, TurnedAway
from tierline.ports.switch import SwitchAway


class MemoryDoor(Door):
    def __init__(self) -> None:
        self.most: Admission | None = None
        self.held = False
        self.away = False
        self.answers = asyncio.Event()
        """Set while the engine answers at once."""
        self.answers.set()
        self.counted = TurnedAway()

    async def admit(self, most: Admission) -> None:
        self._reached()
        self.most = most

    async def hold(self, *, held: bool) -> None:
        self._reached()
        self.held = held

    async def turned_away(self) -> TurnedAway:
        self._reached()
        return self.counted

    async def reach(self) -> None:
        self._reached()
        await self.answers.wait()

    def _reached(self) -> None:
        if self.away:
            raise SwitchAway("the engine is away")
