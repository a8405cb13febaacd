"""Each broken agency of tests/broken is found out by its own finding, and by no other.

A folder is named by its rule. Whatever in it is not a link to the sound agency beside it is what was broken,
and says where the finding belongs: `# broken: rule` on the line itself, `# broken below: rule` above it, or
`# broken: rule @ file:line`.
"""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tierline.agency.files import FolderFiles
from tierline.check.check import RULES, check
from tierline.check.finding import Finding

BROKEN = Path(__file__).parents[1] / "broken"
BASE = BROKEN / "base"
FOLDERS = sorted(folder for folder in BROKEN.iterdir() if folder != BASE)
NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
MARK = re.compile(r"# broken( below)?: ([a-z-]+)(?: @ ([^ :]+):(\d+))?")


def found_in(folder: Path) -> list[Finding]:
    return check(FolderFiles(folder), NOW, folder / "recordings")


def marked_in(folder: Path) -> set[tuple[str, int, str]]:
    marked = set()
    for path in (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".wav"):
        for nth, line in enumerate(path.read_text().splitlines(), 1):
            if mark := MARK.search(line):
                below, rule, file, at = mark.groups()
                own = path.relative_to(folder).as_posix()
                marked.add((file or own, int(at) if at else nth + bool(below), rule))
    return marked


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_broken_agency_is_found_out_by_its_own_finding(folder: Path) -> None:
    found = {(finding.file, finding.line, finding.rule) for finding in found_in(folder)}
    assert {rule for _, _, rule in found} == {folder.name}
    assert found == marked_in(folder)


def test_nothing_is_found_in_the_agency_that_they_were_made_from() -> None:
    assert found_in(BASE) == []


def test_every_rule_has_a_broken_agency() -> None:
    assert {folder.name for folder in FOLDERS} == {rule.name for rule in RULES}


def test_every_broken_agency_is_the_sound_one_but_for_what_is_broken() -> None:
    links = [path for folder in FOLDERS for path in folder.rglob("*") if path.is_symlink()]
    assert links
    for link in links:
        assert link.resolve() == BASE.joinpath(*link.relative_to(BROKEN).parts[1:])
