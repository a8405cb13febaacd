"""What a center counts on from published editions, shown on the twin's and on those that speak."""

import sqlite3
import wave
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest

from tests.sample import CITY
from tierline.agency import load
from tierline.agency.bundle import version_of
from tierline.agency.files import FolderFiles
from tierline.ports.bundles import Bundles
from tierline.ports.editions import Editions, EditionUnusable
from tierline.ports.voice import Voice, VoiceFailed
from tierline.publishing.editions import PublishedEditions
from tierline.speech.slow_recordings import SlowRecordings
from tierline.store.sql import SqlStore
from tierline.twin.editions import WrittenEditions
from tierline.twin.store import MemoryStore

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
FILES = dict(FolderFiles(CITY))


class BriefVoice(Voice):
    """Says everything in a tenth of a second of silence; `mute`, nothing."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.said: list[str] = []
        self.mute = False

    def speaks(self, language: str) -> bool:
        return True

    async def render(self, text: str, language: str, *, slower: bool = False) -> Path:
        if self.mute:
            raise VoiceFailed("the voice is gone")
        self.said.append(text)
        return self.folder / f"{language}-{len(self.said)}.wav"


def recorded() -> bytes:
    whole = BytesIO()
    with wave.open(whole, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(bytes(1600))
    return whole.getvalue()


@pytest.fixture
def voice(tmp_path: Path) -> BriefVoice:
    return BriefVoice(tmp_path)


@pytest.fixture
async def bundles(tmp_path: Path) -> AsyncIterator[Bundles]:
    store = await SqlStore.open(tmp_path / "tierline.db")
    yield store.bundles
    await store.close()


@pytest.fixture
def speaking(bundles: Bundles, voice: BriefVoice, tmp_path: Path) -> PublishedEditions:
    return PublishedEditions(bundles, voice, SlowRecordings(tmp_path / "slow"), tmp_path / "speech")


@pytest.fixture(params=["written", "speaking"])
async def both(
    request: pytest.FixtureRequest, bundles: Bundles, speaking: PublishedEditions
) -> tuple[Bundles, Editions]:
    if request.param == "speaking":
        return bundles, speaking
    memory = MemoryStore()
    return memory.bundles, WrittenEditions(memory.bundles)


async def publish(bundles: Bundles, files: dict[str, bytes]) -> str:
    version = version_of(files)
    await bundles.keep(version, files)
    await bundles.publish(version, at=NOON, by="a test", note="")
    return version


async def test_an_edition_is_the_agency_as_it_was_published(both: tuple[Bundles, Editions]) -> None:
    bundles, editions = both
    assert await editions.current() is None
    version = await publish(bundles, {**FILES, "recordings/en/welcome.wav": recorded()})
    assert await editions.current() == version
    edition = await editions.edition(version)
    assert edition.version == version
    assert edition.agency.flow == load(CITY).flow
    assert edition.prompts.words("welcome", "en", {}).startswith("Welcome")
    await editions.prepare(edition)


async def test_an_edition_that_cannot_be_read_is_unusable_and_says_why(
    both: tuple[Bundles, Editions],
) -> None:
    bundles, editions = both
    broken = await publish(bundles, {**FILES, "tiers.yaml": b"tiers: 3\n"})
    with pytest.raises(EditionUnusable, match=r"tiers\.yaml:1: tiers: Expected `array`"):
        await editions.edition(broken)
    with pytest.raises(EditionUnusable, match="no version 0000"):
        await editions.edition("0000")


async def test_a_recording_is_that_of_its_version(bundles: Bundles, speaking: PublishedEditions) -> None:
    first = await publish(bundles, {**FILES, "recordings/en/welcome.wav": recorded()})
    second = await publish(bundles, FILES)
    third = await publish(bundles, {**FILES, "recordings/en/welcome.wav": recorded() + b"more"})
    sounds = []
    for version in (first, second, third):
        edition = await speaking.edition(version)
        sounds.append((await edition.prompts.speak("welcome", "en", {})).sound)
    assert sounds[0].read_bytes() == recorded()
    assert not sounds[1].exists()  # the voice's
    assert sounds[2].read_bytes() == recorded() + b"more"


async def test_prompts_are_rendered_ahead_and_a_voice_that_fails_stops_nobody(
    bundles: Bundles, speaking: PublishedEditions, voice: BriefVoice
) -> None:
    edition = await speaking.edition(await publish(bundles, FILES))
    await speaking.prepare(edition)
    assert edition.prompts.words("main-menu", "fr", {}) in voice.said
    voice.mute = True
    await speaking.prepare(edition)


async def test_what_was_changed_behind_the_hashes_is_not_used(
    bundles: Bundles, speaking: PublishedEditions, tmp_path: Path
) -> None:
    version = await publish(bundles, FILES)
    with sqlite3.connect(tmp_path / "tierline.db") as meddler:
        meddler.execute(
            "UPDATE bundle_contents SET content = ? WHERE content = ?", (b"x", FILES["flow.yaml"])
        )
    meddler.close()
    with pytest.raises(EditionUnusable, match=r"flow\.yaml .* is not kept as it was published"):
        await speaking.edition(version)
