"""Chooses the sound for a prompt: the agency's own recording, else the voice."""

from collections.abc import Callable, Iterable
from pathlib import Path

import structlog

from tierline.ports.voice import Voice, VoiceFailed
from tierline.speech.catalogue import Catalogue, Entry
from tierline.speech.recordings import Recordings, UnusableRecording
from tierline.speech.slow_recordings import SlowRecordings

log = structlog.get_logger(__name__)


class Speech:
    """Without `slow_recordings`, recordings that have no slow twin keep their speed."""

    def __init__(
        self,
        voice: Voice,
        recordings: Recordings,
        catalogue: Catalogue,
        slow_recordings: SlowRecordings | None = None,
    ) -> None:
        self._voice = voice
        self._recordings = recordings
        self._catalogue = catalogue
        self._slow_recordings = slow_recordings

    async def sound(self, prompt: str | None, text: str, language: str, *, slower: bool = False) -> Path:
        """The WAV file to play, 8 kHz mono 16 bit. `prompt` names it in the agency folder; None for words
        made up on the way, which no recording can replace. Raises VoiceFailed."""
        path = await self._slower(prompt, text, language) if slower else None
        path = path or self._recorded(prompt, language) or await self._voice.render(text, language)
        self._enter(Entry(prompt=prompt, language=language, text=text, sound=str(path)))
        return path

    def needs_the_voice(self, prompt: str, language: str) -> bool:
        """Whether there is a voice for it and no recording."""
        return self._voice.speaks(language) and self._recorded(prompt, language) is None

    async def prepare(
        self, texts: Iterable[tuple[str, str]], progress: Callable[[int, int], None] = lambda done, of: None
    ) -> None:
        """Renders (text, language) pairs ahead, so that no caller waits for a voice; `progress(done, of)`
        after each. Raises VoiceFailed at the first that cannot be spoken."""
        wanted = list(dict.fromkeys(texts))
        for done, (text, language) in enumerate(wanted, start=1):
            await self._voice.render(text, language)
            progress(done, len(wanted))

    def _enter(self, entry: Entry) -> None:
        try:
            self._catalogue.add(entry)
        except OSError as failed:  # a full disk: callers hear it all the same
            log.warning("a sound is not in the catalogue", prompt=entry.prompt, why=str(failed))

    async def _slower(self, prompt: str | None, text: str, language: str) -> Path | None:
        """None where it cannot be had: words at their usual speed are better than none."""
        if spoken_slowly := self._recorded(prompt, language, slower=True):
            return spoken_slowly
        recorded = self._recorded(prompt, language)
        try:
            if recorded is None:
                return await self._voice.render(text, language, slower=True)
            return await self._slow_recordings.copy(recorded) if self._slow_recordings else None
        except (VoiceFailed, FileNotFoundError) as failed:
            log.warning("not said slower", prompt=prompt, language=language, why=str(failed))
            return None

    def _recorded(self, prompt: str | None, language: str, *, slower: bool = False) -> Path | None:
        if prompt is None:
            return None
        try:
            return self._recordings.find(prompt, language, slower=slower)
        except UnusableRecording as error:
            # A caller is on the line: they hear the words all the same, and the center's log says why.
            log.warning("recording not used", prompt=prompt, language=language, why=str(error))
            return None
