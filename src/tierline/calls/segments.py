"""How many short messages a text takes, for each of which a carrier charges, and how it is shortened.

Source: 3GPP TS 23.038 (the alphabet of GSM, 7 bits a character) and 23.040 (messages in several parts).
"""

import re
from math import ceil

_GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
_GSM_TWICE = frozenset("^{}\\[~]|€\f")
"""These take two characters' room."""

_GSM_ALONE, _GSM_IN_PARTS = 160, 153
_UCS2_ALONE, _UCS2_IN_PARTS = 70, 67

_CUT = "..."


def segments(text: str) -> int:
    """1 for a text that fits one message. One letter that GSM has not (á, í, ş, 中) makes all of it take more
    than twice the room."""
    if set(text) <= _GSM | _GSM_TWICE:
        room = len(text) + sum(character in _GSM_TWICE for character in text)
        return _parts(room, _GSM_ALONE, _GSM_IN_PARTS)
    return _parts(len(text.encode("utf-16-be")) // 2, _UCS2_ALONE, _UCS2_IN_PARTS)


def shortened(text: str, most: int) -> str:
    """What fits `most` segments, with "..." where the rest was: cut behind a sentence, else behind a word,
    else anywhere. A text that fits stays as it is."""
    if segments(text) <= most:
        return text
    for ends in (r"(?<=[.!?;])\s", r"\s", ""):
        starts = [text[: found.start()].rstrip() for found in re.finditer(ends, text)]
        fitting = [start for start in starts if start and segments(f"{start} {_CUT}") <= most]
        if fitting:
            return f"{fitting[-1]} {_CUT}"
    return ""


def _parts(room: int, alone: int, in_parts: int) -> int:
    return 1 if room <= alone else ceil(room / in_parts)
