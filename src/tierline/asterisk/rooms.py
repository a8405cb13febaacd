"""Where each leg is: in a room with others, or alone on hold.

On hold with music, each leg has a holding bridge of its own. In one for all, each who came or went would cost
the engine something for everyone who waits: it writes variables of all in a bridge anew.

On hold in silence, a leg is outside of every bridge at first, which costs nothing to begin or to end. But
the engine looks at each of those five times a second: who waits for long gets a bridge to talk in, alone.
When it comes to talk, that is the room, and the others enter it. Nobody enters where a leg is on hold before
it has made that a room.
"""

import secrets
from collections.abc import Iterable
from contextlib import suppress
from time import monotonic

import msgspec

from tierline.asterisk.ari import Ari, Bridge, EngineAway, Refused
from tierline.calls.names import LegId

BOOTH = "tierline-booth-"
"""So begins the id of a bridge in which a leg listens in."""

NO_SUCH_BRIDGE = 404


class Kind(msgspec.Struct, frozen=True):
    """Of a bridge, and what a leg is in it. Ids begin with `prefix`."""

    prefix: str
    bridge: str
    role: str = ""


# `dtmf_events`: else the engine may connect the media directly, and nobody hears the keys.
TALKING = Kind("tierline-room-", "mixing,dtmf_events")
# Only a leg with this role gets music; after a prompt it comes back by itself.
MUSIC = Kind("tierline-hold-", "holding", "holding_participant")


class Place(msgspec.Struct, eq=False):
    """A bridge, made for the first who enters and ended with the last who leaves."""

    id: str
    kind: Kind
    legs: set[LegId] = msgspec.field(default_factory=set)
    """Those on their way into it too, so that nobody on hold is taken to be alone meanwhile."""
    room: str | None = None
    made: bool = False


class Rooms:
    def __init__(self, ari: Ari, *, music: bool) -> None:
        self._ari = ari
        self._music = music
        self._places: dict[LegId, Place] = {}
        self._rooms: dict[str, Place] = {}
        self._outside: dict[LegId, float] = {}
        """Those on hold in no place at all, and when each began."""

    def is_in(self, room: str, leg: LegId) -> bool:
        return room in self._rooms and self._places.get(leg) is self._rooms[room]

    def is_on_hold(self, leg: LegId) -> bool:
        place = self._places.get(leg)
        if place is None:
            return leg in self._outside
        if self._music:
            return place.kind is MUSIC
        return place.room is None and place.legs == {leg}

    def legs(self, room: str) -> list[LegId]:
        return list(self._rooms[room].legs) if room in self._rooms else []

    async def enter(self, room: str, leg: LegId) -> None:
        place = self._rooms.get(room) or self._own(leg) or _new(TALKING)
        await self._enter(room, place, leg)

    async def enter_booth(self, booth: str, leg: LegId) -> None:
        """A room whose bridge has its name: of a leg that listens in."""
        await self._enter(booth, self._rooms.get(booth) or Place(booth, TALKING), leg)

    async def hold(self, leg: LegId) -> None:
        place = self._places.get(leg)
        if self._music:
            await self._move(leg, _new(MUSIC))
        elif place is None:
            self._outside[leg] = monotonic()
        elif place.legs == {leg}:
            self._no_room(place)
        else:
            await self._move(leg, _new(TALKING))

    def outside(self, *, seconds: float) -> list[LegId]:
        """Those on hold outside of every bridge for so long."""
        since = monotonic() - seconds
        return [leg for leg, began in self._outside.items() if began <= since]

    async def settle(self, leg: LegId) -> None:
        """One on hold, if it still is, into a bridge to itself."""
        if leg in self._outside:
            await self._move(leg, _new(TALKING))

    async def part(self, leg: LegId) -> None:
        place = self._put(leg, None)
        if place and place.made:
            with suppress(Refused):  # 404, 409: the bridge is gone, or the leg is not in it any more
                await self._ari.remove(place.id, leg)
        await self._end_if_empty(place)

    async def close(self, room: str) -> None:
        """One that is not there is fine."""
        if place := self._rooms.get(room):
            for leg in list(place.legs):
                self._put(leg, None)
            await self._end_if_empty(place)

    def leave(self, leg: LegId) -> None:
        """It is gone, and its bridge is ended by `close`."""
        self._put(leg, None)

    async def gone(self, leg: LegId) -> None:
        """From the engine."""
        await self._end_if_empty(self._put(leg, None))

    async def adopt(self, bridges: Iterable[Bridge]) -> None:
        """Of an earlier connection. Which bridge is which room is not known until one of those inside is told
        to enter it. Empty ones are ended."""
        self._places.clear()
        self._rooms.clear()
        self._outside.clear()
        for bridge in bridges:
            kind = MUSIC if bridge.id.startswith(MUSIC.prefix) else TALKING
            place = Place(bridge.id, kind, made=True)
            if bridge.id.startswith(BOOTH):
                self._is_room(place, bridge.id)
            for leg in bridge.channels:
                self._put(LegId(leg), place)
            await self._end_if_empty(place)

    async def _enter(self, room: str, place: Place, leg: LegId) -> None:
        self._is_room(place, room)
        await self._move(leg, place)

    async def _move(self, leg: LegId, place: Place) -> None:
        before = self._put(leg, place)
        if before is place:
            return
        try:
            await self._add(leg, place)
        except (Refused, EngineAway):
            self._put(leg, before)
            await self._end_if_empty(place)
            raise
        await self._end_if_empty(before)

    async def _add(self, leg: LegId, place: Place) -> None:
        if not place.made:
            await self._make(place)
        try:
            await self._ari.add(place.id, leg, place.kind.role)
        except Refused as refused:
            if refused.status != NO_SUCH_BRIDGE:
                raise
            await self._make(place)  # whoever was in it has just closed it
            await self._ari.add(place.id, leg, place.kind.role)

    async def _make(self, place: Place) -> None:
        with suppress(Refused):  # 409: another leg that enters has just made it
            await self._ari.create_bridge(place.id, place.kind.bridge)
        place.made = True

    async def _end_if_empty(self, place: Place | None) -> None:
        if place and not place.legs:
            self._no_room(place)
            if place.made:
                place.made = False
                with suppress(Refused):  # 404: not there
                    await self._ari.destroy_bridge(place.id)

    def _own(self, leg: LegId) -> Place | None:
        """The place to talk in where it is on hold, or where it was when the application came back."""
        place = self._places.get(leg)
        return place if place and place.kind is TALKING and place.room is None else None

    def _is_room(self, place: Place, room: str) -> None:
        place.room = room
        self._rooms[room] = place

    def _no_room(self, place: Place) -> None:
        if place.room:
            del self._rooms[place.room]
            place.room = None

    def _put(self, leg: LegId, place: Place | None) -> Place | None:
        """Where it was before."""
        self._outside.pop(leg, None)
        before = self._places.pop(leg, None)
        if before:
            before.legs.discard(leg)
        if place:
            self._places[leg] = place
            place.legs.add(leg)
        return before


def _new(kind: Kind) -> Place:
    """Of an id of its own: the engine is slow to give a name free."""
    return Place(kind.prefix + secrets.token_hex(8), kind)
