"""The facts of the verified case that this viewer may see, ready for a screen."""

from collections.abc import Mapping

import msgspec

from tierline.desk.views import words
from tierline.ports.agency import Agency

_LABELS = {
    "receipt": "Receipt number",
    "status": "Status",
    "next_steps": "What comes next",
    "updated": "Last updated",
    "received": "Received",
    "zip": "ZIP code",
    "file_office": "Where the file is",
    "processing_office": "Processed by",
    "normal_months": "Months this form normally takes",
}
CASE_SYSTEM, PRACTICE_CASE = "Case system", "Practice case"
"""Where facts are from."""


class FieldView(msgspec.Struct, frozen=True):
    name: str
    label: str
    value: str
    source: str


class CaseView(msgspec.Struct, frozen=True):
    fields: tuple[FieldView, ...]


def case_view(agency: Agency, facts: Mapping[str, str], source: str = CASE_SYSTEM) -> CaseView | None:
    """`facts` come from `desk.entitled.facts_for` and nowhere else. None where nothing may be shown."""
    fields = tuple(
        FieldView(name, label_of(name), _value(agency, name, value), source)
        for name, value in facts.items()
        if value
    )
    return CaseView(fields) if fields else None


def label_of(fact: str) -> str:
    return _LABELS.get(fact, words.plain(fact))


def _value(agency: Agency, name: str, value: str) -> str:
    return words.office(agency, value) if name.endswith("_office") else value
