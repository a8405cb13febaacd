"""Which file says which words, for whoever listens to a call and wants to know what was said."""

import errno
from collections.abc import Sequence
from pathlib import Path

import msgspec


class Entry(msgspec.Struct, frozen=True):
    prompt: str | None
    """The prompt's name in the agency folder; None for words made up on the way (a number, a name)."""
    language: str
    text: str
    sound: str
    """The WAV file, absolute."""


_decoder = msgspec.json.Decoder(Entry)


class Catalogue:
    """A file of JSON lines, one `Entry` each, in the order of first use. One writer; readers at any time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._written: set[Entry] | None = None

    def entries(self) -> Sequence[Entry]:
        """What is in the file now; nothing if there is none."""
        try:
            lines = self._path.read_bytes().splitlines(keepends=True)
        except FileNotFoundError:
            return []
        # The last line may be on its way into the file at this moment, or was cut by a crash.
        return [_decoder.decode(line) for line in lines if line.endswith(b"\n")]

    def add(self, entry: Entry) -> None:
        """Once for each entry, however often it is called. Raises OSError, to be called again."""
        if self._written is None:
            self._written = set(self.entries())
            self._mend()
        if entry not in self._written:
            # One write at the end of the file: a reader sees the whole line, or leaves an unfinished one.
            line = msgspec.json.encode(entry) + b"\n"
            with self._path.open("ab", buffering=0) as file:
                if file.write(line) < len(line):  # as a disk does that is nearly full
                    self._written = None
                    raise OSError(errno.ENOSPC, "no room for the whole line", str(self._path))
            self._written.add(entry)

    def _mend(self) -> None:
        """Takes away half a line that an earlier process left when it was killed."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("ab+") as file:
            file.seek(0)
            whole = file.read()
            file.truncate(whole.rfind(b"\n") + 1)
