"""Where each leg is: in a room with others, or alone with the hold music.

On hold, each leg has a holding bridge of its own, for as long as the leg lives. In one for all, each who came
or went would cost the engine something for everyone who waits: it writes variables of all in a bridge anew.
"""

from collections.abc import Iterable
from contextlib import suppress

import msgspec

from tierline.asterisk.ari import Ari, Bridge, EngineAway, Refused
from tierline.calls.names import LegId

ON_HOLD = "tierline-hold-"
"""The leg follows."""

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
WAITING_IN_SILENCE = Kind("holding", "")


class Rooms:
    def __init__(self, ari: Ari, *, music: bool) -> None:
        self._ari = ari
        self._waiting = WAITING if music else WAITING_IN_SILENCE
        self._places: dict[LegId, str] = {}
        self._open: set[str] = set()
        """The bridges on the engine."""

    def is_in(self, room: str, leg: LegId) -> bool:
        return self._places.get(leg) == ROOM + room

    def is_on_hold(self, leg: LegId) -> bool:
        return self._places.get(leg) == ON_HOLD + leg

    def legs(self, room: str) -> list[LegId]:
        return [leg for leg, place in self._places.items() if place == ROOM + room]

    async def enter(self, room: str, leg: LegId) -> None:
        await self._move(leg, ROOM + room, TALKING)

    async def enter_booth(self, bridge: str, leg: LegId) -> None:
        """A bridge that is no room: of a leg that listens in."""
        await self._move(leg, bridge, TALKING)

    async def hold(self, leg: LegId) -> None:
        try:
            await self._move(leg, ON_HOLD + leg, self._waiting)
        except Refused:
            await self.destroy(ON_HOLD + leg)
            raise

    async def part(self, leg: LegId) -> None:
        if place := self._places.pop(leg, None):
            with suppress(Refused):  # 404, 409: the bridge is gone, or the leg is not in it any more
                await self._ari.remove(place, leg)

    async def close(self, room: str) -> None:
        for leg in self.legs(room):
            self.leave(leg)
        await self.destroy(ROOM + room)

    def leave(self, leg: LegId) -> None:
        """It is in no bridge any more."""
        self._places.pop(leg, None)

    async def gone(self, leg: LegId) -> None:
        """From the engine."""
        self.leave(leg)
        with suppress(EngineAway):  # then `adopt` clears away
            await self.destroy(ON_HOLD + leg)

    async def destroy(self, bridge: str) -> None:
        """One that is not there is fine."""
        if bridge in self._open:
            self._open.discard(bridge)
            with suppress(Refused):  # 404: not there
                await self._ari.destroy_bridge(bridge)

    async def adopt(self, legs: Iterable[LegId], bridges: Iterable[Bridge]) -> None:
        """Of an earlier connection. What legs left behind that are gone is cleared away."""
        self._open = {bridge.id for bridge in bridges}
        self._places = {LegId(leg): bridge.id for bridge in bridges for leg in bridge.channels}
        alive = {ON_HOLD + leg for leg in legs}
        for bridge in [each for each in self._open if each.startswith(ON_HOLD) and each not in alive]:
            await self.destroy(bridge)

    async def open(self) -> tuple[str, ...]:
        """The rooms on the engine now."""
        bridges = await self._ari.bridges()
        return tuple(bridge.id.removeprefix(ROOM) for bridge in bridges if bridge.id.startswith(ROOM))

    async def _move(self, leg: LegId, bridge: str, kind: Kind) -> None:
        self.leave(leg)
        if bridge not in self._open:
            await self._create(bridge, kind)
        try:
            await self._ari.add(bridge, leg, kind.role)
        except Refused as refused:
            if refused.status != NO_SUCH_BRIDGE:
                raise
            await self._create(bridge, kind)  # whoever was in it has just closed it
            await self._ari.add(bridge, leg, kind.role)
        self._places[leg] = bridge

    async def _create(self, bridge: str, kind: Kind) -> None:
        with suppress(Refused):  # 409: another leg that enters has just made it
            await self._ari.create_bridge(bridge, kind.bridge)
        self._open.add(bridge)
