"""Tones by which legs and prompts are told apart in what a telephone hears."""

import wave
from pathlib import Path

import numpy as np

from tierline.speech.wav import RATE, Samples

LOUD = 3000
WINDOW = int(RATE * 0.3)
PIECE = int(RATE * 0.05)
"""In which a tone is looked for by itself: on a busy machine a telephone leaves some sound out, and after
each gap the tone begins anew."""


def tones_in(heard: Samples, known: dict[str, int]) -> set[str]:
    """Which of the tones, by hertz, make up the end of the sound; any other sound is music."""
    heard = heard[-WINDOW:]
    if len(heard) < WINDOW or np.sqrt(np.mean(heard.astype(float) ** 2)) < LOUD / 60:
        return set()
    pieces = heard.astype(float).reshape(-1, PIECE)
    power = np.mean(pieces**2)
    at = np.arange(PIECE) / RATE

    def share(hertz: int) -> float:
        of_each = np.mean(pieces * np.exp(-2j * np.pi * hertz * at), axis=1)
        return float(2 * np.mean(abs(of_each) ** 2) / power)

    return {name for name, hertz in known.items() if share(hertz) > 0.2} or {"music"}


def tone(hertz: int, seconds: float) -> Samples:
    at = np.arange(int(RATE * seconds)) / RATE
    return (LOUD * np.sin(2 * np.pi * hertz * at)).astype(np.int16)


def write_tone(path: Path, hertz: int, seconds: float) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(tone(hertz, seconds).tobytes())
    return path
