"""What each person in a test says: a steady tone of their own, so that whoever hears it knows who speaks."""

import wave
from pathlib import Path

import numpy as np

RATE = 48_000
"""Samples a second, as Chromium's fake microphone wants them."""


def write_tone(file: Path, hertz: int, seconds: int = 2) -> Path:
    """Whole periods only, so that the microphone's repeating of the file is not heard."""
    samples = np.arange(RATE * seconds)
    loudness = 0.4 * np.iinfo(np.int16).max
    tone = (loudness * np.sin(2 * np.pi * hertz * samples / RATE)).astype("<i2")
    with wave.open(str(file), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(tone.tobytes())
    return file
