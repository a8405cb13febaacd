"""Recordings in memory, of the legs of a switch in memory: as long as they went on, and silent."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

import msgspec

from tierline.calls.names import LegId
from tierline.ports.recordings import RATE, RecordingGone, Recordings, Settled, Written
from tierline.ports.switch import RecordingFailed


class _Recording(msgspec.Struct):
    leg: LegId
    began: datetime
    ended: datetime | None = None
    died: bool = False


class TwinRecordings(Recordings):
    """`full` is a disk on which nothing can be written."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._recordings: dict[str, _Recording] = {}
        self.full = False

    # For the switch.

    @property
    def under_way(self) -> tuple[str, ...]:
        return tuple(name for name, one in self._recordings.items() if one.ended is None)

    @property
    def legs(self) -> set[LegId]:
        """Those that are being recorded."""
        return {one.leg for one in self._recordings.values() if one.ended is None}

    def leg_of(self, name: str) -> LegId:
        return self._recordings[name].leg

    def start(self, leg: LegId, name: str) -> None:
        if self.full:
            raise RecordingFailed("no space left on the disk")
        self._recordings.setdefault(name, _Recording(leg, self._now()))

    def stop(self, name: str) -> None:
        one = self._recordings.get(name)
        if one and one.ended is None:
            one.ended = self._now()

    def leg_ends(self, leg: LegId) -> None:
        for name in self.under_way:
            if self._recordings[name].leg == leg:
                self.stop(name)

    def breaks(self, name: str) -> LegId:
        self.full = True
        self.stop(name)
        return self._recordings[name].leg

    def die(self) -> None:
        for name in self.under_way:
            self.stop(name)
            self._recordings[name].died = True

    # The port.

    async def settle(self, name: str) -> Settled | None:
        one = self._recordings.get(name)
        if one is None:
            return None
        cut_short, one.died = one.died, False
        return Settled(self._seconds(one), cut_short)

    async def audio(self, name: str, first: int, count: int) -> bytes:
        if name not in self._recordings:
            raise RecordingGone(name)
        samples = int(self._seconds(self._recordings[name]) * RATE)
        return bytes(2 * max(min(count, samples - first), 0))

    async def delete(self, name: str) -> None:
        self._recordings.pop(name, None)

    async def written(self) -> Sequence[Written]:
        return [Written(name, one.ended or self._now()) for name, one in self._recordings.items()]

    def _seconds(self, one: _Recording) -> float:
        return ((one.ended or self._now()) - one.began) / timedelta(seconds=1)
