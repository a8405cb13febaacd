"""The embedded voice: SVOX Pico (Apache-2.0), its sounds kept by their content."""

import hashlib
from importlib.metadata import version
from pathlib import Path

import msgspec

from tierline.ports.voice import Voice, VoiceFailed
from tierline.speech.messages import Say
from tierline.speech.spare_room import SpareRoom
from tierline.speech.voices import VOICES, voice_for
from tierline.speech.worker import Worker
from tierline.speech.workshop import Workshop

ENGINE_VERSION = version("py-nanotts")
"""Read once: it is looked up in files, and every prompt of every call asks for it."""

PROCESSING = 1
"""Raise it when the same words come to sound different (volume, filter): older files are then not used."""

SLOWER = 0.75
"""Of the voice's own speed, at which it is asked to speak slower."""

LONGEST_TEXT = 2000
LONGEST_WORD = 40
"""In characters. Pico has hung on one endless word; no real word, spelled number or address comes near."""


class PicoVoice(Voice):
    """Fills `cache` with `<aa>/<sha256>.wav`; what finds no room there is in memory until `close()`, which
    ends the process that its first rendering started."""

    def __init__(self, cache: Path, worker: Worker | None = None) -> None:
        self._cache = cache.absolute()
        self._workshop = Workshop(worker or Worker("tierline.speech.pico_worker"), "The voice", SpareRoom())

    def speaks(self, language: str) -> bool:
        return voice_for(language) is not None

    async def render(self, text: str, language: str, *, slower: bool = False) -> Path:
        words = " ".join(text.split())
        voice = _voice(language)
        _check(words)
        speed = SLOWER if slower else 1.0
        request = Say(words, voice, str(self._path(words, voice, speed)), speed)
        return await self._workshop.make(request, f"say {_short(words)}")

    async def close(self) -> None:
        await self._workshop.close()

    def _path(self, words: str, voice: str, speed: float) -> Path:
        named = ["pico", ENGINE_VERSION, PROCESSING, voice, words, *([speed] if speed != 1 else [])]
        digest = hashlib.sha256(msgspec.json.encode(named)).hexdigest()
        return self._cache / digest[:2] / f"{digest}.wav"


def _voice(language: str) -> str:
    voice = voice_for(language)
    if voice is None:
        raise VoiceFailed(
            f"There is no voice for the language {language!r}, only for {', '.join(VOICES)}: "
            "record its prompts."
        )
    return voice


def _check(words: str) -> None:
    if not words:
        raise VoiceFailed("There is nothing to say: the text is empty.")
    if len(words) > LONGEST_TEXT:
        raise VoiceFailed(f"The text has {len(words)} characters; the voice takes {LONGEST_TEXT}. Split it.")
    longest = max(words.split(), key=len)
    if len(longest) > LONGEST_WORD:
        raise VoiceFailed(f"{_short(longest)} is too long for one word ({len(longest)} characters).")


def _short(text: str) -> str:
    return repr(text if len(text) <= 40 else f"{text[:40]}…")
