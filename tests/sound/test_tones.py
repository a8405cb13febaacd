"""The tones by which tests tell who is heard."""

import numpy as np
import pytest

from tests.contract.tones import tone, tones_in

KNOWN = {"ana": 1130, "bob": 1430, "short": 630}


@pytest.mark.parametrize("hertz", [1130, 1430])
def test_a_tone_is_known_though_pieces_of_it_are_left_out(hertz: int) -> None:
    whole = tone(hertz, 2.0)
    parts = [whole[at : at + 720] for at in range(0, len(whole) - 720, 900)]
    assert tones_in(np.concatenate(parts), KNOWN) == {name for name, of in KNOWN.items() if of == hertz}


def test_two_at_a_time_are_both_known() -> None:
    assert tones_in(tone(1130, 1.0) // 2 + tone(630, 1.0) // 2, KNOWN) == {"ana", "short"}


def test_another_tone_is_music_and_silence_nothing() -> None:
    assert tones_in(tone(440, 1.0), KNOWN) == {"music"}
    assert tones_in(tone(440, 1.0) * 0, KNOWN) == set()
