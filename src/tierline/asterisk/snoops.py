"""Supervisors' legs that listen in: each in a bridge of its own with a channel that snoops on its target.

The engine leaves a snoop and its bridge behind when the target or the supervisor is gone: they are cleared
away here, also those that an earlier process of ours left.
"""

import secrets
from collections.abc import Iterable
from contextlib import suppress

import msgspec

from tierline.asterisk.ari import Bridge, Channel, EngineAway, Refused
from tierline.asterisk.legs import args_of
from tierline.asterisk.rooms import BOOTH, Rooms
from tierline.asterisk.snooping import Snooping
from tierline.calls.names import LegId

SNOOP = "snoop"
"""The first argument, to our application, of a snoop's channel; the leg, its target and whether it whispers
follow."""

CHANNEL = "tierline-snoop-"


class Snoop(msgspec.Struct, frozen=True):
    id: str
    leg: LegId
    target: LegId
    whisper: bool

    @property
    def channel(self) -> LegId:
        return LegId(CHANNEL + self.id)

    @property
    def booth(self) -> str:
        """Of the same id as the snoop, since the engine is slow to give a name free."""
        return BOOTH + self.id

    @property
    def args(self) -> str:
        return ",".join((SNOOP, self.leg, self.target, str(int(self.whisper))))


class Snoops:
    def __init__(self, snooping: Snooping, rooms: Rooms) -> None:
        self._snooping = snooping
        self._rooms = rooms
        self._snoops: dict[LegId, Snoop] = {}
        """By the leg that listens."""

    async def monitor(self, leg: LegId, target: LegId, *, whisper: bool) -> None:
        """One caller at a time for each leg. Raises `Refused` when it is gone, LegGone for its target."""
        before = self._snoops.get(leg)
        if before and (before.target, before.whisper) == (target, whisper):
            return
        snoop = Snoop(secrets.token_hex(8), leg, target, whisper)
        await self._snooping.start(target, snoop.channel, spy="both", whisper=whisper, args=snoop.args)
        self._snoops[leg] = snoop
        try:
            await self._rooms.enter_booth(snoop.booth, snoop.channel)
            await self._rooms.enter_booth(snoop.booth, leg)
        except Refused:
            await self.end(leg)
            raise
        finally:
            if before:
                await self._clear(before)

    async def end(self, leg: LegId) -> None:
        """The leg has moved elsewhere, or is gone. One that listened to nobody is fine."""
        if snoop := self._snoops.pop(leg, None):
            await self._clear(snoop)

    async def gone(self, leg: LegId) -> None:
        """From the engine. Whoever listened to it stays, in silence."""
        with suppress(EngineAway):  # then `adopt` clears away
            await self.end(leg)
            for snoop in [snoop for snoop in self._snoops.values() if snoop.target == leg]:
                self._snoops[snoop.leg] = msgspec.structs.replace(snoop, target=LegId(""))
                await self._hang_up(snoop)

    async def adopt(self, channels: Iterable[Channel], bridges: Iterable[Bridge]) -> None:
        """Those of an earlier connection that still have both ends; the others are cleared away."""
        alive = {channel.id for channel in channels}
        inside = {bridge.id: bridge.channels for bridge in bridges if bridge.id.startswith(BOOTH)}
        self._snoops = {}
        for snoop in [of(channel) for channel in channels if is_snoop(args_of(channel))]:
            if snoop.target in alive and {snoop.leg, snoop.channel} <= {*inside.pop(snoop.booth, ())}:
                self._snoops[snoop.leg] = snoop
            else:
                await self._clear(snoop)
        for booth in inside:
            await self._rooms.close(booth)

    async def _clear(self, snoop: Snoop) -> None:
        await self._hang_up(snoop)
        await self._rooms.close(snoop.booth)

    async def _hang_up(self, snoop: Snoop) -> None:
        self._rooms.leave(snoop.channel)
        await self._snooping.hang_up(snoop.channel)


def is_snoop(args: tuple[str, ...]) -> bool:
    return args[:1] == (SNOOP,)


def of(channel: Channel) -> Snoop:
    _, leg, target, whisper = args_of(channel)
    return Snoop(channel.id.removeprefix(CHANNEL), LegId(leg), LegId(target), whisper == "1")
