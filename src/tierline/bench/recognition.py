"""Knows a prompt again by its packets, so that its first one is found even in the middle of another prompt.

The engine turns the same file into the same packets each time, and numbers them without a gap while it plays.
So any packet whose sound is heard once in the file says which number the file's first packet had, even where
a prompt begins with silence, or with the very silence that was there before it.
"""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import numpy.typing as npt

from tierline.bench.rtp import SAMPLES, payload_of, sequence_of
from tierline.speech.wav import Samples, read

LOOKED_AT = 100
"""Packets from a prompt's start among which it is recognised: 2 s, more than any silence before a word."""

BIAS, CLIP = 0x84, 32635


class Prompt:
    """One or more files, of which any may be the one that is played."""

    def __init__(self, files: Iterable[Path]) -> None:
        self._places: dict[bytes, int] = {}
        for file in files:
            self._places |= _once(packets(read(file)))

    def began(self, packet: bytes) -> int | None:
        """The number (RTP sequence) of the prompt's first packet, if this is one of its packets."""
        place = self._places.get(payload_of(packet))
        return None if place is None else (sequence_of(packet) - place) & 0xFFFF


def packets(sound: Samples) -> list[bytes]:
    coded = mu_law(sound).tobytes()
    return [coded[at : at + SAMPLES] for at in range(0, len(coded) - SAMPLES + 1, SAMPLES)]


def mu_law(sound: Samples) -> npt.NDArray[np.uint8]:
    """As the engine does it: G.711 of the last of the four values that share a sample's upper 14 bits."""
    linear = sound.astype(np.int32) | 3
    sign = np.where(linear < 0, 0x80, 0)
    size = np.minimum(np.abs(linear), CLIP) + BIAS
    exponent = np.floor(np.log2(size)).astype(np.int32) - 7
    mantissa = (size >> (exponent + 3)) & 0x0F
    coded: npt.NDArray[np.uint8] = (~(sign | exponent << 4 | mantissa) & 0xFF).astype(np.uint8)
    return coded


def _once(sounds: list[bytes]) -> dict[bytes, int]:
    heard = Counter(sounds)
    return {sound: place for place, sound in enumerate(sounds[:LOOKED_AT]) if heard[sound] == 1}
