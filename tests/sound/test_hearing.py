"""The test caller's ear: which prompts are in what was received."""

import asyncio
from collections.abc import Sequence

import numpy as np
import pytest

from tierline.caller.hearing import Ear, Heard
from tierline.speech import wav
from tierline.speech.pico import PicoVoice
from tierline.speech.wav import RATE, Samples

WORDS = {
    "welcome": "Thank you for calling the contact center.",
    "language": "For English, press 1.",
    "menu": "To hear the status of your case, press 1. For our hours, press 2. To speak to someone, press 4.",
    "hold": "Please stay on the line.",
    "hold-next": "Please stay on the line. You are the next caller.",
    "number": "Your confirmation number is 1 2 3 4 5 6.",
    "other-number": "Your confirmation number is 1 2 3 4 9 8.",
    "yes": "Yes.",
}


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Samples]:
    async def rendered() -> dict[str, Samples]:
        voice = PicoVoice(tmp_path_factory.mktemp("cache"))
        paths = {prompt: await voice.render(text, "en") for prompt, text in WORDS.items()}
        await voice.close()
        return {prompt: wav.read(path) for prompt, path in paths.items()}

    return asyncio.run(rendered())


def received(*parts: Samples) -> Samples:
    """As a telephone line gives it: companded to 8 bits (G.711 µ-law), with a little noise."""
    clean = np.concatenate(parts) / 32768
    companded = np.round(np.sign(clean) * np.log1p(255 * np.abs(clean)) / np.log(256) * 127) / 127
    expanded = np.sign(companded) * (256 ** np.abs(companded) - 1) / 255 * 32768
    noise = np.random.default_rng(7).normal(0, 20, len(clean))
    line: Samples = np.clip(expanded + noise, -32768, 32767).astype(np.int16)
    return line


def silence(seconds: float) -> Samples:
    return np.zeros(int(seconds * RATE), np.int16)


def names(heard: Sequence[Heard]) -> list[str]:
    return [h.prompt for h in heard]


def test_prompts_are_heard_in_order_with_their_times(known: dict[str, Samples]) -> None:
    audio = received(silence(1.5), known["welcome"], known["language"], silence(2), known["menu"])
    heard = Ear(known).hear(audio)
    assert names(heard) == ["welcome", "language", "menu"]
    assert all(h.whole for h in heard)
    assert heard[0].at == pytest.approx(1.5, abs=0.3)
    assert heard[1].at == pytest.approx(1.5 + len(known["welcome"]) / RATE, abs=0.3)


@pytest.mark.parametrize("seconds", [1.2, 2.5, 5.0])
def test_a_prompt_that_a_key_cut_short_is_heard_up_to_there(
    known: dict[str, Samples], seconds: float
) -> None:
    audio = received(silence(0.5), known["menu"][: int(seconds * RATE)], known["welcome"])
    cut, after = Ear(known).hear(audio)
    assert (cut.prompt, cut.whole, after.prompt) == ("menu", False, "welcome")
    assert cut.until == pytest.approx(0.5 + seconds, abs=0.5)


def test_of_prompts_that_begin_alike_the_one_that_was_said_is_heard(known: dict[str, Samples]) -> None:
    audio = received(known["hold"], silence(1), known["hold-next"], known["other-number"], known["number"])
    assert names(Ear(known).hear(audio)) == ["hold", "hold-next", "other-number", "number"]


def test_a_word_is_heard_as_well_as_a_sentence(known: dict[str, Samples]) -> None:
    assert names(Ear(known).hear(received(silence(1), known["yes"], known["menu"]))) == ["yes", "menu"]


def test_a_prompt_is_heard_through_lost_and_added_packets(known: dict[str, Samples]) -> None:
    menu, packet = known["menu"], silence(0.02)
    damaged = np.concatenate([menu[:4000], packet, menu[4000:20000], menu[20160:30000], packet, menu[30000:]])
    (heard,) = Ear(known).hear(received(silence(1), damaged))
    assert (heard.prompt, heard.whole) == ("menu", True)


def test_nothing_is_heard_in_silence_noise_or_a_tone(known: dict[str, Samples]) -> None:
    noise = np.random.default_rng(1).normal(0, 3000, 10 * RATE).astype(np.int16)
    tone = (8000 * np.sin(2 * np.pi * 440 * np.arange(10 * RATE) / RATE)).astype(np.int16)
    for audio in (silence(0), silence(10), noise, tone):
        assert Ear(known).hear(audio) == []


def test_nothing_is_heard_without_known_prompts() -> None:
    assert Ear().hear(np.ones(RATE, np.int16)) == []
    assert Ear({"empty": silence(1)}).hear(silence(3)) == []


def test_a_growing_call_is_heard_as_the_whole_one_is(known: dict[str, Samples]) -> None:
    audio = received(silence(0.4), known["hold-next"], silence(0.2), known["menu"], known["yes"])
    ear = Ear(known)
    for end in range(0, len(audio), RATE // 4):
        ear.hear(audio[:end], over=False)
    assert ear.hear(audio) == Ear(known).hear(audio)


def test_a_prompt_is_recognised_soon_after_it_began(known: dict[str, Samples]) -> None:
    audio = received(silence(1), known["menu"])
    (heard,) = Ear(known).hear(audio[: 3 * RATE], over=False)
    assert (heard.prompt, heard.whole, heard.sure) == ("menu", False, True)


def test_a_prompt_is_not_sure_while_a_longer_one_begins_the_same(known: dict[str, Samples]) -> None:
    audio = received(known["hold"], silence(3))
    ear = Ear(known)
    (early,) = ear.hear(audio[: int(1.3 * RATE)], over=False)
    assert not early.sure
    (late,) = ear.hear(audio)
    assert (late.prompt, late.whole, late.sure) == ("hold", True, True)


def test_a_prompt_learned_during_the_call_is_heard_from_then_on(known: dict[str, Samples]) -> None:
    ear = Ear({"welcome": known["welcome"]})
    audio = received(known["welcome"], known["number"])
    ear.hear(audio[: len(known["welcome"])], over=False)
    ear.learn({"number": known["number"]})
    assert names(ear.hear(audio)) == ["welcome", "number"]
