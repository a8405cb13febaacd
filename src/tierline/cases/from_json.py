"""Reads a case from what a system answers in JSON, each field at the place that the agency names for it.

What cannot be read as that field makes the whole answer unusable: of a system that changed its answers it is
not known which cases are protected.
"""

from datetime import date, datetime
from typing import Any

import jmespath
from jmespath.exceptions import JMESPathError

from tierline.cases.fields import OF_EVERY_AGENCY
from tierline.ports.case_system import CaseRecord, CaseSystemAway
from tierline.ports.case_systems_file import HttpSystem

_DAYS = ("updated", "received", "date_of_birth")


class FieldReader:
    def __init__(self, settings: HttpSystem) -> None:
        self._settings = settings
        self._places = {field: jmespath.compile(place) for field, place in settings.fields.items()}

    def record(self, receipt: str, answer: Any) -> CaseRecord:
        """Raises CaseSystemAway."""
        arguments: dict[str, Any] = {"receipt": receipt, "identity": {}}
        for field in self._places:
            value = self._value(field, answer)
            if value is not None:
                _put(arguments, field, value)
        return CaseRecord(**arguments)

    def _value(self, field: str, answer: Any) -> Any:
        try:
            found = self._places[field].search(answer)
        except JMESPathError:
            raise CaseSystemAway(f"what it says of {field} is not where it should be") from None
        try:
            return self._read(field, found)
        except (ValueError, TypeError):
            raise CaseSystemAway(f"what it says of {field} cannot be read") from None

    def _read(self, field: str, found: Any) -> Any:
        """Raises ValueError."""
        if field == "flags":
            return frozenset(self._translated(field, mark) for mark in _marks(found))
        if found is None:
            return None
        if field in _DAYS:
            return _day(_text(found), self._settings.dates)
        if field == "normal_months":
            return int(found)
        return self._translated(field, _text(found))

    def _translated(self, field: str, written: str) -> str:
        return self._settings.values.get(field, {}).get(written, written)


def _put(arguments: dict[str, Any], field: str, value: Any) -> None:
    name, _, language = field.partition(".")
    if language:
        kept = "status_texts" if name == "status" else name
        arguments[kept] = {**arguments.get(kept, {}), language: value}
    elif name == "receipt" or (name in OF_EVERY_AGENCY and name != "next_steps"):
        arguments[name] = value
    else:
        arguments["identity"] = {**arguments["identity"], name: value}


def _marks(found: Any) -> list[str]:
    """None at all is an empty list; a system that says nothing of them has not said that there are none."""
    if isinstance(found, list):
        return [_text(mark) for mark in found]
    raise ValueError("marks are a list")


def _text(found: Any) -> str:
    if isinstance(found, bool) or not isinstance(found, str | int):
        raise ValueError("a text is wanted")
    return str(found)


def _day(written: str, as_: str) -> date:
    """A time of day behind an ISO date counts for nothing."""
    if as_ == "%Y-%m-%d":
        return date.fromisoformat(written[:10])
    return datetime.strptime(written, as_).date()  # noqa: DTZ007 - a day is meant
