"""An agency as one thing that is published: all its files, and the version that names exactly these."""

from collections.abc import Mapping
from hashlib import sha256

import msgspec

from tierline.agency.files import Files, in_order
from tierline.ports.bundles import Content


class Changes(msgspec.Struct, frozen=True):
    """Names of files, in order."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def version_of(files: Files) -> str:
    """A hash over every file's name and content."""
    whole = sha256()
    for name in in_order(files):
        content = files[name]
        whole.update(f"{name} {len(content)}\n".encode())
        whole.update(content)
    return whole.hexdigest()[:16]


def contents_of(files: Files) -> dict[str, Content]:
    """By name; one file after the other is in memory."""
    found = {}
    for name in files:
        content = files[name]
        found[name] = Content(sha256(content).hexdigest(), len(content))
    return found


def changes(before: Mapping[str, Content], after: Mapping[str, Content]) -> Changes:
    both = before.keys() & after.keys()
    return Changes(
        added=tuple(sorted(after.keys() - both)),
        changed=tuple(sorted(name for name in both if before[name] != after[name])),
        removed=tuple(sorted(before.keys() - both)),
    )
