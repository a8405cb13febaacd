"""Published bundles, ready for calls: read from the database, their prompts spoken."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import structlog

from tierline.agency import Messages, load
from tierline.agency.files import Files
from tierline.ports.agency import Agency
from tierline.ports.bundles import Bundles, UnknownBundle
from tierline.ports.editions import Edition, Editions, EditionUnusable
from tierline.ports.store import StoreAway
from tierline.ports.voice import Voice, VoiceFailed
from tierline.publishing.kept import bundle_of, texts_of
from tierline.publishing.recordings import RecordingFiles
from tierline.speech import coverage
from tierline.speech.catalogue import Catalogue
from tierline.speech.prompts import SpokenPrompts
from tierline.speech.recordings import Recordings
from tierline.speech.slow_recordings import SlowRecordings
from tierline.speech.speech import Speech
from tierline.speech.tty_voice import TtyVoice

log = structlog.get_logger()

PREPARES_AT_MOST = 180.0
"""Seconds; calls begin with the version before until then."""


class PublishedEditions(Editions):
    """`speech` is the folder of the state that is for voices and recordings."""

    def __init__(self, bundles: Bundles, voice: Voice, slow_recordings: SlowRecordings, speech: Path) -> None:
        self._bundles = bundles
        self._voice = voice
        self._slow_recordings = slow_recordings
        self._tty_voice = TtyVoice(speech / "cache")
        self._recordings = RecordingFiles(speech / "recordings")
        self._catalogue = Catalogue(speech / "catalogue.json")

    async def current(self) -> str | None:
        publication = await self._bundles.current()
        return publication.version if publication else None

    async def edition(self, version: str) -> Edition:
        try:
            bundle = await bundle_of(self._bundles, version)
            texts = await texts_of(self._bundles, bundle)
            # In a thread: this takes some tenths of a second, and calls go on.
            agency, messages = await asyncio.to_thread(_read, texts, version)
            recordings = Recordings(await self._recordings.folder_of(self._bundles, bundle))
        except StoreAway:
            raise
        except UnknownBundle as unknown:
            raise EditionUnusable(f"no version {version} is kept") from unknown
        except Exception as broken:
            # Whatever is wrong with what was published, a center that runs goes on with what it has.
            raise EditionUnusable(str(broken) or type(broken).__name__) from broken
        for problem in await asyncio.to_thread(_problems, messages, recordings):
            log.warning("a prompt is not heard as it is meant", version=version, why=problem)
        speech = Speech(self._voice, recordings, self._catalogue, self._slow_recordings)
        typed = Speech(self._tty_voice, recordings, self._catalogue)
        return Edition(agency, SpokenPrompts(messages, speech, typed))

    async def prepare(
        self, edition: Edition, progress: Callable[[int, int], None] = lambda done, of: None
    ) -> None:
        assert isinstance(edition.prompts, SpokenPrompts)
        try:
            async with asyncio.timeout(PREPARES_AT_MOST):
                await edition.prompts.prepare(progress)
        except (TimeoutError, VoiceFailed) as stopped:
            log.warning("not every prompt is rendered ahead", version=edition.version, why=str(stopped))


def _problems(messages: Messages, recordings: Recordings) -> list[str]:
    return [
        *map(str, messages.problems()),
        *(unheard.sentence for unheard in coverage.problems(messages, recordings)),
    ]


def _read(texts: Files, version: str) -> tuple[Agency, Messages]:
    agency = load(texts, version)
    _ = agency.script_index  # made here, in a thread, and not when the first agent searches
    return agency, Messages(texts)
