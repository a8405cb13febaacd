"""What a text telephone would show of the tones, read back bit by bit as its modem does."""

import numpy as np
import pytest

from tierline.speech import baudot
from tierline.speech.wav import RATE, Samples

LETTERS = dict(enumerate("?E?A SIU?DRJNFCKTZLWHYPQOBG?MXV?"))
FIGURES = dict(enumerate("?3?- ?87?$4',!:(5\")2=6019?+?./;?"))


@pytest.mark.parametrize(
    "text", ["HELLO GA", "PLS CALL 711 RELAY OR HOLD FOR AGENT GA", "$4.50, Q? A: -/;+=", " "]
)
def test_the_tones_say_the_text(text: str) -> None:
    assert shown(baudot.render(text)) == text


def test_small_letters_are_shown_as_capitals() -> None:
    assert shown(baudot.render("hello")) == "HELLO"


def test_a_space_between_figures_needs_no_shift() -> None:
    assert len(list(baudot.codes("7 1 1"))) == len("7 1 1") + 1


def test_what_a_text_telephone_cannot_show_is_refused_by_name() -> None:
    with pytest.raises(baudot.NotTypable, match="'Ñ'"):
        baudot.render("MAÑANA")


def test_a_character_lasts_seven_and_a_half_bits_of_22_ms_with_mark_before_and_after() -> None:
    seconds = len(baudot.render("A")) / RATE
    assert seconds == pytest.approx(0.15 + 2 * 7.5 / 45.45 + 0.3, abs=0.001)


def shown(tones: Samples) -> str:
    table, text = LETTERS, ""
    for code in received(tones):
        if code in (27, 31):
            table = FIGURES if code == 27 else LETTERS
        else:
            text += table[code]
    return text


def received(tones: Samples) -> list[int]:
    """Waits for a start bit, then looks at the middle of each of the five after it."""
    marks = is_mark(tones)
    codes, at, bit = [], 0, RATE / 45.45
    while len(starts := np.flatnonzero(~marks[at:])):
        start = at + int(starts[0])
        codes.append(sum(int(marks[int(start + bit * (1.5 + place))]) << place for place in range(5)))
        at = int(start + 6.5 * bit)
    return codes


def is_mark(tones: Samples) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """At every sample: is there more of 1400 Hz than of 1800 Hz in the 10 ms around it?"""
    at = np.arange(len(tones)) / RATE
    window = np.ones(RATE // 100)
    power = [
        np.abs(np.convolve(tones * np.exp(-2j * np.pi * hertz * at), window, "same"))
        for hertz in (1400, 1800)
    ]
    return np.asarray(power[0] >= power[1])
