"""Where each leg is: in a room with others, or alone with the hold music."""

from contextlib import suppress

import msgspec

from tierline.asterisk.ari import Ari, Bridge, Refused
from tierline.calls.names import LegId

ON_HOLD = "tierline-hold"
"""One holding bridge for all: its legs hear music, each alone."""

ROOM = "tierline-room-"

NO_SUCH_BRIDGE = 404


class Kind(msgspec.Struct, frozen=True):
    """Of a bridge, and what a leg is in it."""

    bridge: str
    role: str


# `dtmf_events`: else the engine may connect the media directly, and nobody hears the keys.
TALKING = Kind("mixing,dtmf_events", "")
# Only a leg with this role gets music; after a prompt it comes back by itself.
WAITING = Kind("holding", "holding_participant")


class Rooms:
    def __init__(self, ari: Ari) -> None:
        self._ari = ari
        self._places: dict[LegId, str] = {}

    def is_in(self, room: str, leg: LegId) -> bool:
        return self._places.get(leg) == ROOM + room

    def is_on_hold(self, leg: LegId) -> bool:
        return self._places.get(leg) == ON_HOLD

    def legs(self, room: str) -> list[LegId]:
        return [leg for leg, place in self._places.items() if place == ROOM + room]

    async def enter(self, room: str, leg: LegId) -> None:
        await self._move(leg, ROOM + room, TALKING)

    async def enter_booth(self, bridge: str, leg: LegId) -> None:
        """A bridge that is no room: of a leg that listens in."""
        await self._move(leg, bridge, TALKING)

    async def hold(self, leg: LegId) -> None:
        await self._move(leg, ON_HOLD, WAITING)

    async def part(self, leg: LegId) -> None:
        if place := self._places.pop(leg, None):
            with suppress(Refused):  # 404, 409: the bridge is gone, or the leg is not in it any more
                await self._ari.remove(place, leg)

    async def close(self, room: str) -> None:
        for leg in self.legs(room):
            self.leave(leg)
        with suppress(Refused):  # 404: not there
            await self._ari.destroy_bridge(ROOM + room)

    def leave(self, leg: LegId) -> None:
        """The leg is gone, or its room is."""
        self._places.pop(leg, None)

    def adopt(self, bridges: tuple[Bridge, ...]) -> None:
        self._places = {LegId(leg): bridge.id for bridge in bridges for leg in bridge.channels}

    async def open(self) -> tuple[str, ...]:
        """The rooms on the engine now."""
        bridges = await self._ari.bridges()
        return tuple(bridge.id.removeprefix(ROOM) for bridge in bridges if bridge.id.startswith(ROOM))

    async def _move(self, leg: LegId, bridge: str, kind: Kind) -> None:
        self.leave(leg)
        try:
            await self._ari.add(bridge, leg, kind.role)
        except Refused as refused:
            if refused.status != NO_SUCH_BRIDGE:
                raise
            with suppress(Refused):  # 409: another leg that enters has just made it
                await self._ari.create_bridge(bridge, kind.bridge)
            await self._ari.add(bridge, leg, kind.role)
        self._places[leg] = bridge
