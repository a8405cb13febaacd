"""The passwords made at the first start, kept where only the person who started the center can read them."""

from collections.abc import Mapping
from pathlib import Path

import msgspec


class SignIns:
    """A JSON object of user → password, mode 0600: for the first sign-ins, and for the demonstration."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def read(self) -> dict[str, str]:
        """Empty when there is no file."""
        if not self._file.exists():
            return {}
        return msgspec.json.decode(self._file.read_bytes(), type=dict[str, str])

    def add(self, made: Mapping[str, str]) -> None:
        """Keeps new ones beside those of before."""
        if not made:
            return
        unfinished = self._file.with_suffix(".new")
        unfinished.touch(mode=0o600)
        unfinished.write_bytes(msgspec.json.format(msgspec.json.encode(self.read() | dict(made))))
        unfinished.replace(self._file)
