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
    assert [name(path) for path in python("tests") if _sleeps(ast.parse(path.read_text()))] == []


def _sleeps(tree: ast.AST) -> bool:
    return any(
        isinstance(node, ast.Attribute)
        and node.attr == "sleep"
        and isinstance(node.value, ast.Name)
        and node.value.id == "time"
        for node in ast.walk(tree)
    )


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
