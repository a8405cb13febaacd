"""The parts of a recording as one sound, each where it was: what nobody recorded is silence."""

import struct
from collections.abc import Sequence
from datetime import timedelta

import numpy as np
import numpy.typing as npt

from tierline.calls.recorded import Part
from tierline.ports.recordings import BYTES_A_SECOND, RATE, RecordingGone, Recordings

HEADER = 44
_Sound = npt.NDArray[np.int32]
_FULL = np.iinfo(np.int16)


def size(parts: Sequence[Part]) -> int:
    """Bytes of the WAV file that `mixed` gives slices of."""
    return HEADER + 2 * max((_begins(parts, part) + _samples(part) for part in parts), default=0)


async def mixed(recordings: Recordings, parts: Sequence[Part], first: int, last: int) -> bytes:
    """Bytes `first` to `last`, both included, within `size`. A part that is gone is silence too."""
    whole = size(parts)
    begin, end = max(first - HEADER, 0) // 2, max(last + 1 - HEADER + 1, 0) // 2
    sound = np.zeros(end - begin, np.int32)
    for part in parts:
        await _add(recordings, part, sound, begin - _begins(parts, part))
    audio = np.clip(sound, _FULL.min, _FULL.max).astype("<i2").tobytes()
    held, at = (_header(whole), 0) if first < HEADER else (b"", HEADER + 2 * begin)
    return (held + audio)[first - at : last + 1 - at]


async def _add(recordings: Recordings, part: Part, sound: _Sound, skip: int) -> None:
    """`skip` samples of the part are before the sound; below 0 it begins later."""
    there = len(sound) + min(skip, 0)
    if there <= 0 or skip >= _samples(part):
        return
    try:
        audio = np.frombuffer(await recordings.audio(part.name, max(skip, 0), there), dtype="<i2")
    except RecordingGone:
        return
    at = max(-skip, 0)
    sound[at : at + len(audio)] += audio


def _begins(parts: Sequence[Part], part: Part) -> int:
    first = min(one.since for one in parts)
    return int((part.since - first) / timedelta(seconds=1) * RATE)


def _samples(part: Part) -> int:
    return int((part.seconds or 0) * RATE)


def _header(whole: int) -> bytes:
    form = struct.pack("<IHHIIHH", 16, 1, 1, RATE, BYTES_A_SECOND, 2, 16)
    length = whole - HEADER
    return b"RIFF" + struct.pack("<I", whole - 8) + b"WAVEfmt " + form + b"data" + struct.pack("<I", length)
