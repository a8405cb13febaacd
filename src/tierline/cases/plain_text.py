"""What a system writes, as plain text: it is read out to callers and shown to agents, and is no place for
markup, or for a system that writes without end."""

import re
import unicodedata
from html import unescape

LONGEST = 2_000
"""Characters of one fact."""

_TAG = re.compile(r"</?[A-Za-z!][^<>]*>")
_JOINERS = "\u200c\u200d"
"""Invisible, and part of words in some scripts."""

_SPACE = re.compile(r"\s+")


def plain_text(written: str) -> str:
    """Without tags, entities, control characters, and marks that turn the direction of writing."""
    without = _TAG.sub(" ", unescape(_TAG.sub(" ", written[: LONGEST * 4])))
    seen = "".join(_seen(character) for character in without)
    return re.sub(r" ([.,;:])", r"\1", _SPACE.sub(" ", seen)).strip()[:LONGEST]


def _seen(character: str) -> str:
    match unicodedata.category(character):
        case "Cc" | "Co" | "Cs":
            return " "
        case "Cf":
            return character if character in _JOINERS else ""
        case _:
            return character
