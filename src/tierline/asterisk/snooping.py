"""Channels that snoop on a leg, for who listens in and for what is recorded."""

import asyncio
from contextlib import suppress
from typing import Literal

from tierline.asterisk.ari import Ari, Refused
from tierline.calls.names import LegId
from tierline.ports.switch import LegGone

STARTS_WITHIN = 2.0
"""Seconds; it takes some milliseconds."""


class Snooping:
    def __init__(self, ari: Ari) -> None:
        self._ari = ari
        self._starting: dict[str, asyncio.Event] = {}

    async def start(
        self, target: LegId, channel: str, *, spy: Literal["both", "in"], whisper: bool = False, args: str
    ) -> None:
        """A channel of that id, which is in our application when this returns: before, it could neither be
        put into a bridge nor recorded. Raises LegGone for its target."""
        started = self._starting[channel] = asyncio.Event()
        try:
            await self._ari.snoop(target, channel, spy=spy, whisper=whisper, args=args)
            await asyncio.wait_for(started.wait(), STARTS_WITHIN)
        except Refused as refused:
            raise LegGone(target) from refused
        except TimeoutError:
            await self.hang_up(channel)
            raise LegGone(target) from None
        finally:
            del self._starting[channel]

    def started(self, channel: str) -> None:
        """The engine says so."""
        if waiting := self._starting.get(channel):
            waiting.set()

    async def hang_up(self, channel: str) -> None:
        """One that is gone, with its target, is fine."""
        with suppress(Refused):  # 404
            await self._ari.hang_up(channel)
