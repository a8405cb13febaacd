"""In what two versions of a script differ, word by word."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal

import msgspec

from tierline.scripts.guide import Words
from tierline.scripts.wording import Wording

Part = Literal[
    "title",
    "text",
    "order",
    "says",
    "do",
    "choices",
    "next_of_step",
    "next",
    "topics",
    "cases",
    "allowed_tiers",
    "effective_from",
    "expires",
    "unrecorded",
    "source",
]
Place = tuple[Part, str, str]
"""What it is, of which step, in which language; empty where it is of none."""


class Piece(msgspec.Struct, frozen=True):
    """Words that are in both, were there `before` alone, or are there `now` alone."""

    of: Literal["both", "before", "now"]
    text: str


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    part: Part
    step: str
    language: str
    pieces: tuple[Piece, ...]


def differences(before: Wording, now: Wording) -> tuple[Difference, ...]:
    """Of each place at which they differ, in the order in which it is read."""
    old, new = dict(_told(before)), dict(_told(now))
    places = dict.fromkeys((*new, *old))
    return tuple(
        Difference(
            part=place[0],
            step=place[1],
            language=place[2],
            pieces=_pieces(old.get(place, ""), new.get(place, "")),
        )
        for place in places
        if old.get(place, "") != new.get(place, "")
    )


def _told(wording: Wording) -> Iterator[tuple[Place, str]]:
    yield from _words("title", "", wording.titles)
    yield from _words("text", "", wording.texts)
    yield ("order", "", ""), " → ".join(step.id for step in wording.steps)
    for step in wording.steps:
        yield from _words("says", step.id, step.says)
        yield from _words("do", step.id, step.do)
        for language in dict.fromkeys(language for choice in step.choices for language in choice.when):
            lines = (f"{choice.when.get(language, '')} → {choice.to}" for choice in step.choices)
            yield ("choices", step.id, language), "\n".join(lines)
        yield ("next_of_step", step.id, ""), step.next or ""
        yield ("unrecorded", step.id, ""), _marked(step.unrecorded)
    yield ("next", "", ""), wording.next
    yield ("topics", "", ""), ", ".join(wording.topics)
    yield ("cases", "", ""), "; ".join(f"{name}: {', '.join(each)}" for name, each in wording.cases.items())
    yield ("allowed_tiers", "", ""), ", ".join(wording.allowed_tiers)
    yield ("effective_from", "", ""), wording.effective_from.isoformat() if wording.effective_from else ""
    yield ("expires", "", ""), wording.expires.isoformat() if wording.expires else ""
    yield ("unrecorded", "", ""), _marked(wording.unrecorded)
    yield ("source", "", ""), wording.source


def _marked(so: bool) -> str:
    return "✓" if so else ""


def _words(part: Part, step: str, words: Words) -> Iterator[tuple[Place, str]]:
    for language, text in words.items():
        yield (part, step, language), text


def _pieces(before: str, now: str) -> tuple[Piece, ...]:
    old, new = _tokens(before), _tokens(now)
    pieces: list[Piece] = []
    for same, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if same == "equal":
            pieces.append(Piece("both", "".join(old[a:b])))
            continue
        if a < b:
            pieces.append(Piece("before", "".join(old[a:b])))
        if c < d:
            pieces.append(Piece("now", "".join(new[c:d])))
    return tuple(pieces)


def _tokens(text: str) -> list[str]:
    """Words, and what is between them: a comma that came is no word that changed."""
    return re.findall(r"\w+|\s+|[^\w\s]", text)
