"""Which sound a prompt gets: an agency's recording, else the voice; and what is on record about it."""

import wave
from pathlib import Path

import numpy as np
import pytest

from tierline.ports.voice import Voice, VoiceFailed
from tierline.speech import wav
from tierline.speech.catalogue import Catalogue, Entry
from tierline.speech.recordings import Recordings, UnusableRecording
from tierline.speech.speech import Speech


class Hum(Voice):
    """A voice that hums as long as its text is; it cannot say "x"."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.said: list[tuple[str, str]] = []

    def speaks(self, language: str) -> bool:
        return language != "ht"

    async def render(self, text: str, language: str, *, slower: bool = False) -> Path:
        if text == "x" or (slower and text == "fast") or not self.speaks(language):
            raise VoiceFailed(f"cannot say {text}")
        path = self.folder / f"{language}-{text}{'-slower' if slower else ''}.wav"
        wav.write(path, np.zeros(100 * len(text), np.int16))
        self.said.append((text, language))
        return path


@pytest.fixture
def voice(tmp_path: Path) -> Hum:
    return Hum(tmp_path / "cache")


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    return Catalogue(tmp_path / "speech" / "catalogue.json")


@pytest.fixture
def speech(tmp_path: Path, voice: Hum, catalogue: Catalogue) -> Speech:
    return Speech(voice, Recordings(tmp_path / "recordings"), catalogue)


def record(path: Path, rate: int = wav.RATE, channels: int = 1) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as sound:
        sound.setparams((channels, 2, rate, 0, "NONE", ""))
        sound.writeframes(bytes(2 * rate * channels))
    return path


async def test_a_prompt_without_a_recording_is_spoken_by_the_voice(speech: Speech, voice: Hum) -> None:
    assert await speech.sound("welcome", "Welcome", "en") == voice.folder / "en-Welcome.wav"


async def test_an_agencys_recording_replaces_the_voice(speech: Speech, voice: Hum, tmp_path: Path) -> None:
    own = record(tmp_path / "recordings/es/welcome.wav")
    assert await speech.sound("welcome", "Bienvenidos", "es") == own
    assert await speech.sound("welcome", "Welcome", "en") == voice.folder / "en-Welcome.wav"
    assert await speech.sound(None, "welcome", "es") == voice.folder / "es-welcome.wav"


async def test_a_caller_hears_the_voice_where_a_recording_is_unusable(
    speech: Speech, voice: Hum, tmp_path: Path
) -> None:
    record(tmp_path / "recordings/en/welcome.wav", rate=44100)
    assert await speech.sound("welcome", "Welcome", "en") == voice.folder / "en-Welcome.wav"


@pytest.mark.parametrize(("rate", "channels", "says"), [(44100, 1, "44100 Hz"), (8000, 2, "2 channel")])
def test_an_unusable_recording_is_refused_with_the_way_to_convert_it(
    tmp_path: Path, rate: int, channels: int, says: str
) -> None:
    record(tmp_path / "en/welcome.wav", rate, channels)
    with pytest.raises(UnusableRecording, match=f"{says}.*sox welcome.wav -r 8000 -c 1 -b 16"):
        Recordings(tmp_path).find("welcome", "en")


def test_every_unusable_recording_is_listed_for_the_checker(tmp_path: Path) -> None:
    record(tmp_path / "en/good.wav")
    record(tmp_path / "en/stereo.wav", channels=2)
    (tmp_path / "es").mkdir()
    (tmp_path / "es/mp3.wav").write_bytes(b"ID3 not a wave file")
    problems = Recordings(tmp_path).problems()
    assert ["stereo.wav" in problems[0].sentence, "mp3.wav" in problems[1].file] == [True, True]
    assert Recordings(tmp_path / "none").problems() == []


def test_a_name_that_leaves_the_folder_finds_no_recording(tmp_path: Path) -> None:
    record(tmp_path / "secret.wav")
    recordings = Recordings(tmp_path / "recordings")
    assert recordings.find("../../secret", "en") is None
    assert recordings.find("secret", "..") is None


async def test_each_sound_is_catalogued_once_when_first_used(
    speech: Speech, voice: Hum, catalogue: Catalogue
) -> None:
    for _ in range(3):
        await speech.sound("welcome", "Welcome", "en")
    await speech.sound(None, "4 2", "en")
    assert catalogue.entries() == [
        Entry(prompt="welcome", language="en", text="Welcome", sound=str(voice.folder / "en-Welcome.wav")),
        Entry(prompt=None, language="en", text="4 2", sound=str(voice.folder / "en-4 2.wav")),
    ]


def test_a_catalogue_goes_on_after_a_restart_and_drops_half_a_line(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.json"
    first, second = (Entry(prompt=p, language="en", text=p, sound=f"/{p}.wav") for p in "ab")
    Catalogue(path).add(first)
    with path.open("ab") as file:
        file.write(b'{"prompt": "cut')
    assert Catalogue(path).entries() == [first]
    again = Catalogue(path)
    again.add(first)
    again.add(second)
    assert Catalogue(path).entries() == [first, second]


def test_a_catalogue_that_is_not_there_yet_is_empty(tmp_path: Path) -> None:
    assert Catalogue(tmp_path / "none.json").entries() == []


async def test_preparing_renders_each_text_once_and_says_how_far_it_is(speech: Speech, voice: Hum) -> None:
    steps: list[tuple[int, int]] = []
    texts = [("one", "en"), ("uno", "es"), ("one", "en")]
    await speech.prepare(texts, lambda done, of: steps.append((done, of)))
    assert voice.said == [("one", "en"), ("uno", "es")]
    assert steps == [(1, 2), (2, 2)]


async def test_preparing_stops_at_a_text_that_cannot_be_spoken(speech: Speech) -> None:
    with pytest.raises(VoiceFailed):
        await speech.prepare([("x", "en")])


def test_a_failed_write_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "taken.wav").mkdir()
    with pytest.raises(OSError, match="taken"):
        wav.write(tmp_path / "taken.wav", np.zeros(8, np.int16))
    assert [path.name for path in tmp_path.iterdir()] == ["taken.wav"]
