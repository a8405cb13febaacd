"""Where sounds go for which the disk has no room: the machine's memory, while the center runs."""

import shutil
import tempfile
from pathlib import Path

MEMORY = Path("/dev/shm")  # noqa: S108 - the folder within is made under a new name, for this user alone
"""A file system in memory, which Linux has; without one, wherever temporary files go."""

MOST = 100
"""Sounds, of some 200 kB each. The oldest makes room for the newest: it was said long ago."""


class SpareRoom:
    def __init__(self, parent: Path = MEMORY, most: int = MOST) -> None:
        self._parent = parent
        self._most = most
        self._folder: Path | None = None
        self._held: list[Path] = []

    def place(self, name: str) -> Path:
        """Where the sound of this name is, or is to be made. Raises OSError."""
        if self._folder is None:
            parent = self._parent if self._parent.is_dir() else None
            self._folder = Path(tempfile.mkdtemp(prefix="tierline-sounds-", dir=parent))
        place = self._folder / name
        if place not in self._held:
            self._held.append(place)
        while len(self._held) > self._most:
            self._held.pop(0).unlink(missing_ok=True)
        return place

    def close(self) -> None:
        """Nothing of it is left."""
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)
