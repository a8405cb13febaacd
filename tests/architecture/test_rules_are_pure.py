"""Rules do no I/O, wait for nothing and read no clock: what they decide follows from what they are given."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.sources import name, python

RULES = ("acd", "calls", "ivr", "offices", "practice", "privacy", "requests", "scripts", "spoken", "staff")
MAY_IMPORT = {
    "abc",
    "anyascii",
    "babel",
    "bisect",
    "collections",
    "datetime",
    "decimal",
    "difflib",
    "enum",
    "functools",
    "hashlib",
    "heapq",
    "itertools",
    "math",
    "msgspec",
    "operator",
    "phonenumbers",
    "re",
    "snowballstemmer",
    "sortedcontainers",
    "tierline",
    "types",
    "typing",
    "unicodedata",
    "zoneinfo",
}
READS_A_CLOCK = {"now", "today", "utcnow"}
TOUCHES_THE_WORLD = {"open", "print", "input", "__import__", "exec", "eval"}
FILES = python(*(f"src/tierline/{package}" for package in RULES))


def test_there_are_rules_to_look_at() -> None:
    assert {path.relative_to(path.parents[1]).parts[0] for path in FILES} >= set(RULES)


@pytest.mark.parametrize("file", FILES, ids=name)
def test_a_rule_is_pure(file: Path) -> None:
    assert list(impure(ast.parse(file.read_text()))) == []


@pytest.mark.parametrize(
    "source",
    [
        "import asyncio",
        "from time import sleep",
        "import os.path",
        "datetime.now(UTC)",
        "date.today()",
        "open('x')",
        "async def decide(): ...",
    ],
)
def test_an_impure_rule_would_be_seen(source: str) -> None:
    assert len(list(impure(ast.parse(source)))) == 1


def impure(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from (n.name for n in names if n.name.split(".")[0] not in MAY_IMPORT)
            case ast.ImportFrom(module=str(module)) if module.split(".")[0] not in MAY_IMPORT:
                yield module
            case ast.Call(func=ast.Attribute(attr=attribute)) if attribute in READS_A_CLOCK:
                yield f".{attribute}()"
            case ast.Call(func=ast.Name(id=function)) if function in TOUCHES_THE_WORLD:
                yield f"{function}()"
            case ast.AsyncFunctionDef(name=function):
                yield f"async {function}"
            case _:
                pass
