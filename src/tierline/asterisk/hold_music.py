"""Music for callers on hold, composed here so that no one's rights are in it: slow broken chords, soft as a
music box."""

import wave
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

RATE = 8000
NOTE = 0.42
"""Seconds from one note to the next."""
RING = 2.4
"""Seconds a note is heard: notes overlap, so the line is never silent."""
LOUDNESS = 0.16
"""Peak, of full scale: quieter than speech, so that a prompt after it is not a shock, nor it after a
prompt."""

CHORDS = (  # MIDI note numbers: C, A minor, F, G; then C, E minor, F, G suspended and resolved
    (48, 55, 60, 64, 67, 64, 60, 55),
    (45, 52, 57, 60, 64, 60, 57, 52),
    (41, 53, 57, 60, 65, 60, 57, 53),
    (43, 55, 59, 62, 67, 62, 59, 55),
    (48, 55, 60, 64, 72, 67, 64, 60),
    (52, 55, 59, 64, 67, 64, 59, 55),
    (41, 53, 57, 60, 69, 65, 60, 57),
    (43, 55, 60, 62, 67, 62, 59, 55),
)
VERSES = 2


def compose() -> NDArray[np.int16]:
    """About 55 s of 8 kHz mono samples, rising from silence at the start and falling to it at the end."""
    notes = [note for _ in range(VERSES) for chord in CHORDS for note in chord]
    sound = np.zeros(round((len(notes) * NOTE + RING) * RATE))
    for number, note in enumerate(notes):
        start = round(number * NOTE * RATE)
        tone = _tone(note)
        sound[start : start + len(tone)] += tone
    fade = np.minimum(1, np.arange(len(sound)) / (1.5 * RATE))
    sound *= fade * fade[::-1]
    loudest = float(np.abs(sound).max())
    return np.asarray(sound / loudest * LOUDNESS * 32767, dtype=np.int16)


def write_hold_music(folder: Path) -> None:
    """One file for the engine's `default` music class, unless it is there. An agency's own music replaces
    it."""
    path = folder / "hold-music.wav"
    if path.exists():
        return
    unfinished = path.with_suffix(".new")
    with wave.open(str(unfinished), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(compose().tobytes())
    unfinished.rename(path)


def _tone(note: int) -> NDArray[np.float64]:
    t = np.arange(round(RING * RATE)) / RATE
    pitch = 440.0 * 2 ** ((note - 69) / 12)
    body = (
        np.sin(2 * np.pi * pitch * t)
        + 0.25 * np.sin(4 * np.pi * pitch * t)
        + 0.08 * np.sin(6 * np.pi * pitch * t)
    )
    attack = np.minimum(1, t / 0.03)
    release = np.minimum(1, (RING - t) / 0.2)
    faded: NDArray[np.float64] = body * attack * release * np.exp(-1.8 * t)
    return faded
