"""A mark is written into what a step made, last of all, and says what it was made from.

Without its mark, or with another, a thing is half-finished or out of date, and is made again.
"""

import hashlib
from collections.abc import Iterable
from pathlib import Path

NAME = ".made-from"


def mark_of(files: Iterable[Path], *also: str) -> str:
    """Of the files' names and contents, and of whatever else the result depends on."""
    digest = hashlib.sha256("\0".join(also).encode())
    for file in sorted(files):
        digest.update(f"\0{file}\0".encode() + file.read_bytes())
    return digest.hexdigest()


def is_marked(made: Path, mark: str) -> bool:
    try:
        return (made / NAME).read_text() == mark
    except OSError:
        return False


def is_finished(made: Path) -> bool:
    """Whatever it was made from: good to bring up to date."""
    return (made / NAME).exists()


def set_mark(made: Path, mark: str) -> None:
    (made / NAME).write_text(mark)


def clear_mark(made: Path) -> None:
    (made / NAME).unlink(missing_ok=True)
