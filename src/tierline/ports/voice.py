"""Written words to sound."""

from abc import ABC, abstractmethod
from pathlib import Path


class VoiceFailed(Exception):
    """These words cannot be spoken; the message is a plain sentence that says why."""


class Voice(ABC):
    @abstractmethod
    def speaks(self, language: str) -> bool:
        """Where it does not, every prompt must be a recording."""

    @abstractmethod
    async def render(self, text: str, language: str, *, slower: bool = False) -> Path:
        """A finished WAV file (8 kHz, mono, 16 bit) that says `text`, absolute, never changed afterwards.
        The same words in the same language give the same file, made once. `slower` is at about three
        quarters of the speed, for callers who ask for it. Raises VoiceFailed."""
