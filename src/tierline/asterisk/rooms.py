"""Where each leg is: in a room with others, or alone with the hold music.

On hold, each leg has a holding bridge of its own, for as long as the leg lives. In one for all, each who came
or went would cost the engine something for everyone who waits: it writes variables of all in a bridge anew.
Without music a leg on hold needs none: outside of every bridge it is alone and in silence.
"""

from collections import defaultdict
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


class Rooms:
    def __init__(self, ari: Ari, *, music: bool) -> None:
        self._ari = ari
        self._music = music
        self._places: dict[LegId, str] = {}
        self._inside: defaultdict[str, set[LegId]] = defaultdict(set)
        """The same by place: the legs of a room are asked for at the end of every call."""
        self._open: set[str] = set()
        """The bridges on the engine."""

    def is_in(self, room: str, leg: LegId) -> bool:
        return self._places.get(leg) == ROOM + room

    def is_on_hold(self, leg: LegId) -> bool:
        return self._places.get(leg) == ON_HOLD + leg

    def legs(self, room: str) -> list[LegId]:
        return list(self._inside.get(ROOM + room, ()))

    async def enter(self, room: str, leg: LegId) -> None:
        await self._move(leg, ROOM + room, TALKING)

    async def enter_booth(self, bridge: str, leg: LegId) -> None:
        """A bridge that is no room: of a leg that listens in."""
        await self._move(leg, bridge, TALKING)

    async def hold(self, leg: LegId) -> None:
        if not self._music:
            await self.part(leg)
            self._put(leg, ON_HOLD + leg)
            return
        try:
            await self._move(leg, ON_HOLD + leg, WAITING)
        except Refused:
            await self.destroy(ON_HOLD + leg)
            raise

    async def part(self, leg: LegId) -> None:
        if (place := self.leave(leg)) in self._open:
            with suppress(Refused):  # 404, 409: the bridge is gone, or the leg is not in it any more
                await self._ari.remove(place, leg)

    async def close(self, room: str) -> None:
        for leg in self.legs(room):
            self.leave(leg)
        await self.destroy(ROOM + room)

    def leave(self, leg: LegId) -> str | None:
        """It is in no bridge any more; the one in which it was."""
        place = self._places.pop(leg, None)
        if place:
            self._inside[place].discard(leg)
            if not self._inside[place]:
                del self._inside[place]
        return place

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
        self._places.clear()
        self._inside.clear()
        for bridge in bridges:
            for leg in bridge.channels:
                self._put(LegId(leg), bridge.id)
        alive = {ON_HOLD + leg for leg in legs}
        for left in [each for each in self._open if each.startswith(ON_HOLD) and each not in alive]:
            await self.destroy(left)

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
        self._put(leg, bridge)

    def _put(self, leg: LegId, place: str) -> None:
        self._places[leg] = place
        self._inside[place].add(leg)

    async def _create(self, bridge: str, kind: Kind) -> None:
        with suppress(Refused):  # 409: another leg that enters has just made it
            await self._ari.create_bridge(bridge, kind.bridge)
        self._open.add(bridge)
