"""The door in memory: a test says how many come."""

from tierline.ports.door import Admission, Door, TurnedAway
from tierline.ports.switch import SwitchAway


class MemoryDoor(Door):
    def __init__(self) -> None:
        self.most: Admission | None = None
        self._held = False
        self.away = False
        self.counted = TurnedAway()
        self.paced: float | None = None
        self.came = 0

    def holds(self) -> bool:
        return self._held

    async def admit(self, most: Admission) -> None:
        self._reached()
        self.most = most

    async def hold(self, *, held: bool) -> None:
        self._reached()
        self._held = held

    async def pace(self, most: float) -> None:
        self._reached()
        self.paced = most

    async def came_in(self) -> int:
        self._reached()
        return self.came

    async def turned_away(self) -> TurnedAway:
        self._reached()
        return self.counted

    def _reached(self) -> None:
        if self.away:
            raise SwitchAway("the engine is away")
