"""Wires what is published to the parts of a running center that need it."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from tierline.ports.bundles import Bundles
from tierline.publishing.editions import PublishedEditions
from tierline.speech.pico import PicoVoice
from tierline.speech.slow_recordings import SlowRecordings

Say = Callable[[str], None]


@asynccontextmanager
async def published_editions(bundles: Bundles, var: Path) -> AsyncIterator[PublishedEditions]:
    speech = var / "speech"
    voice, slow_recordings = PicoVoice(speech / "cache"), SlowRecordings(speech / "cache")
    try:
        yield PublishedEditions(bundles, voice, slow_recordings, speech)
    finally:
        await voice.close()
        await slow_recordings.close()


def progress(say: Say) -> Callable[[int, int], None]:
    def told(done: int, of: int) -> None:
        if done == of or done % 20 == 0:
            say(f"Voices: {done} of {of} prompts ready")

    return told
