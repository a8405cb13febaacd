"""The voice of prompts that are meant for text telephones: words become Baudot tones."""

import asyncio
import hashlib
from pathlib import Path

from tierline.ports.voice import Voice, VoiceFailed
from tierline.speech import baudot, wav

LONGEST_TEXT = 500
"""Characters: over a minute of tones."""


class TtyVoice(Voice):
    """Fills `cache` with `<aa>/<sha256>.wav`, as the speaking voice does."""

    def __init__(self, cache: Path) -> None:
        self._cache = cache.absolute()

    def speaks(self, language: str) -> bool:
        """All that can be written with its one alphabet."""
        return True

    async def render(self, text: str, language: str, *, slower: bool = False) -> Path:
        """A text telephone has one speed, whatever is asked."""
        words = " ".join(text.upper().split())
        if not 0 < len(words) <= LONGEST_TEXT:
            raise VoiceFailed(
                f"The text for text telephones has {len(words)} characters; it can have 1 to {LONGEST_TEXT}."
            )
        path = self._path(words)
        if not path.exists():
            await asyncio.to_thread(_write, path, words)
        return path

    def _path(self, words: str) -> Path:
        digest = hashlib.sha256(f"baudot 1 {words}".encode()).hexdigest()
        return self._cache / digest[:2] / f"{digest}.wav"


def _write(path: Path, words: str) -> None:
    try:
        wav.write(path, baudot.render(words))
    except baudot.NotTypable as refused:
        raise VoiceFailed(f"The text for text telephones: {refused}.") from None
