"""For all tests: each one with a clause of the policy is on record (`tierline conformance`), and those that
wait are spread among those that work."""

from itertools import groupby
from pathlib import Path

import pytest

pytest_plugins = ["tests.conformance.plugin"]

WAITS = ("telephony", "browser")
"""For a telephone or a page most of the time, and needs little of the processor."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """File by file: with several at a time some always wait while others work, and no long one comes last."""
    files = [list(of_it) for _, of_it in groupby(items, lambda item: item.path)]
    waiting = [file for file in files if _waits(file[0].path)]
    working = [file for file in files if not _waits(file[0].path)]
    turns = [((nth + 0.5) / len(some), file) for some in (waiting, working) for nth, file in enumerate(some)]
    items[:] = [item for _, file in sorted(turns, key=lambda turn: turn[0]) for item in file]


def _waits(file: Path) -> bool:
    return file.parent.name in WAITS
