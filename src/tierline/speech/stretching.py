"""Slower without a lower voice: waveform-similarity overlap-add (Verhelst and Roelands, ICASSP 1993).

Short pieces are laid out further apart than they were; each is taken from where, close to its place, it goes
on most like the piece before. So every period of the voice stays whole, and the pitch stays.
"""

import numpy as np
import numpy.typing as npt

from tierline.speech.wav import Samples

LONGER = 4 / 3
"""Three quarters of the speed."""

_PIECE = 240
"""30 ms at 8 kHz: two periods of a deep voice. Pieces overlap by half."""
_STEP = _PIECE // 2
_SEEK = 80
"""10 ms to either side: one period of a deep voice is in between."""

Floats = npt.NDArray[np.float64]


def stretch(samples: Samples, longer: float = LONGER) -> Samples:
    """At 8 kHz, `longer` times as long (to the sample)."""
    length = round(len(samples) * longer)
    # Silence ahead takes the fade of the first piece, and is cut off again.
    ahead = np.zeros(_STEP + _SEEK)
    sound = np.concatenate([ahead, samples.astype(np.float64), np.zeros(2 * (_PIECE + _SEEK))])
    begin = round(len(ahead) * longer)
    laid_out = np.zeros(begin + length + _PIECE)
    window = np.hanning(_PIECE + 1)[:-1]
    taken = 0
    for at in range(0, begin + length, _STEP):
        wanted = min(round(at / longer), len(sound) - _PIECE)
        taken = _most_alike(sound, wanted, taken + _STEP) if at else wanted
        laid_out[at : at + _PIECE] += window * sound[taken : taken + _PIECE]
    return np.clip(np.rint(laid_out[begin : begin + length]), -32768, 32767).astype(np.int16)


def _most_alike(sound: Floats, wanted: int, follows: int) -> int:
    """Where, within `_SEEK` of `wanted`, a piece starts that is most like the one at `follows`."""
    first = max(wanted - _SEEK, 0)
    around = sound[first : wanted + _SEEK + _PIECE]
    like = sound[follows : follows + _PIECE]
    if len(like) < _PIECE or not like.any():
        return wanted
    energy = np.convolve(around**2, np.ones(_PIECE), "valid")
    alike = np.correlate(around, like, "valid") / np.sqrt(energy + 1)
    return first + int(np.argmax(alike))
