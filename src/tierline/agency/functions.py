"""The functions that prompts may call on their values: `{ DATE($day) }`. All arguments are text or whole
numbers (days and times in ISO 8601), so that they serialise; a value that cannot be read is a ValueError in
plain words."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import Any, TypeVar

from tierline.spoken import dates
from tierline.spoken.characters import in_groups, one_by_one
from tierline.spoken.clock import clock
from tierline.spoken.money import Unit, money
from tierline.spoken.phone import phone

T = TypeVar("T")

_YES_NO = r"yes|no"
_COUNT = r"\d+"

OPTIONS: Mapping[str, Mapping[str, str]] = {
    "DIGITS": {"groups": r"[1-9]\d*( [1-9]\d*)*"},
    "SPELL": {},
    "PHONE": {"country": r"[A-Z]{2}"},
    "DATE": {"weekday": _YES_NO, "year": _YES_NO},
    "TIME": {},
    "MOMENT": {},
    "MONEY": {"currency": r"[A-Z]{3}"},
    "NUMBER": {"minimumFractionDigits": _COUNT, "maximumFractionDigits": _COUNT, "useGrouping": r"[01]"},
}
"""Per function its named arguments, each with what it may be (a regular expression)."""

REQUIRED: Mapping[str, frozenset[str]] = {"MONEY": frozenset({"currency"})}


def functions(language: str, unit: Unit) -> dict[str, Callable[..., Any]]:
    """All of `OPTIONS` but NUMBER, which Fluent has itself, in this language. They answer text, which Fluent
    takes as it is."""

    def day_of(value: object, weekday: str = "no", year: str = "yes") -> str:
        return dates.day(_day(value), language, weekday=weekday == "yes", year=year == "yes")

    def digits(value: object, groups: str = "") -> str:
        return in_groups(_text(value), [int(size) for size in groups.split()])

    return {
        "DIGITS": digits,
        "SPELL": lambda value: one_by_one(_text(value)),
        "PHONE": lambda value, country=None: phone(_text(value), country),
        "DATE": day_of,
        "TIME": lambda value: clock(_time(value), language),
        "MOMENT": lambda value: dates.moment(_moment(value), language),
        "MONEY": lambda value, currency: money(_amount(value), currency, language, unit),
    }


def _day(value: object) -> date:
    """Of a moment, its day."""
    return _read(value, r"\d{4}-\d{2}-\d{2}(T.*)?", datetime.fromisoformat, "day (as 2026-11-24)").date()


def _time(value: object) -> time:
    """Of a moment, its time by the clock that it shows itself."""
    clock_part = _text(value).rpartition("T")[2]
    return _read(clock_part, r"\d{2}:\d{2}.*", time.fromisoformat, "time (as 20:30)")


def _moment(value: object) -> datetime:
    shape = r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}.*"
    return _read(value, shape, datetime.fromisoformat, "moment (as 2026-11-24T20:30)")


def _read(value: object, shape: str, reading: Callable[[str], T], wanted: str) -> T:
    """Python reads more than one means by these: "20" as a time, "20261124" as a day."""
    text = _text(value)
    try:
        if re.fullmatch(shape, text):
            return reading(text)
    except ValueError:
        pass
    raise ValueError(f"{text!r} is no {wanted}")


def _amount(value: object) -> str | int:
    return int(value) if isinstance(value, int) else _text(value)


def _text(value: object) -> str:
    """Fluent's stand-in for a value that is missing is neither text nor a number; that it is missing has been
    said by then."""
    if isinstance(value, int):
        return str(int(value))
    if not isinstance(value, str):
        raise ValueError("there is no value")
    return value
