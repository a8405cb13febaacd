"""What the caller hears: prompts by name, in words and as sound."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from pathlib import Path

import msgspec


class PromptFailed(Exception):
    """This prompt cannot be said; the message says why."""


class Spoken(msgspec.Struct, frozen=True):
    """`sound` is a finished 8 kHz WAV file."""

    prompt: str
    language: str
    text: str
    sound: Path


class Prompts(ABC):
    @abstractmethod
    def words(self, prompt: str, language: str, arguments: Mapping[str, str | int]) -> str:
        """The text alone. Raises PromptFailed when the agency has no such message or an argument is
        missing."""

    @abstractmethod
    def with_blanks(self, prompt: str, language: str) -> str:
        """The text with `{name}` where a value is filled in, for people who read the flow. Raises
        PromptFailed."""

    @abstractmethod
    async def speak(
        self, prompt: str, language: str, arguments: Mapping[str, str | int], *, slower: bool = False
    ) -> Spoken:
        """The agency's recording where there is one, else the embedded voice. `slower` is the same words at
        about three quarters of the speed, for callers who ask for it. Raises PromptFailed."""

    @abstractmethod
    async def read_out(self, text: str, language: str) -> Spoken:
        """These very words by the embedded voice: what a simulated caller says. Raises PromptFailed."""
