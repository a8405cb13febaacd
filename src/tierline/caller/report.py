"""What a scripted call came to, for people and for scripts."""

from collections.abc import Sequence
from typing import Literal

import msgspec


class Said(msgspec.Struct, frozen=True):
    """A prompt that was heard, `at` seconds into the call. `prompt` is None for words made up on the way."""

    prompt: str | None
    language: str
    text: str
    at: float


class Pressed(msgspec.Struct, frozen=True):
    keys: str
    at: float


class CallReport(msgspec.Struct, frozen=True, kw_only=True):
    uri: str
    answered: bool
    heard: Sequence[Said] = ()
    keys: Sequence[Pressed] = ()
    ended_by: Literal["caller", "center", "error", "time limit"]
    error: str | None = None
    """One sentence, where something of the script could not be done."""
    seconds: float = 0.0
    """From the answer to the end."""

    @property
    def as_planned(self) -> bool:
        return self.answered and self.error is None
