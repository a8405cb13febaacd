"""What is installed is pinned, hashed, and named without saying from where."""

import json
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda p: p.name)
def test_every_library_is_pinned_with_a_hash(lock: Path) -> None:
    entries = re.split(r"\n(?=[A-Za-z0-9])", lock.read_text().strip())
    loose = [e for e in entries if not re.match(r"[^\s=]+==[^\s=]+ ", e) or "--hash=sha256:" not in e]
    assert loose == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda p: p.name)
def test_no_lock_names_a_server_or_a_folder_of_some_machine(lock: Path) -> None:
    assert re.findall(r"https?://|file:|--(?:extra-)?index-url|--find-links| @ ", lock.read_text()) == []


def test_testing_uses_the_very_libraries_that_running_uses() -> None:
    run, test = (_versions(ROOT / f"requirements/{name}.txt") for name in ("run", "test"))
    assert {name: test.get(name) for name in run} == run


def test_every_library_declared_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    declared = project["project"]["dependencies"] + project["project"]["optional-dependencies"]["test"]
    names = {_plain(re.split(r"[\[<>=!~ ;]", d)[0]) for d in declared}
    assert names - set(_versions(ROOT / "requirements/test.txt")) == set()


def test_the_build_backend_is_the_pinned_one() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    built_with = _versions(ROOT / "requirements/build.txt")
    assert project["build-system"]["requires"] == [f"hatchling=={built_with['hatchling']}"]


def test_the_engines_packages_that_worked_are_on_record() -> None:
    rows = json.loads((ROOT / "setup/engine-packages.json").read_text())
    assert {"asterisk", "asterisk-modules", "libc6"} <= {row["name"] for row in rows}
    assert all(re.fullmatch("[0-9a-f]{64}", row["sha256"]) for row in rows)


def _versions(lock: Path) -> dict[str, str]:
    found = re.findall(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s\\]+)", lock.read_text(), re.MULTILINE)
    return {_plain(name): version for name, version in found}


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
