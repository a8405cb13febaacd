"""All that keeps a file's content from being what it should, where the library stops at the first."""

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from tierline.agency.yaml_lines import UNKNOWN_KEY, Path, parts_of

_AT = re.compile(r"^(.*) - at `(?:key` in `)?(\$.*)`$", re.DOTALL)


def schema_problems(written: object, type_: Any) -> Iterator[tuple[Path, str]]:
    """(path, message) of each: the entry of a list in which one was found is taken away, and the rest looked
    at again. What is wrong only without that entry is not told."""
    removed: dict[Path, list[int]] = {}
    while True:
        try:
            msgspec.convert(written, type=type_, strict=True)
            return
        except (msgspec.ValidationError, ValueError) as invalid:
            parts, message = _told(str(invalid))
        entry = _last_entry(parts)
        if entry is None and removed:
            return
        yield _original(parts, removed), message
        if entry is None:
            return
        written = _without(written, parts[: entry + 1])
        removed.setdefault(_original(parts[:entry], removed), []).append(_place(parts, entry, removed))


def _last_entry(parts: Path) -> int | None:
    """Where in the path the innermost list's place is; what lies within an unnamed key cannot be reached."""
    reachable = parts[: parts.index(UNKNOWN_KEY)] if UNKNOWN_KEY in parts else parts
    return max((n for n, part in enumerate(reachable) if isinstance(part, int)), default=None)


def _told(message: str) -> tuple[Path, str]:
    found = _AT.match(message)
    return (parts_of(found.group(2)), found.group(1)) if found else ((), message)


def _without(value: Any, parts: Path) -> object:
    first, rest = parts[0], parts[1:]
    if isinstance(first, int):
        kept = () if not rest else (_without(value[first], rest),)
        return [*value[:first], *kept, *value[first + 1 :]]
    return {**value, first: _without(value[first], rest)}


def _original(parts: Path, removed: dict[Path, list[int]]) -> Path:
    """The path as it was before entries were taken away."""
    original: Path = ()
    for part in parts:
        original = (*original, _counted(part, removed.get(original, [])) if isinstance(part, int) else part)
    return original


def _place(parts: Path, entry: int, removed: dict[Path, list[int]]) -> int:
    place = _original(parts[: entry + 1], removed)[-1]
    assert isinstance(place, int)
    return place


def _counted(place: int, removed: list[int]) -> int:
    for gone in sorted(removed):
        place += gone <= place
    return place
