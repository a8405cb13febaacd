"""A sentence to a person at a screen, in English, and what is needed to say it in another language: its
template and the values of its blanks."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import msgspec

Value: TypeAlias = "str | int | Mapping[str, str] | Sentence | Sequence[Value]"
"""A name or a number is the same in every language; the agency's own words come in each of its languages;
other words are a sentence of their own."""


class Sentence(msgspec.Struct, frozen=True):
    """`template` is English with blanks (`{name}`); `str()` is the whole of it in English."""

    template: str
    values: Mapping[str, Value] = {}

    def __str__(self) -> str:
        return self.template.format(**{name: _in_english(value) for name, value in self.values.items()})


class SentenceView(msgspec.Struct, frozen=True):
    """A sentence as it leaves the center, and is read again: what stands in its blanks is known by its shape
    alone, which no description of the interface can tell."""

    template: str
    values: Mapping[str, Any]


def view(sentence: Sentence) -> SentenceView:
    return SentenceView(sentence.template, sentence.values)


def read_again(seen: SentenceView) -> Sentence:
    return Sentence(seen.template, {name: _read(value) for name, value in seen.values.items()})


def sentence(template: str, /, **values: Value) -> Sentence:
    """`template` is written out where this is called, so that the tables of other languages can be held to
    all that there are."""
    return Sentence(template, values)


def _read(value: Any) -> Value:
    match value:
        case {"template": str(template), "values": dict(values)}:
            return read_again(SentenceView(template, values))
        case [*several]:
            return [_read(one) for one in several]
        case Sentence() | str() | int():
            return value
        case _:
            return dict(value)


def _in_english(value: Value) -> str:
    match value:
        case str() | int() | Sentence():
            return str(value)
        case Mapping():
            return value.get("en") or next(iter(value.values()), "")
        case _:
            return ", ".join(map(_in_english, value))
