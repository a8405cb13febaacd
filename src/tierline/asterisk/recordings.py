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


class _Open(msgspec.Struct, eq=False):
    """The engine writes to its file, and says when that is whole."""

    recorded: Recorded
    ending: bool = False
    """We stopped it, or its leg went."""
    whole: asyncio.Event = msgspec.field(default_factory=asyncio.Event)


class Recordings:
    def __init__(self, ari: Ari, snooping: Snooping, tell: Callable[[RecordingLost], None]) -> None:
        """`tell` is told of a recording that ended though its leg goes on."""
        self._ari = ari
        self._snooping = snooping
        self._tell = tell
        self._open: dict[str, _Open] = {}

    async def start(self, leg: LegId, name: str) -> None:
        """Raises LegGone, and RecordingFailed where the engine does not record."""
        if name in self._open:
            return
        recorded = Recorded(name, leg)
        await self._snooping.start(leg, recorded.channel, spy="in", args=recorded.args)
        self._open[name] = _Open(recorded)
        try:
            await self._ari.record(recorded.channel, name)
        except Refused as refused:
            self._open.pop(name, None)
            await self._snooping.hang_up(recorded.channel)
            raise RecordingFailed(str(refused)) from refused

    async def stop(self, name: str) -> None:
        """Returns when the file is whole. One that is over is fine."""
        one = self._open.get(name)
        if one is None:
            return
        one.ending = True
        try:
            with suppress(Refused):  # 404: over with its leg
                await self._ari.stop_recording(name)
            with suppress(TimeoutError):
                await asyncio.wait_for(one.whole.wait(), ENDS_WITHIN)
        finally:
            self._open.pop(name, None)
            await self._snooping.hang_up(one.recorded.channel)

    async def over(self, name: str) -> None:
        """The engine has closed the file: of one that is ending, or one that it could not go on with."""
        one = self._open.pop(name, None)
        if one is None:
            return
        one.whole.set()
        if not one.ending:
            self._tell(RecordingLost(one.recorded.leg, name))
            await self._hang_up(one)

    async def gone(self, leg: LegId) -> None:
        """From the engine, and what was recorded of it ends by itself."""
        for one in [one for one in self._open.values() if one.recorded.leg == leg]:
            one.ending = True
            await self._hang_up(one)

    async def adopt(self, channels: Iterable[Channel]) -> None:
        """Those of an earlier connection; they end where their legs are gone."""
        self._open = {recorded.name: _Open(recorded) for recorded in under_way(channels)}
        alive = {channel.id for channel in channels}
        for leg in {one.recorded.leg for one in self._open.values()} - alive:
            await self.gone(leg)

    async def _hang_up(self, one: _Open) -> None:
        with suppress(EngineAway):  # then `adopt` clears away
            await self._snooping.hang_up(one.recorded.channel)


def is_recording(args: tuple[str, ...]) -> bool:
    return args[:1] == (RECORDING,)


def under_way(channels: Iterable[Channel]) -> list[Recorded]:
    found = [args_of(channel) for channel in channels]
    return [Recorded(args[2], LegId(args[1])) for args in found if is_recording(args)]
