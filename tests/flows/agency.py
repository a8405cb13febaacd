"""A folder with the small flow of `tests/flows/small`, as an agency would have it."""

import shutil
from pathlib import Path

from tests.sample import AGENCY

SMALL = Path(__file__).parent / "small"
OWN = shutil.ignore_patterns("flow.yaml", "flows", "prompts", "cases", "recordings")

NIGHT = "2026-11-24T03:00"
MORNING = "2026-11-24T10:00"
ANA, ANA_BORN = "3222190012345", "04121985"


def small_agency(folder: Path) -> Path:
    shutil.copytree(AGENCY, folder, ignore=OWN)
    shutil.copytree(SMALL, folder, dirs_exist_ok=True)
    cases = folder / "sample-cases.yaml"  # with those that have a name, and few that are made up
    cases.write_text(cases.read_text("utf-8").replace("count: 2000", "count: 20"), "utf-8")
    return folder


def with_cases(folder: Path, text: str, name: str = "calls.yaml") -> Path:
    """The agency with these golden cases."""
    (folder / "cases").mkdir(exist_ok=True)
    (folder / "cases" / name).write_text(text, "utf-8")
    return folder
