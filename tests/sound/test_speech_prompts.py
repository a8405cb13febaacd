"""Prompts made ready before the first call, and what an agency must record."""

from pathlib import Path

import numpy as np
import pytest

from tests.sound.test_speech_sounds import Hum, record
from tierline.agency import Messages
from tierline.speech import baudot, coverage, wav
from tierline.speech.catalogue import Catalogue
from tierline.speech.prompts import SpokenPrompts
from tierline.speech.recordings import Recordings
from tierline.speech.speech import Speech
from tierline.speech.tty_voice import TtyVoice
from tierline.speech.voices import voice_for


@pytest.fixture
def agency(tmp_path: Path) -> Path:
    (tmp_path / "prompts").mkdir()
    for language, welcome in {"en": "Welcome", "ht": "Byenveni"}.items():
        (tmp_path / f"prompts/{language}.ftl").write_text(f"bye = Bye\nwelcome = {welcome}\n")
    return tmp_path


@pytest.fixture
def recordings(agency: Path) -> Recordings:
    return Recordings(agency / "recordings")


def prompts(agency: Path, recordings: Recordings, voice: Hum) -> SpokenPrompts:
    catalogue = Catalogue(agency / "catalogue.json")
    speech, typed = (Speech(each, recordings, catalogue) for each in (voice, TtyVoice(agency / "cache")))
    return SpokenPrompts(Messages(agency / "prompts"), speech, typed)


async def test_only_what_the_voice_must_say_is_made_ready(agency: Path, recordings: Recordings) -> None:
    record(agency / "recordings/en/bye.wav")
    voice, steps = Hum(agency / "cache"), list[tuple[int, int]]()
    await prompts(agency, recordings, voice).prepare(lambda done, of: steps.append((done, of)))
    assert set(voice.said) == {("Welcome", "en")}
    assert steps == [(1, 1)]


async def test_slower_prompts_are_made_when_a_caller_asks(agency: Path, recordings: Recordings) -> None:
    voice = Hum(agency / "cache")
    spoken = await prompts(agency, recordings, voice).speak("welcome", "en", {}, slower=True)
    assert (spoken.text, spoken.sound) == ("Welcome", agency / "cache/en-Welcome-slower.wav")


async def test_a_prompt_for_text_telephones_is_typed_and_not_spoken(
    agency: Path, recordings: Recordings
) -> None:
    notice = "notice = Hold for\n    agent GA\n    .voice = tty\n"
    (agency / "prompts/en.ftl").write_text(f"welcome = Welcome\n{notice}")
    voice = Hum(agency / "cache")
    made = prompts(agency, recordings, voice)
    await made.prepare(lambda done, of: None)
    typed = await made.speak("notice", "en", {}, slower=True)
    assert {text for text, language in voice.said if language == "en"} == {"Welcome"}
    assert np.array_equal(wav.read(typed.sound), baudot.render("HOLD FOR AGENT GA"))


def test_an_agency_hears_which_prompts_it_must_record(agency: Path, recordings: Recordings) -> None:
    record(agency / "recordings/ht/bye.wav")
    found = coverage.problems(Messages(agency / "prompts"), recordings)
    assert [unheard.sentence for unheard in found] == [
        "There is no voice for ht, only for en, en-GB, de, es, fr, it: record these prompts in "
        "recordings/ht/: welcome."
    ]
    record(agency / "recordings/ht/welcome.wav")
    assert coverage.problems(Messages(agency / "prompts"), recordings) == []


def test_a_recording_cannot_say_a_value(agency: Path, recordings: Recordings) -> None:
    (agency / "prompts/en.ftl").write_text("bye = Bye, { $name }.\n")
    (agency / "prompts/ht.ftl").unlink()
    record(agency / "recordings/en/bye.wav")
    assert [p.sentence[:46] for p in coverage.problems(Messages(agency / "prompts"), recordings)] == [
        "recordings/en/bye.wav cannot say $name, which "
    ]


def test_a_regional_tag_without_a_voice_of_its_own_has_its_languages_voice() -> None:
    assert [voice_for(tag) for tag in ("en-GB", "en-US", "es-MX", "zh")] == ["en-GB", "en-US", "es-ES", None]
