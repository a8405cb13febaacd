"""What a caller hears who asked for slower speech."""

from collections.abc import AsyncIterator
from pathlib import Path

import numpy as np
import pytest

from tests.sound.test_speech_sounds import Hum, record
from tierline.ports.voice import VoiceFailed
from tierline.speech import wav
from tierline.speech.catalogue import Catalogue
from tierline.speech.recordings import Recordings
from tierline.speech.slow_recordings import SlowRecordings
from tierline.speech.speech import Speech
from tierline.speech.worker import Worker


@pytest.fixture
async def slow_recordings(tmp_path: Path) -> AsyncIterator[SlowRecordings]:
    slow = SlowRecordings(tmp_path / "cache")
    yield slow
    await slow.close()


@pytest.fixture
def speech(tmp_path: Path, slow_recordings: SlowRecordings) -> Speech:
    return Speech(
        Hum(tmp_path / "cache"),
        Recordings(tmp_path / "recordings"),
        Catalogue(tmp_path / "catalogue.json"),
        slow_recordings,
    )


async def test_words_of_the_voice_are_spoken_slower(speech: Speech, tmp_path: Path) -> None:
    assert await speech.sound("welcome", "Hi", "en", slower=True) == tmp_path / "cache/en-Hi-slower.wav"


async def test_a_recording_that_was_spoken_slowly_goes_first(speech: Speech, tmp_path: Path) -> None:
    usual = record(tmp_path / "recordings/en/welcome.wav")
    slowly = record(tmp_path / "recordings/en/slow/welcome.wav")
    assert await speech.sound("welcome", "Hi", "en", slower=True) == slowly
    assert await speech.sound("welcome", "Hi", "en") == usual


async def test_any_other_recording_is_stretched_once(speech: Speech, tmp_path: Path) -> None:
    usual = record(tmp_path / "recordings/en/welcome.wav")
    slower = await speech.sound("welcome", "Hi", "en", slower=True)
    made = slower.stat().st_mtime_ns
    assert len(wav.read(slower)) == round(len(wav.read(usual)) * 4 / 3)
    assert await speech.sound("welcome", "Hi", "en", slower=True) == slower
    assert slower.stat().st_mtime_ns == made


async def test_a_recording_made_anew_is_stretched_anew(
    slow_recordings: SlowRecordings, tmp_path: Path
) -> None:
    wav.write(tmp_path / "welcome.wav", np.ones(800, np.int16))
    first = await slow_recordings.copy(tmp_path / "welcome.wav")
    wav.write(tmp_path / "welcome.wav", np.ones(900, np.int16))
    assert await slow_recordings.copy(tmp_path / "welcome.wav") != first


async def test_what_cannot_be_slowed_is_said_at_its_usual_speed(tmp_path: Path) -> None:
    broken = SlowRecordings(tmp_path / "cache", Worker("tierline.speech"))
    recordings, catalogue = Recordings(tmp_path / "recordings"), Catalogue(tmp_path / "catalogue.json")
    speech = Speech(Hum(tmp_path / "cache"), recordings, catalogue, broken)
    usual = record(tmp_path / "recordings/en/welcome.wav")
    assert await speech.sound("welcome", "Hi", "en", slower=True) == usual
    assert await speech.sound(None, "fast", "en", slower=True) == tmp_path / "cache/en-fast.wav"
    with pytest.raises(VoiceFailed, match="stretcher's process ended"):
        await broken.copy(usual)
    await broken.close()


async def test_a_slow_recording_that_cannot_be_played_is_listed_too(tmp_path: Path) -> None:
    record(tmp_path / "en/slow/welcome.wav", rate=44100)
    assert ["slow/welcome.wav" in problem.file for problem in Recordings(tmp_path).problems()] == [True]
