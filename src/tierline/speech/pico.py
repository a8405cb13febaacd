"""The embedded voice: SVOX Pico (Apache-2.0), English and Spanish, its sounds kept by their content."""

import asyncio
import hashlib
from importlib.metadata import version
from pathlib import Path

import msgspec

from tierline.ports.voice import Voice, VoiceFailed
from tierline.speech.messages import Failed, Request
from tierline.speech.worker import Worker, WorkerDied, WorkerHung

VOICES = {"en": "en-US", "es": "es-ES"}

PROCESSING = 1
"""Raise it when the same words come to sound different (volume, filter): older files are then not used."""

LONGEST_TEXT = 2000
LONGEST_WORD = 40
"""In characters. Pico has hung on one endless word; no real word, spelled number or address comes near."""


class PicoVoice(Voice):
    """Fills `cache` with `<aa>/<sha256>.wav`. `close()` ends the process that its first rendering started."""

    def __init__(self, cache: Path, worker: Worker | None = None) -> None:
        self._cache = cache.absolute()
        self._worker = worker or Worker("tierline.speech.pico_worker")
        self._under_way: dict[Path, asyncio.Task[None]] = {}

    async def render(self, text: str, language: str) -> Path:
        words = " ".join(text.split())
        _check(words, language)
        path = self._path(words, language)
        if not _finished(path):
            # Shielded: a caller who hangs up must not undo what another caller waits for.
            await asyncio.shield(self._rendering(path, words, language))
        return path

    async def close(self) -> None:
        for task in self._under_way.values():
            task.cancel()
        await asyncio.gather(*self._under_way.values(), return_exceptions=True)
        await self._worker.close()

    def _path(self, words: str, language: str) -> Path:
        named = ["pico", version("py-nanotts"), PROCESSING, VOICES[language], words]
        digest = hashlib.sha256(msgspec.json.encode(named)).hexdigest()
        return self._cache / digest[:2] / f"{digest}.wav"

    def _rendering(self, path: Path, words: str, language: str) -> asyncio.Task[None]:
        if path not in self._under_way:
            request = Request(text=words, voice=VOICES[language], path=str(path))
            task = asyncio.create_task(self._make(request))
            self._under_way[path] = task
            task.add_done_callback(lambda done: self._over(path, done))
        return self._under_way[path]

    def _over(self, path: Path, task: asyncio.Task[None]) -> None:
        del self._under_way[path]
        if not task.cancelled():
            task.exception()  # seen here, since everyone who waited for it may have gone

    async def _make(self, request: Request) -> None:
        try:
            answer = await self._worker.ask(request)
        except WorkerHung:
            raise VoiceFailed(f"The voice did not finish saying {_short(request.text)} in time.") from None
        except WorkerDied:
            raise VoiceFailed(f"The voice's process ended while saying {_short(request.text)}.") from None
        if isinstance(answer, Failed):
            raise VoiceFailed(f"The voice could not say {_short(request.text)}: {answer.why}.")


def _check(words: str, language: str) -> None:
    if language not in VOICES:
        raise VoiceFailed(f"There is no voice for the language {language!r}, only for {', '.join(VOICES)}.")
    if not words:
        raise VoiceFailed("There is nothing to say: the text is empty.")
    if len(words) > LONGEST_TEXT:
        raise VoiceFailed(f"The text has {len(words)} characters; the voice takes {LONGEST_TEXT}. Split it.")
    longest = max(words.split(), key=len)
    if len(longest) > LONGEST_WORD:
        raise VoiceFailed(f"{_short(longest)} is too long for one word ({len(longest)} characters).")


def _finished(path: Path) -> bool:
    # A machine that lost power may keep the name of a file without its content.
    return path.exists() and path.stat().st_size > 44


def _short(text: str) -> str:
    return repr(text if len(text) <= 40 else f"{text[:40]}…")
