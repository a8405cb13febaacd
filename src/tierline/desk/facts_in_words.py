"""The facts of a case as people say them: days and offices by name, in a language."""

from collections.abc import Mapping
from datetime import date

import msgspec

from tierline.ports.agency import Agency
from tierline.ports.case_system import CaseRecord
from tierline.spoken import dates


def in_words(agency: Agency, record: CaseRecord, language: str) -> dict[str, str]:
    """All of it, by field. Raises UnknownLanguage."""
    fields = msgspec.structs.asdict(record)
    fields |= {name: value for name, value in record.identity.items() if name not in fields}
    return {
        **{name: _word(value, language) for name, value in fields.items() if value is not None},
        "file_office": _office(agency, record.file_office, language),
        "processing_office": _office(agency, record.processing_office, language),
        "status": record.status_texts.get(language) or record.status,
        "next_steps": record.next_steps.get(language, ""),
    }


def _office(agency: Agency, office: str, language: str) -> str:
    """An electronic file is at no office."""
    found = agency.directory.find(office)
    return found.called(language) if found else office


def _word(value: object, language: str) -> str:
    match value:
        case date():
            return dates.day(value, language)
        case Mapping():
            return str(value.get(language, ""))
        case frozenset():
            return ", ".join(sorted(value))
        case _:
            return str(value)
