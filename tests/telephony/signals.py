"""Sounds that callers' telephones send, 8 kHz: text telephones, and what must not be taken for one."""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
from scipy import signal

from tierline.asterisk.hold_music import compose
from tierline.speech import baudot
from tierline.speech.wav import RATE, Samples

ROWS, COLUMNS = (697, 770, 852, 941), (1209, 1336, 1477, 1633)
"""Hertz of the keys (ITU-T Q.23)."""


def text_telephones() -> dict[str, Samples]:
    hello = baudot.render("HELLO GA")
    noise = np.random.default_rng(1).normal(0, 1, len(hello))
    return {
        "TTY: the space bar, tapped once": baudot.render(" "),
        "TTY: HELLO GA": hello,
        "TTY: figures, 711 GA": baudot.render("711 GA"),
        "TTY: 1 % high": _off_by(14),
        "TTY: 1 % low": _off_by(-14),
        "TTY: 30 dB softer": _samples(hello * 10 ** (-30 / 20)),
        "TTY: with noise 10 dB below it": _samples(hello + noise * _power(hello) ** 0.5 * 10 ** (-10 / 20)),
    }


def everything_else() -> dict[str, Samples]:
    """Speech comes from the voice: see the test."""
    keys = [(row, column) for row in ROWS for column in COLUMNS]
    return {
        "keys: all 16, as tones": _one_after_the_other(_tone(0.2, row, column) for row, column in keys),
        "keys: all 16, the higher tone 8 dB louder": _one_after_the_other(
            _samples(0.4 * _tone(0.2, row) + _tone(0.2, column)) for row, column in keys
        ),
        "music: hold music": compose()[: 25 * RATE],
        "music: every note of three octaves, pure": _one_after_the_other(
            _tone(0.3, 440 * 2 ** (note / 12)) for note in range(37)
        ),
        "whistle at 1400 Hz, held": _tone(2.0, 1400),
        "fax: calling and answering": _one_after_the_other([_tone(0.5, 1100), _tone(3.0, 2100)]),
        "busy and ringing tones": _one_after_the_other([_tone(1.0, 480, 620), _tone(2.0, 440, 480)]),
        "noise": _samples(np.random.default_rng(2).normal(0, 3000, 10 * RATE)),
    }


def special_information_tone() -> Samples:
    """What networks play before "the number you have dialed": 950, then 1400, then 1800 Hz (ITU-T E.180)."""
    return _one_after_the_other(_tone(0.33, hertz) for hertz in (950, 1400, 1800))


def _off_by(hertz: int) -> Samples:
    """The same, with every frequency moved."""
    hello = baudot.render("HELLO GA")
    at = np.arange(len(hello)) / RATE
    return _samples(np.real(signal.hilbert(hello) * np.exp(2j * np.pi * hertz * at)))


def _tone(seconds: float, *hertz: float) -> Samples:
    at = np.arange(int(RATE * seconds)) / RATE
    return _samples(sum((6000 * np.sin(2 * np.pi * each * at) for each in hertz), np.zeros(len(at))))


def _one_after_the_other(sounds: Iterable[Samples]) -> Samples:
    pause = np.zeros(RATE // 10, np.int16)
    return np.concatenate([part for sound in sounds for part in (sound, pause)])


def _samples(sound: npt.NDArray[np.floating]) -> Samples:
    return np.asarray(np.clip(sound, -32768, 32767), dtype=np.int16)


def _power(sound: Samples) -> float:
    return float(np.mean(np.square(sound, dtype=np.float64)))
