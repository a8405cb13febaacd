"""Words that a voice stumbles over, though they look right in writing."""

import re
from collections.abc import Iterator
from itertools import pairwise

from fluent.syntax import ast

from tierline.agency.prompt_file import PromptFile, within

_SIGNS = re.compile(r"[<>|\\^~_*#=/@\[\]{}]")
_LONG_NUMBER = re.compile(r"\d{5,}")
_LONGEST_WORD = 40
_WRITTEN_WITHOUT_SPACES = "\u0e00"
"""From Thai on in Unicode: a value that touches a letter there is no fault."""


def hard_to_say(file: PromptFile, pattern: ast.Pattern) -> Iterator[tuple[int, str]]:
    for text in within(pattern, ast.TextElement):
        for nth, row in enumerate(text.value.split("\n")):
            yield from ((file.line(text) + nth, sentence) for sentence in _in_words(row))
    for literal in within(pattern, ast.StringLiteral):
        yield from ((file.line(literal), sentence) for sentence in _in_words(literal.parse()["value"]))
    for part in within(pattern, ast.Pattern):
        yield from _glued(file, part)


def _in_words(text: str) -> Iterator[str]:
    for sign in sorted(set(_SIGNS.findall(text))):
        yield f"A voice stumbles over {sign!r}: write it as a word, or leave it out."
    for number in _LONG_NUMBER.findall(text):
        yield f"{number} is said as one large number: write it with spaces, as {' '.join(number)}."
    for word in text.split():
        if len(word) > _LONGEST_WORD:
            yield f"{word[:20]}… is too long for one word: the voice takes {_LONGEST_WORD} characters."


def _glued(file: PromptFile, pattern: ast.Pattern) -> Iterator[tuple[int, str]]:
    for before, after in pairwise(pattern.elements):
        ends = before.value[-1:] if isinstance(before, ast.TextElement) else ""
        begins = after.value[:1] if isinstance(after, ast.TextElement) else ""
        if _touches(ends) or _touches(begins):
            value = after if _touches(ends) else before
            yield (
                file.line(value),
                f"A value touches the letter or digit {ends or begins!r} and is said as one word with it: "
                "put a space between, or the whole value into a function.",
            )


def _touches(character: str) -> bool:
    return character.isalnum() and character < _WRITTEN_WITHOUT_SPACES
