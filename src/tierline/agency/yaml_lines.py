"""Finds the line of a YAML file on which a value is written, by the value's path."""

import re
from collections.abc import Iterator

import yaml

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The fast one, where the library was built with it."""

_PART = re.compile(r'\.([^.\[]+)|\[(\d+)\]|\["([^"]*)"\]|(\[\.\.\.\])')
Path = tuple[str | int, ...]
"""Keys of mappings and places in lists, from the outside in."""

UNKNOWN_KEY = "[...]"
"""What msgspec writes for a key of a mapping whose keys are free."""


def line_of(text: str, path: str) -> int:
    """`path` as msgspec writes it: `$.offices[3].hours.monday`; a key with a dot in it is written
    `["a.b"]`. The line (from 1) of the key, or of the list's entry; of the nearest value around it where
    there is no such one; 1 where the text is not YAML."""
    try:
        root = yaml.compose(text, Loader=Loader)
    except yaml.YAMLError:
        return 1
    return line_in(root, parts_of(path)) if root else 1


def line_in(node: yaml.Node, path: Path) -> int:
    """The same, in a text that was parsed already."""
    line = node.start_mark.line
    for part in path:
        found = _step(node, part)
        if found is None:
            break
        line, node = found
    return int(line) + 1


def parts_of(path: str) -> Path:
    """`$.offices[3].hours` → offices, 3, hours."""
    return tuple(
        int(number) if number else key or quoted or UNKNOWN_KEY
        for key, number, quoted, _ in _PART.findall(path.removeprefix("$"))
    )


def repeated_keys(root: yaml.Node) -> Iterator[tuple[int, str]]:
    """(line, key) of each that was written in its mapping already: YAML itself lets the last one win."""
    for mapping in _mappings(root, set()):
        seen: set[str] = set()
        for key, _ in mapping.value:
            written = str(key.value)
            if written in seen:
                yield key.start_mark.line + 1, written
            seen.add(written)


def _mappings(node: yaml.Node, visited: set[int]) -> Iterator[yaml.MappingNode]:
    """Each once, also where others refer to it by its anchor."""
    if id(node) in visited:
        return
    visited.add(id(node))
    if isinstance(node, yaml.MappingNode):
        yield node
        for _, value in node.value:
            yield from _mappings(value, visited)
    elif isinstance(node, yaml.SequenceNode):
        for entry in node.value:
            yield from _mappings(entry, visited)


def _step(node: yaml.Node, part: str | int) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        entry = node.value[part]
        return entry.start_mark.line, entry
    if isinstance(node, yaml.MappingNode):
        # The last one counts: an entry's own key comes after those that it merges in (`<<: *other`).
        pairs = reversed(node.value)
        return next((_at(key, value) for key, value in pairs if key.value == str(part)), None)
    return None


def _at(key: yaml.Node, value: yaml.Node) -> tuple[int, yaml.Node]:
    return key.start_mark.line, value
