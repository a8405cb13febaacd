"""An agency's own recordings, which replace the embedded voice prompt by prompt."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tierline.speech import wav

_PLAIN_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")


class UnusableRecording(Exception):
    """The message is plain sentences: what is wrong with the file and how to convert it."""


class NotHeard(NamedTuple):
    """What keeps callers from hearing a prompt as it is meant. `file` is relative to the agency's folder;
    `rule` is what a list of findings calls it."""

    file: str
    rule: str
    sentence: str


class Recordings:
    """`folder/<language>/<prompt>.wav`, and spoken slowly `folder/<language>/slow/<prompt>.wav`; a folder
    that does not exist holds none."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.absolute()

    def find(self, prompt: str, language: str, *, slower: bool = False) -> Path | None:
        """None if there is no such recording; `slower` finds only one that was spoken slowly. Raises
        UnusableRecording."""
        # Both end up in a path: nothing but a plain name may.
        if not (_PLAIN_NAME.fullmatch(prompt) and _PLAIN_NAME.fullmatch(language)):
            return None
        folder = self._folder / language / "slow" if slower else self._folder / language
        path = folder / f"{prompt}.wav"
        if not path.is_file():
            return None
        _usable(path)
        return path

    def has(self, prompt: str, language: str) -> bool:
        """Whether the file is there, playable or not."""
        return (self._folder / language / f"{prompt}.wav").is_file()

    def problems(self) -> Sequence[NotHeard]:
        """One for every recording that cannot be played, for whoever checks the agency's folder."""
        found = [*self._folder.glob("*/*.wav"), *self._folder.glob("*/slow/*.wav")]
        return [
            NotHeard(f"recordings/{path.relative_to(self._folder).as_posix()}", "recording-unusable", why)
            for path in sorted(found)
            if (why := _problem(path))
        ]


def _usable(path: Path) -> None:
    try:
        wav.check(path)
    except wav.NotTelephoneAudio as error:
        raise UnusableRecording(
            f"{error} A recording must be WAV at 8000 Hz, 1 channel, 16 bit. "
            f"To convert it: sox {path.name} -r 8000 -c 1 -b 16 converted.wav"
        ) from None


def _problem(path: Path) -> str | None:
    try:
        _usable(path)
    except UnusableRecording as error:
        return str(error)
    return None
