"""How hard words are to follow by ear, and how long they take to say.

English by the grade of Flesch and Kincaid (Kincaid et al., 1975), Spanish by the scale of Szigriszt-Pazos
(INFLESZ; Barrio-Cantalejo et al., 2008). Both count sentences, words and syllables; syllables are told by
rule, which is right for most words and near for the rest.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Literal

import msgspec

from tierline.scripts.script import with_blanks_filled

WORDS_A_MINUTE = 150
"""Of somebody who reads aloud to be understood."""

Scale = Literal["flesch_kincaid", "inflesz", ""]
Level = Literal["easy", "plain", "hard", ""]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_SENTENCE = re.compile(r"[.!?…:;]+(?:\s|$)|\n+")
_FACT = "answer"
"""Stands for whatever fills a blank."""


class Readability(msgspec.Struct, frozen=True, kw_only=True):
    """`score` by `scale`: a school grade of the United States, lower is easier; or points of INFLESZ, higher
    is easier. There is none for languages without a scale. `seconds` to say it."""

    words: int
    sentences: int
    seconds: int
    scale: Scale
    score: float | None
    level: Level


def readability(text: str, language: str) -> Readability:
    said = with_blanks_filled(text, _Anything())
    words = _WORD.findall(said)
    sentences = max(1, len([part for part in _SENTENCE.split(said) if part and _WORD.search(part)]))
    scale, score = _score(words, sentences, language)
    return Readability(
        words=len(words),
        sentences=sentences if words else 0,
        seconds=round(len(words) * 60 / WORDS_A_MINUTE),
        scale=scale,
        score=score,
        level=_level(scale, score),
    )


def _score(words: list[str], sentences: int, language: str) -> tuple[Scale, float | None]:
    counts = _SYLLABLES.get(language)
    if not words or counts is None:
        return "", None
    syllables_a_word = sum(map(counts, words)) / len(words)
    words_a_sentence = len(words) / sentences
    if language == "en":
        return "flesch_kincaid", round(max(0.0, 0.39 * words_a_sentence + 11.8 * syllables_a_word - 15.59), 1)
    return "inflesz", round(206.835 - 62.3 * syllables_a_word - words_a_sentence, 1)


def _level(scale: Scale, score: float | None) -> Level:
    """Easy for nearly everybody, plain for most adults, or hard."""
    if score is None:
        return ""
    if scale == "flesch_kincaid":
        return "easy" if score <= 6 else "plain" if score <= 9 else "hard"
    return "easy" if score >= 65 else "plain" if score >= 55 else "hard"


def english_syllables(word: str) -> int:
    folded = re.sub(r"[^a-z0-9]", "", word.casefold())
    digits = sum(map(str.isdigit, folded))
    letters = re.sub(r"\d", "", folded)
    if not letters:
        return digits
    count = len(re.findall(r"[aeiouy]+", letters))
    if re.search(r"[^aeiouy]e$|[^aeiouytd]ed$|[^aeiouysxzcg]es$", letters) and not re.search(
        r"[^aeiouy]le$|(?:s|c)hes$", letters
    ):
        count -= 1
    count += len(re.findall(r"i(?:a[^l]|o(?!n|us)|ing)|[^q]ua|eo", letters))
    return digits + max(1, count)


def spanish_syllables(word: str) -> int:
    """A syllable has one strong vowel, or none but weak ones; an accent makes a weak one strong."""
    folded = word.casefold()
    digits = sum(map(str.isdigit, folded))
    if digits == len(folded):
        return digits
    letters = unicodedata.normalize("NFC", re.sub(r"\d", "", folded))
    letters = re.sub(r"y(?![aeiouáéíóú])", "i", letters)
    runs = re.findall(r"[aeiouáéíóúü]+", letters)
    return digits + max(1, sum(max(1, len(re.findall(r"[aeoáéíóú]", run))) for run in runs))


_SYLLABLES: Mapping[str, Callable[[str], int]] = {"en": english_syllables, "es": spanish_syllables}


class _Anything(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return _FACT
