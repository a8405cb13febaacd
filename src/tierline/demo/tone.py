"""A tone that one side speaks and another hears: that audio really goes between people."""

import asyncio

import numpy as np

from tierline.caller.call import NotHeard, ScriptedCall
from tierline.caller.hearing import QUIET
from tierline.speech.wav import RATE, Samples

CALLER, AGENT = 600.0, 1000.0
"""Hertz: apart from each other, and not those of keys."""

_HALF_A_SECOND = RATE // 2
_PURE = 0.6
"""Share of the sound within 20 Hz of the tone; speech and music stay below 0.4."""


def tone(hertz: float, seconds: float) -> Samples:
    times = np.arange(int(seconds * RATE)) / RATE
    samples: Samples = (8000 * np.sin(2 * np.pi * hertz * times)).astype(np.int16)
    return samples


async def carried(hertz: float, *, to: ScriptedCall, by: ScriptedCall, within: float = 6) -> None:
    """Returns when `to` hears what `by` says. Raises NotHeard, CallOver."""
    begins = len(to.audio)
    by.say(tone(hertz, within / 2))
    try:
        async with asyncio.timeout(within):
            while not _sounds(hertz, to.audio[max(begins, len(to.audio) - _HALF_A_SECOND) :]):
                await to.more()
    except TimeoutError:
        raise NotHeard(f"a tone of {hertz:g} Hz did not arrive within {within:g} s") from None


def _sounds(hertz: float, part: Samples) -> bool:
    if len(part) < _HALF_A_SECOND:
        return False
    power = np.square(np.abs(np.fft.rfft(part.astype(np.float64))))
    near = np.abs(np.fft.rfftfreq(len(part), 1 / RATE) - hertz) < 20
    loud = np.sqrt(np.mean(np.square(part.astype(np.float64)))) > 4 * QUIET
    return bool(loud and power[near].sum() > _PURE * power.sum())
