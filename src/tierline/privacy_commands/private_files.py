"""A folder that nobody else can read, into which nothing is written twice."""

import os
from pathlib import Path
from typing import BinaryIO


class TakenAlready(Exception):
    """There is something there; the message says what to do."""


class PrivateFolder:
    """Raises TakenAlready at once, before anything is looked for."""

    def __init__(self, path: Path) -> None:
        if path.exists() and (not path.is_dir() or any(path.iterdir())):
            raise TakenAlready(f"{path} is there already: name a folder that is new or empty")
        self._path = path

    def begin(self) -> None:
        self._path.mkdir(parents=True, exist_ok=True)
        self._path.chmod(0o700)

    def open(self, name: str) -> BinaryIO:
        """A new file. Raises FileExistsError."""
        made = os.open(self._path / name, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        return os.fdopen(made, "wb")

    def write(self, name: str, content: bytes) -> None:
        with self.open(name) as file:
            file.write(content)
