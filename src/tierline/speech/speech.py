"""Chooses the sound for a prompt: the agency's own recording, else the voice."""

from collections.abc import Callable, Iterable
from pathlib import Path

import structlog

from tierline.ports.voice import Voice
from tierline.speech.catalogue import Catalogue, Entry
from tierline.speech.recordings import Recordings, UnusableRecording

log = structlog.get_logger(__name__)


class Speech:
    def __init__(self, voice: Voice, recordings: Recordings, catalogue: Catalogue) -> None:
        self._voice = voice
        self._recordings = recordings
        self._catalogue = catalogue

    async def sound(self, prompt: str | None, text: str, language: str) -> Path:
        """The WAV file to play, 8 kHz mono 16 bit. `prompt` names it in the agency folder; None for words
        made up on the way, which no recording can replace. Raises VoiceFailed."""
        path = self._recorded(prompt, language) or await self._voice.render(text, language)
        self._catalogue.add(Entry(prompt=prompt, language=language, text=text, sound=str(path)))
        return path

    async def prepare(
        self, texts: Iterable[tuple[str, str]], progress: Callable[[int, int], None] = lambda done, of: None
    ) -> None:
        """Renders (text, language) pairs ahead, so that no caller waits for a voice; `progress(done, of)`
        after each. Raises VoiceFailed at the first that cannot be spoken."""
        wanted = list(dict.fromkeys(texts))
        for done, (text, language) in enumerate(wanted, start=1):
            await self._voice.render(text, language)
            progress(done, len(wanted))

    def _recorded(self, prompt: str | None, language: str) -> Path | None:
        if prompt is None:
            return None
        try:
            return self._recordings.find(prompt, language)
        except UnusableRecording as error:
            # A caller is on the line: they hear the words all the same, and the center's log says why.
            log.warning("recording not used", prompt=prompt, language=language, why=str(error))
            return None
