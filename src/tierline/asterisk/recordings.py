"""Recordings of legs: each by a channel that snoops on what the leg says, and is recorded itself.

Recorded directly, a leg in a bridge is not: the engine answers 201 and then fails. What is recorded is a
`.wav`, whose audio survives a killed engine. The snoop ends with its leg or with its recording, never later.
"""

import asyncio
from collections.abc import Callable, Iterable
from contextlib import suppress

import msgspec

from tierline.asterisk.ari import Ari, Channel, EngineAway, Refused
from tierline.asterisk.legs import args_of
from tierline.asterisk.snooping import Snooping
from tierline.calls.names import LegId
from tierline.ports.switch import RecordingFailed, RecordingLost

RECORDING = "recording"
"""The first argument, to our application, of such a snoop's channel; the leg and the recording follow."""

CHANNEL = "tierline-recording-"

ENDS_WITHIN = 2.0
"""Seconds; it takes some milliseconds."""


class Recorded(msgspec.Struct, frozen=True):
    """The snoop's channel is named after the recording, so that a repeated command finds it there."""

    name: str
    leg: LegId

    @property
    def channel(self) -> str:
        return CHANNEL + self.name

    @property
    def args(self) -> str:
        return ",".join((RECORDING, self.leg, self.name))


class Recordings:
    def __init__(self, ari: Ari, snooping: Snooping, tell: Callable[[RecordingLost], None]) -> None:
        """`tell` is told of a recording that ended though its leg goes on."""
        self._ari = ari
        self._snooping = snooping
        self._tell = tell
        self._under_way: dict[str, Recorded] = {}
        self._ending: dict[str, asyncio.Event] = {}

    async def start(self, leg: LegId, name: str) -> None:
        """Raises LegGone, and RecordingFailed where the engine does not record."""
        if name in self._under_way:
            return
        recorded = Recorded(name, leg)
        await self._snooping.start(leg, recorded.channel, spy="in", args=recorded.args)
        self._under_way[name] = recorded
        try:
            await self._ari.record(recorded.channel, name)
        except Refused as refused:
            self._under_way.pop(name, None)
            await self._snooping.hang_up(recorded.channel)
            raise RecordingFailed(str(refused)) from refused

    async def stop(self, name: str) -> None:
        """Returns when the file is whole. One that is over is fine."""
        recorded = self._under_way.pop(name, None)
        if recorded is None:
            return
        ended = self._ending[name] = asyncio.Event()
        try:
            await self._ari.stop_recording(name)
            await asyncio.wait_for(ended.wait(), ENDS_WITHIN)
        except (Refused, TimeoutError):  # 404: over with its leg
            pass
        finally:
            del self._ending[name]
            await self._snooping.hang_up(recorded.channel)

    async def over(self, name: str) -> None:
        """The engine says so of a recording: one that we stopped, or one that it could not go on with."""
        if waiting := self._ending.get(name):
            waiting.set()
        if recorded := self._under_way.pop(name, None):
            self._tell(RecordingLost(recorded.leg, name))
            with suppress(EngineAway):  # then `adopt` clears away
                await self._snooping.hang_up(recorded.channel)

    async def gone(self, leg: LegId) -> None:
        """From the engine, and what was recorded of it ends by itself."""
        for recorded in [one for one in self._under_way.values() if one.leg == leg]:
            self._under_way.pop(recorded.name, None)
            with suppress(EngineAway):
                await self._snooping.hang_up(recorded.channel)

    async def adopt(self, channels: Iterable[Channel]) -> None:
        """Those of an earlier connection whose legs are still there; the others are cleared away."""
        alive = {channel.id for channel in channels}
        self._under_way = {}
        for recorded in under_way(channels):
            if recorded.leg in alive:
                self._under_way[recorded.name] = recorded
            else:
                await self._snooping.hang_up(recorded.channel)


def is_recording(args: tuple[str, ...]) -> bool:
    return args[:1] == (RECORDING,)


def under_way(channels: Iterable[Channel]) -> list[Recorded]:
    found = [args_of(channel) for channel in channels]
    return [Recorded(args[2], LegId(args[1])) for args in found if is_recording(args)]
