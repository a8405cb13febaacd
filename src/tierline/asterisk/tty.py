"""Hears a text telephone (TTY) on a caller's leg: the engine's own tone detector, set twice.

A TTY holds a mark of 1400 Hz for 150 ms or more before and after what is typed, and keys down to a space
of 1800 Hz. Both must be heard, the space soon after the mark: a note of music, a whistle or a key of a
keypad may come near one of the two, but not to both. A detector looks at blocks of 20 ms, in which at
least two thirds of the power must be the tone's (3 dB): that takes in a TTY 1 % off its frequencies, or
one 10 dB above the noise. With the engine's own 16 dB, one that is 5 Hz off would not be heard.

The audio is taken to have 8000 samples a second (G.711): on a line with another codec nothing is heard.
Needs Asterisk 22.6 (the event `ChannelToneDetected`, and the detector's option `e`); an older one tells
nothing.
"""

import re
import time
from collections.abc import Callable, Set

from tierline.asterisk.ari import Ari
from tierline.calls.names import LegId

MARK = "TONE_DETECT(1400,150,red(3))"
"""Hertz, milliseconds; of what is received, one event and then no more, 3 dB."""

SPACE = "TONE_DETECT(1800,50,red(3))"
"""Two blocks: the start bit of most characters, with the zeros after it, is as long as that."""

OFF = "TONE_DETECT(0,,x)"

SOON = 5.0
"""Seconds. A space that comes later has nothing to do with that mark."""

OLDEST = (22, 6)
"""Of the engine's versions that tell."""


def hears_tty(version: str) -> bool:
    """Whether an engine of this version ("22.6.0", "certified-20.7-cert3") tells of tones. False also for one
    whose version is not a number, as of a build from the sources between versions."""
    numbers = re.match(r"(?:certified[-/])?(\d+)\.(\d+)", version)
    return numbers is not None and (int(numbers[1]), int(numbers[2])) >= OLDEST


class TtyEar:
    def __init__(self, ari: Ari, heard: Callable[[LegId], None]) -> None:
        self._ari = ari
        self._heard = heard
        self._mark_at: dict[LegId, float | None] = {}
        """The legs that are listened to, with the time of the mark whose space is awaited."""

    async def listen(self, leg: LegId) -> None:
        """To an answered leg; again changes nothing. Raises Refused, EngineAway."""
        if leg not in self._mark_at:
            self._mark_at[leg] = None
            await self._ari.set(leg, MARK)

    async def heard_tone(self, leg: LegId) -> None:
        """The engine says so. Of a leg that an earlier process listened to, it is taken for a mark. Raises
        Refused, EngineAway."""
        mark_at, now = self._mark_at.get(leg), time.monotonic()
        if mark_at is None:
            self._mark_at[leg] = now
            await self._listen_anew(leg, SPACE)
        elif now - mark_at > SOON:
            self._mark_at[leg] = None
            await self._listen_anew(leg, MARK)
        else:
            self._heard(leg)
            await self._ari.set(leg, OFF)

    def adopt(self, alive: Set[LegId]) -> None:
        """Of an engine that died meanwhile no leg is left."""
        self._mark_at = {leg: mark_at for leg, mark_at in self._mark_at.items() if leg in alive}

    def forget(self, leg: LegId) -> None:
        self._mark_at.pop(leg, None)

    async def _listen_anew(self, leg: LegId, what: str) -> None:
        # A detector that told its one event stays deaf until it is taken off.
        await self._ari.set(leg, OFF)
        await self._ari.set(leg, what)
