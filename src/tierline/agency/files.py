"""An agency's files by name, from a folder or from memory: what everything else here reads."""

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from tierline.agency.problem import WHOLE_FOLDER, BadAgency, Problem

Files = Mapping[str, bytes]
"""By name relative to the folder, with forward slashes: `prompts/en.ftl`."""

MOST_FILES = 5_000
MOST_BYTES_A_FILE = 10 * 2**20
MOST_BYTES = 200 * 2**20


class FolderFiles(Files):
    """Reads a file when it is asked for. Hidden files (a version control's, an editor's) and backups ending
    in `~` are not the agency's. Raises BadAgency for a folder that there is not, or of a size that no agency
    has."""

    def __init__(self, folder: Path) -> None:
        if not folder.is_dir():
            raise BadAgency([Problem(WHOLE_FOLDER, 1, "there is no such agency folder")], str(folder))
        self._folder = folder
        self._names = dict.fromkeys(sorted(_names(folder), key=_parts))
        if too_large := list(self._too_large()):
            raise BadAgency(too_large, str(folder))

    def __getitem__(self, name: str) -> bytes:
        if name not in self._names:
            raise KeyError(name)
        try:
            return (self._folder / name).read_bytes()
        except OSError as refused:
            problem = Problem(name, 1, f"cannot be read ({refused.strerror})")
            raise BadAgency([problem], str(self._folder)) from refused

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def _too_large(self) -> Iterator[Problem]:
        if len(self) > MOST_FILES:
            yield Problem(WHOLE_FOLDER, 1, f"has {len(self)} files, and an agency at most {MOST_FILES}")
        whole = 0
        for name in self:
            size = (self._folder / name).stat().st_size
            whole += size
            if size > MOST_BYTES_A_FILE:
                yield Problem(name, 1, f"has {_mb(size)}, and a file at most {_mb(MOST_BYTES_A_FILE)}")
        if whole > MOST_BYTES:
            yield Problem(
                WHOLE_FOLDER, 1, f"has {_mb(whole)} in all, and an agency at most {_mb(MOST_BYTES)}"
            )


def files_of(source: Path | Files) -> Files:
    """Raises BadAgency."""
    return FolderFiles(source) if isinstance(source, Path) else source


def in_order(files: Files) -> list[str]:
    """Names as a folder is walked."""
    return sorted(files, key=_parts)


def _names(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*"):
        name = path.relative_to(folder)
        hidden = any(part.startswith(".") for part in name.parts)
        if path.is_file() and not hidden and not name.name.endswith("~"):
            yield name.as_posix()


def _parts(name: str) -> tuple[str, ...]:
    return PurePosixPath(name).parts


def _mb(size: int) -> str:
    return f"{size / 2**20:.1f} MB"
