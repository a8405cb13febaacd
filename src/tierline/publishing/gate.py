"""The one gate that every agency passes before it is published."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from tierline.agency import BadAgency, Problem, load
from tierline.agency.files import Files
from tierline.check.check import check
from tierline.check.finding import Finding
from tierline.ports.agency import Agency


class Findings(BadAgency):
    """The folder can be used, and a caller could be stranded or misled."""

    def __init__(self, findings: Sequence[Finding], folder: Path) -> None:
        problems = (Problem(f.file, f.line, f.message, f.rule) for f in findings)
        super().__init__(problems, str(folder))

    def __str__(self) -> str:
        return f"{super().__str__()}\nMend this, or publish it with --anyway."


def admit(files: Files, version: str | None = None) -> Agency:
    """Raises BadAgency with what is wrong. `version` where not all files are at hand."""
    return load(files, version)


def look_at(files: Files, folder: Path, at: datetime) -> tuple[Finding, ...]:
    """What the checker finds in a folder that was admitted."""
    return tuple(check(files, at, folder / "recordings"))
