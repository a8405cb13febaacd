"""What tests with a clause came to, in one file: results add up within a commit, never across commits."""

from pathlib import Path
from typing import Literal

import msgspec

from tierline.conformance.clauses import Layer
from tierline.conformance.tree import Tree

FOLDERS: dict[str, Layer] = {
    "unit": "rules",
    "flows": "rules",
    "journeys": "journey",
    "telephony": "telephony",
    "browser": "browser",
}
"""Folders under `tests/` and the layer a passing test there shows."""


class Result(msgspec.Struct, frozen=True):
    clauses: tuple[str, ...]
    layer: Layer | None
    outcome: Literal["passed", "failed", "skipped"]


class Results(msgspec.Struct, frozen=True):
    tree: Tree
    tests: dict[str, Result] = {}


def file_of(project: Path) -> Path:
    return project / "build" / "conformance.json"


def read(project: Path) -> Results | None:
    """None before the first test run."""
    try:
        return msgspec.json.decode(file_of(project).read_bytes(), type=Results)
    except (FileNotFoundError, msgspec.DecodeError):
        return None


def add(project: Path, tree: Tree, tests: dict[str, Result], *, collected: set[str]) -> None:
    """Keeps what a run came to. `collected` names the files and folders that could be read, so that
    an earlier failure to read them is over."""
    before = read(project)
    kept = before.tests if before and before.tree == tree else {}
    kept = {name: result for name, result in kept.items() if name not in collected}
    file = file_of(project)
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(msgspec.json.format(msgspec.json.encode(Results(tree, kept | tests))))
