"""The state of the source that a result is about."""

import subprocess
from pathlib import Path

import msgspec


class Tree(msgspec.Struct, frozen=True):
    """`commit` is None where there is no git clone; `dirty`: files differ from it or are not in it."""

    commit: str | None
    dirty: bool = False


def tree_at(project: Path) -> Tree:
    commit = _git(project, "rev-parse", "HEAD")
    if not commit:
        return Tree(None)
    return Tree(commit, dirty=bool(_git(project, "status", "--porcelain")))


def _git(project: Path, *arguments: str) -> str | None:
    try:
        said = subprocess.run(["git", *arguments], cwd=project, capture_output=True, text=True, check=True)  # noqa: S603, S607
    except (FileNotFoundError, subprocess.CalledProcessError):
        return None
    return said.stdout.strip()
