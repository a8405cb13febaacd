"""The fields of a case by the names that an agency knows them by (`entitlements.yaml`)."""

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec.structs import replace

from tierline.cases.plain_text import plain_text
from tierline.ports.case_system import CaseRecord, Source

_TEXTS = {"status": ("status", "status_texts"), "next_steps": ("next_steps",)}
"""What one field is kept as, where that is not its own name."""

OF_EVERY_AGENCY = tuple(
    name
    for name in CaseRecord.__struct_fields__
    if name not in ("receipt", "status_texts", "identity", "sources", "unanswered")
)


def of_record(record: CaseRecord, field: str) -> dict[str, Any]:
    """What there is of it, as arguments of a record; nothing where the system has nothing to say."""
    if field in OF_EVERY_AGENCY:
        kept = _TEXTS.get(field, (field,))
        return {name: value for name in kept if (value := getattr(record, name))}
    value = record.identity.get(field)
    return {"identity": {field: value}} if value else {}


def fields_of(record: CaseRecord) -> Iterator[str]:
    """Those that it has something of."""
    yield from (field for field in OF_EVERY_AGENCY if of_record(record, field))
    yield from (name for name, value in record.identity.items() if value)


def only(record: CaseRecord, gives: frozenset[str], source: Source) -> CaseRecord:
    """The fields that the agency takes from this system, as plain text, each with its source. That a case is
    protected is taken from whoever says it."""
    given = [field for field in fields_of(record) if field in gives | {"flags"}]
    made = _made(record.receipt, {field: (of_record(record, field), source) for field in given})
    return replace(made, sources={"receipt": source, **made.sources})


def joined(records: list[CaseRecord]) -> CaseRecord:
    """Of one case: each field by the first system that has it, and the marks of all of them."""
    taken: dict[str, tuple[dict[str, Any], Source]] = {}
    for record in records:
        for field in fields_of(record):
            taken.setdefault(field, (of_record(record, field), record.sources[field]))
    marks = frozenset().union(*(record.flags for record in records))
    made = _made(records[0].receipt, taken)
    sources = {"receipt": records[0].sources["receipt"], **made.sources}
    return replace(made, flags=marks, sources=sources)


def _made(receipt: str, taken: Mapping[str, tuple[dict[str, Any], Source]]) -> CaseRecord:
    arguments: dict[str, Any] = {"identity": {}}
    for kept, _ in taken.values():
        for name, value in kept.items():
            clean = _plain(value)
            arguments[name] = {**arguments["identity"], **clean} if name == "identity" else clean
    sources = {field: source for field, (_, source) in taken.items()}
    return CaseRecord(receipt=receipt, sources=sources, **arguments)


def _plain(value: Any) -> Any:
    match value:
        case str():
            return plain_text(value)
        case dict():
            return {name: plain_text(text) for name, text in value.items()}
        case _:
            return value
