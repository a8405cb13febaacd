"""Slower sound: longer, and as high as before."""

import itertools

import numpy as np
import pytest

from tierline.speech.stretching import stretch
from tierline.speech.wav import RATE, Samples


def tone(hertz: float, seconds: float = 1.5, loud: float = 8000) -> Samples:
    return (loud * np.sin(2 * np.pi * hertz * np.arange(int(seconds * RATE)) / RATE)).astype(np.int16)


def pitch(sound: Samples) -> float:
    """Hertz, of the strongest frequency."""
    spectrum = np.abs(np.fft.rfft(sound * np.hanning(len(sound))))
    return float(np.argmax(spectrum)) * RATE / len(sound)


@pytest.mark.parametrize("hertz", [90, 140, 220, 440, 1000, 2500])
def test_a_tone_keeps_its_pitch_and_its_loudness(hertz: float) -> None:
    before = tone(hertz)
    after = stretch(before)
    assert pitch(after) == pytest.approx(hertz, rel=0.01)
    assert np.std(after[RATE // 10 : -RATE // 10]) == pytest.approx(np.std(before), rel=0.1)


@pytest.mark.parametrize("samples", [0, 1, 100, 241, 8000, 12345])
def test_the_length_is_a_third_more_to_the_sample(samples: int) -> None:
    assert len(stretch(tone(300, 2)[:samples])) == round(samples * 4 / 3)


def test_each_sound_comes_a_third_later_than_it_did() -> None:
    spoken = np.concatenate([np.zeros(RATE, np.int16), tone(300, 0.6), np.zeros(RATE, np.int16)])
    heard = np.flatnonzero(np.abs(stretch(spoken).astype(int)) > 2000) / RATE
    assert heard[0] == pytest.approx(4 / 3, abs=0.03)
    assert heard[-1] == pytest.approx(4 / 3 * 1.6, abs=0.03)


def test_sounds_that_follow_each_other_do_so_still() -> None:
    heights = (200, 900, 500)
    after = stretch(np.concatenate([tone(hertz) for hertz in heights]))
    bounds = itertools.pairwise(np.linspace(0, len(after), 4).astype(int))
    assert [pitch(after[begin:end]) for begin, end in bounds] == pytest.approx(heights, rel=0.01)


def test_silence_stays_silence_and_the_loudest_sound_does_not_turn_over() -> None:
    assert not stretch(np.zeros(RATE, np.int16)).any()
    square = np.where(tone(100) > 0, 32767, -32768).astype(np.int16)
    assert pitch(stretch(square)) == pytest.approx(100, rel=0.02)
