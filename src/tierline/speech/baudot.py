"""Text as the tones of a US text telephone (TTY): what the center types to a caller who cannot hear.

Five-bit code at 45.45 baud by frequency shift: 1400 Hz is a mark (1), 1800 Hz a space (0). A character
is a start bit (0), five bits with the lowest first, and one and a half stop bits (1). The line is silent
between messages; a mark of 150 ms goes before the first character and one of 300 ms stays after the
last, by which the other device locks on to the tone. Source: TIA-825-A, and ITU-T V.18 annex A, which
describes the same device.
"""

from collections.abc import Iterator

import numpy as np

from tierline.speech.wav import RATE, Samples

MARK, SPACE = 1400, 1800
"""Hertz."""

BIT = 1 / 45.45
"""Seconds."""

BEFORE, AFTER = 0.15, 0.3
"""Seconds of mark."""

LEVEL = 7000
"""Peak, of 32768: about -10 dBm0, the level of a TTY that is plugged into the line."""

_LETTERS = "\0E\nA SIU\rDRJNFCKTZLWHYPQOBG\0MXV\0"
_FIGURES = "\0003\n- \a87\r$4',!:(5\")2=6019?+\0./;\0"
_TO_FIGURES, _TO_LETTERS = 27, 31


class NotTypable(Exception):
    """A TTY has no such character; the message names it and says what to write instead."""


def render(text: str) -> Samples:
    """The tones that make a TTY show `text` (small letters as capitals, since it has no others). Raises
    NotTypable."""
    bits = [(1, BEFORE)]
    for code in codes(text):
        bits += [(0, BIT), *((code >> place & 1, BIT) for place in range(5)), (1, 1.5 * BIT)]
    return _keyed([*bits, (1, AFTER)])


def codes(text: str) -> Iterator[int]:
    """The five-bit codes, shifts among them: the first is one, since the other device may be in either
    case."""
    shift = None
    for character in text.upper():
        wanted, table = (_TO_LETTERS, _LETTERS) if character in _LETTERS else (_TO_FIGURES, _FIGURES)
        if character not in table:
            raise NotTypable(
                f"a TTY cannot show {character!r}: use A to Z, digits and . , ? ! : ; ( ) / + - = ' \" $"
            )
        if shift is None or (character != " " and wanted != shift):
            shift = wanted
            yield shift
        yield table.index(character)


def _keyed(bits: list[tuple[int, float]]) -> Samples:
    """Without a jump of phase, and with each bit beginning at the sample nearest to its time."""
    edges = np.round(np.cumsum([0.0, *(seconds for _, seconds in bits)]) * RATE).astype(int)
    hertz = np.repeat([MARK if bit else SPACE for bit, _ in bits], np.diff(edges))
    phase = 2 * np.pi * np.cumsum(hertz) / RATE
    return (LEVEL * np.sin(phase)).astype(np.int16)
