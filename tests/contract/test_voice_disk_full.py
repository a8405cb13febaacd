"""A voice whose disk is full speaks all the same, and leaves nothing in memory when it is closed."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.telephony.small_disk import MountRefused, filled, small_disk
from tierline.speech import wav
from tierline.speech.catalogue import Catalogue, Entry
from tierline.speech.pico import PicoVoice
from tierline.speech.spare_room import SpareRoom


@pytest.fixture
async def full(tmp_path: Path) -> AsyncIterator[Path]:
    disk = tmp_path / "disk"
    try:
        with small_disk(disk, 1):
            Catalogue(disk / "catalogue.json").add(entry("before"))
            with filled(disk):
                yield disk
    except MountRefused as refused:
        pytest.skip(f"a disk that is full needs one of its own, which this user may not mount ({refused})")


def entry(text: str) -> Entry:
    return Entry(prompt=None, language="en", text=text, sound="/nowhere.wav")


async def test_what_finds_no_room_is_said_from_memory_and_made_once(full: Path) -> None:
    voice = PicoVoice(full / "cache")
    try:
        said = await voice.render("Your case was transferred.", "en")
        assert len(wav.read(said)) > wav.RATE
        assert not said.is_relative_to(full)
        made = said.stat().st_mtime_ns
        assert await voice.render("Your case was transferred.", "en") == said
        assert said.stat().st_mtime_ns == made
    finally:
        await voice.close()
    assert not said.parent.exists()


async def test_a_catalogue_that_finds_no_room_is_whole_again_when_there_is_some(full: Path) -> None:
    catalogue = Catalogue(full / "catalogue.json")
    long = entry("word " * 2000)
    with pytest.raises(OSError, match=r"No space left|no room"):
        catalogue.add(long)
    assert catalogue.entries() == [entry("before")]
    (full / "filler").unlink()
    catalogue.add(long)
    catalogue.add(entry("after"))
    assert catalogue.entries() == [entry("before"), long, entry("after")]


def test_memory_keeps_the_newest_sounds_alone(tmp_path: Path) -> None:
    spare = SpareRoom(tmp_path, most=2)
    places = [spare.place(f"{name}.wav") for name in "abc"]
    for place in places[1:]:
        place.write_bytes(b"sound")
    assert spare.place("c.wav") == places[2]
    spare.place("d.wav")
    assert [place.exists() for place in places] == [False, False, True]
    spare.close()
    assert list(tmp_path.iterdir()) == []
