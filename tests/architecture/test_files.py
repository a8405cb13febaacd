"""One idea a file, named by it; and nothing in the project that belongs to one machine."""

import ast
import re
from pathlib import Path

import pytest

from tests.architecture.sources import committed, name, python

LONGEST = 300
SAYS_NOTHING = {"utils", "util", "helpers", "helper", "manager", "common", "misc"}
ELSEWHERE = "|".join(
    (
        r"(?<![\w.~}])/(?:work|home|root|Users)/\w",
        r"\bpypi\." + "org",
        r"\bpython" + r"hosted\.org",
        r"\bregistry\.npm" + "js",
        r"\bdeb\.debi" + r"an\.org",
        r"--index-" + r"url[ =]http",
        r'"resolved": "ht' + "tp",
    )
)
"""Folders of somebody's machine, and hosts of registries, which each machine configures for itself."""


def test_no_file_is_longer_than_one_idea() -> None:
    lengths = {name(path): len(path.read_text().splitlines()) for path in python("src", "setup")}
    assert {file: lines for file, lines in lengths.items() if lines > LONGEST} == {}


def test_every_module_is_named_by_its_idea() -> None:
    parts = {name(path): set(path.with_suffix("").parts) for path in python("src", "tests")}
    assert [file for file, named in parts.items() if named & SAYS_NOTHING] == []


def test_no_class_is_a_manager_or_a_helper() -> None:
    classes = [
        node.name
        for path in python("src")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.ClassDef)
    ]
    assert [c for c in classes if re.search(r"(Manager|Helper|Utils?)$", c)] == []


def test_tests_wait_for_what_they_expect_and_never_just_sleep() -> None:
    assert {name(path): lines for path in python("tests") if (lines := _sleeps(path.read_text()))} == {}


@pytest.mark.parametrize("source", ["time.sleep(1)", "for _ in range(3): time.sleep(1)"])
def test_a_bare_sleep_would_be_seen(source: str) -> None:
    assert _sleeps(source) == [1]


def _sleeps(source: str) -> list[int]:
    """Lines of sleeps that are not the breath between two looks of a `while`."""
    tree = ast.parse(source)
    looks = [node for loop in ast.walk(tree) if isinstance(loop, ast.While) for node in ast.walk(loop)]
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "time.sleep" and node not in looks
    ]


def test_nothing_committed_belongs_to_one_machine() -> None:
    assert {name(path): found for path in committed() if (found := _elsewhere(path))} == {}


def _elsewhere(path: Path) -> list[str]:
    try:
        return re.findall(ELSEWHERE, path.read_text())
    except UnicodeDecodeError:
        return []  # a picture or a recording


@pytest.mark.parametrize(
    "text", ["see /ho" + "me/ana/x", "https://pypi." + "org/simple", '"resolved": "ht' + 'tps://x"']
)
def test_what_belongs_to_one_machine_would_be_seen(text: str, tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text(text)
    assert _elsewhere(tmp_path / "note.md")
