"""The project's own files, as git knows them; without a clone, all of its main folders."""

import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]


def committed() -> list[Path]:
    git = shutil.which("git") or "true"
    listed = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode == 0 and listed.stdout:
        named = [ROOT / name for name in listed.stdout.split("\0") if name]
    else:
        named = [
            path for folder in ("src", "tests", "docs", "agencies") for path in (ROOT / folder).rglob("*")
        ]
    return [path for path in named if path.is_file()]


def python(*folders: str) -> list[Path]:
    """Python files under these folders, committed or about to be."""
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))
