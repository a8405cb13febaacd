"""The benchmark finds a prompt's first packet, whatever was playing before."""

import struct
from pathlib import Path

import numpy as np
import pytest

from tierline.bench.recognition import Prompt, mu_law, packets
from tierline.bench.rtp import HEADER, SAMPLES
from tierline.speech.wav import Samples, write

TONE: Samples = (8000 * np.sin(np.arange(40 * SAMPLES) ** 1.3 / 50)).astype(np.int16)
QUIET: Samples = np.zeros(10 * SAMPLES, np.int16)


def packet(sequence: int, payload: bytes) -> bytes:
    return HEADER.pack(0x80, 0, sequence, 0, 1) + payload


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Ten packets of silence, then forty that differ."""
    write(tmp_path / "prompt.wav", np.concatenate([QUIET, TONE]))
    return tmp_path / "prompt.wav"


def test_any_packet_of_the_prompt_says_which_number_its_first_one_had(file: Path) -> None:
    sounds = packets(np.concatenate([QUIET, TONE]))
    prompt = Prompt([file])
    assert [prompt.began(packet(500 + at, sounds[at])) for at in (10, 11, 49)] == [500, 500, 500]


def test_numbers_begin_again_after_the_last(file: Path) -> None:
    sounds = packets(np.concatenate([QUIET, TONE]))
    assert Prompt([file]).began(packet(5, sounds[10])) == 0x10000 - 5


def test_silence_and_other_prompts_say_nothing(file: Path) -> None:
    prompt = Prompt([file])
    assert prompt.began(packet(7, packets(QUIET)[0])) is None
    assert prompt.began(packet(7, packets(TONE[::-1])[0])) is None


def test_coded_sound_is_g711_as_the_engine_makes_it() -> None:
    """Values seen in packets of a real engine."""
    linear = np.array([0, 8, -4, 32767, -32768], np.int16)
    assert list(mu_law(linear)) == [0xFF, 0xFE, 0x7F, 0x80, 0x00]


def test_a_packet_carries_its_number_where_rfc_3550_has_it() -> None:
    assert struct.unpack_from("!H", packet(0x1234, b""), 2) == (0x1234,)
