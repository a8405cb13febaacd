"""Tones by which legs and prompts are told apart in what a telephone hears."""

import wave
from pathlib import Path

import numpy as np

from tierline.speech.wav import RATE, Samples

LOUD = 3000
WINDOW = int(RATE * 0.3)


def tones_in(heard: Samples, known: dict[str, int]) -> set[str]:
    """Which of the tones, by hertz, make up the end of the sound; any other sound is music."""
    heard = heard[-WINDOW:]
    if len(heard) < WINDOW or np.sqrt(np.mean(heard.astype(float) ** 2)) < LOUD / 60:
        return set()
    signal = heard.astype(float)
    power = np.mean(signal**2)
    at = np.arange(len(heard)) / RATE

    def share(hertz: int) -> float:
        return float(2 * abs(np.mean(signal * np.exp(-2j * np.pi * hertz * at))) ** 2 / power)

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
