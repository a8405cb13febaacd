"""A date as people say and write it, in the language of the call."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache

from babel import Locale

from tierline.staff.verification.letters import words

EARLIEST, LATEST = 1850, 2150
"""Years of which anybody would be asked."""

SHORTEST = 3
"""Letters of a month."""

_SPELLED_OTHERWISE = {"es": {"setiembre": 9}}
_BETWEEN = frozenset({"of", "the", "on", "de", "del", "el", "la", "le", "du", "a", "dia"})
_ORDINAL = re.compile(r"(?<=\d)(st|nd|rd|th|er|o|a)\b")
_FIRST = {"first": "1", "primero": "1", "premier": "1"}
_YEAR_FIRST = re.compile(r"(\d{4})\D(\d{1,2})\D(\d{1,2})")
_YEAR_LAST = re.compile(r"(\d{1,2})\D(\d{1,2})\D(\d{4})")
_RUN_YEAR_FIRST = re.compile(r"(\d{4})(\d\d)(\d\d)")
_RUN_YEAR_LAST = re.compile(r"(\d\d)(\d\d)(\d{4})")


class UnreadableDate(Exception):
    """It is no date, or could be several."""


def read_date(text: str, language: str, also: Iterable[str] = ()) -> date:
    """1980-03-04; 4 March 1980 and March 4, 1980, in the language, in one of `also`, or in English; 3/4/1980
    in the order of the language, which is month first in English and day first in Spanish, or in the only
    order that can be. Raises UnreadableDate, also for a year of two figures."""
    found = next(_readings(" ".join(text.split()), language, also), None)
    if found is None:
        raise UnreadableDate
    return found


def _readings(text: str, language: str, also: Iterable[str]) -> Iterator[date]:
    """The likeliest first."""
    for pattern in (_YEAR_FIRST, _RUN_YEAR_FIRST):
        if numbers := pattern.fullmatch(text):
            year, month, day = map(int, numbers.groups())
            yield from _date(year, month, day)
    for pattern in (_YEAR_LAST, _RUN_YEAR_LAST):
        if numbers := pattern.fullmatch(text):
            one, other, year = map(int, numbers.groups())
            day, month = (one, other) if _day_first(language) else (other, one)
            yield from _date(year, month, day)
            yield from _date(year, day, month)
    yield from _in_words(_ORDINAL.sub("", " ".join(words(text))).split(), ["en", *also, language])


def _in_words(said: list[str], languages: Iterable[str]) -> Iterator[date]:
    months = {name: number for language in languages for name, number in _months(language).items()}
    told = [_FIRST.get(word, word) for word in said if word not in _BETWEEN]
    named = [month for word in told if (month := _month(word, months))]
    numbers = sorted(int(word) for word in told if word.isdecimal())
    if len(named) != 1 or len(numbers) != 2 or len(told) != 3:
        return
    day, year = numbers
    yield from _date(year, named[0], day)


def _date(year: int, month: int, day: int) -> Iterator[date]:
    if not EARLIEST <= year <= LATEST:
        return
    try:
        yield date(year, month, day)
    except ValueError:
        return


def _month(word: str, months: Mapping[str, int]) -> int | None:
    """By its name, or by a beginning of it that no other month has."""
    begun = {number for name, number in months.items() if name.startswith(word)}
    return months.get(word) or (begun.pop() if len(word) >= SHORTEST and len(begun) == 1 else None)


@lru_cache
def _months(language: str) -> dict[str, int]:
    """By their names in full and short, as they are compared."""
    written = Locale.parse(language).months
    return _SPELLED_OTHERWISE.get(language, {}) | {
        "".join(words(name)): number
        for use in written.values()
        for width in ("wide", "abbreviated")
        for number, name in use.get(width, {}).items()
    }


@lru_cache
def _day_first(language: str) -> bool:
    pattern: str = Locale.parse(language).date_formats["short"].pattern
    return pattern.index("d") < pattern.index("M")
