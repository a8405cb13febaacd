"""The one audio format that the engine plays and the test caller hears: WAV, 8 kHz, mono, 16 bit."""

import os
import tempfile
import wave
from pathlib import Path

import numpy as np
import numpy.typing as npt

UNFINISHED = ".unfinished-"
"""How the names of files begin that are being written."""
RATE = 8000
"""Samples a second on the telephone."""

Samples = npt.NDArray[np.int16]
"""One channel at `RATE`."""


class NotTelephoneAudio(Exception):
    """The file is not 8 kHz mono 16-bit WAV; the message is a plain sentence that says what it is."""


def read(path: Path) -> Samples:
    """Raises NotTelephoneAudio, FileNotFoundError."""
    with _opened(path) as sound:
        return np.frombuffer(sound.readframes(sound.getnframes()), dtype="<i2")


def check(path: Path) -> None:
    """Reads the header only. Raises NotTelephoneAudio, FileNotFoundError."""
    _opened(path).close()


def write(path: Path, samples: Samples) -> None:
    """Whole or not at all: a reader never sees half a file, nor does a crash leave one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, unfinished = tempfile.mkstemp(dir=path.parent, prefix=UNFINISHED)
    try:
        with os.fdopen(descriptor, "wb") as file, wave.open(file, "wb") as sound:
            sound.setparams((1, 2, RATE, len(samples), "NONE", ""))
            sound.writeframes(samples.astype("<i2").tobytes())
        # mkstemp gives 0600; the engine may run as another user.
        Path(unfinished).chmod(0o644)
        Path(unfinished).replace(path)
    except BaseException:
        Path(unfinished).unlink(missing_ok=True)
        raise


def _opened(path: Path) -> wave.Wave_read:
    try:
        sound = wave.open(str(path), "rb")  # noqa: SIM115 (the caller closes it)
    except (wave.Error, EOFError) as error:
        raise NotTelephoneAudio(f"{path} is not a plain PCM WAV file: {error or 'cut short'}.") from None
    rate, channels, bits = sound.getframerate(), sound.getnchannels(), 8 * sound.getsampwidth()
    if (rate, channels, bits) != (RATE, 1, 16):
        sound.close()
        raise NotTelephoneAudio(f"{path} has {rate} Hz, {channels} channel(s), {bits} bit.")
    return sound
