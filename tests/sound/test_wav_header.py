"""Recordings that a killed engine left: their header is made to fit what there is."""

import struct
from pathlib import Path

import pytest

from tierline.asterisk.recorded_files import RecordedFiles
from tierline.asterisk.wav_header import HEADER, NoRecording, length_said, mended
from tierline.ports.recordings import RecordingGone, Settled


def header(length: int) -> bytes:
    form = struct.pack("<IHHIIHH", 16, 1, 1, 8000, 16000, 2, 16)
    return b"RIFF" + struct.pack("<I", 36 + length) + b"WAVEfmt " + form + b"data" + struct.pack("<I", length)


def test_a_header_without_length_gets_the_one_that_there_is() -> None:
    assert mended(header(0), HEADER + 16000) == header(16000)


def test_half_a_sample_at_the_end_does_not_count() -> None:
    assert mended(header(0), HEADER + 16001) == header(16000)


def test_a_header_alone_is_a_recording_of_nothing() -> None:
    assert mended(header(320), HEADER) == header(0)


@pytest.mark.parametrize("cut", range(0, HEADER, 7))
def test_what_is_cut_within_its_header_is_no_recording(cut: int) -> None:
    with pytest.raises(NoRecording):
        length_said(header(0)[:cut])


async def test_a_recording_that_was_cut_short_is_mended_once(tmp_path: Path) -> None:
    files = RecordedFiles(tmp_path / "recording")
    path = tmp_path / "recording" / "call-1-1.wav"
    path.write_bytes(header(0) + b"\1\2" * 8000)
    assert await files.settle("call-1-1") == Settled(1.0, cut_short=True)
    assert await files.settle("call-1-1") == Settled(1.0, cut_short=False)
    assert await files.audio("call-1-1", 0, 9000) == b"\1\2" * 8000


async def test_what_is_no_recording_is_said_to_be_gone(tmp_path: Path) -> None:
    files = RecordedFiles(tmp_path / "recording")
    (tmp_path / "recording" / "call-1-1.wav").write_bytes(b"RIFF")
    with pytest.raises(RecordingGone):
        await files.settle("call-1-1")
    assert await files.settle("call-1-2") is None


async def test_nobody_else_may_look_into_the_folder(tmp_path: Path) -> None:
    files = RecordedFiles(tmp_path / "recording")
    path = tmp_path / "recording" / "call-1-1.wav"
    path.write_bytes(header(2) + b"\1\2")
    await files.settle("call-1-1")
    assert (tmp_path / "recording").stat().st_mode & 0o777 == 0o700
    assert path.stat().st_mode & 0o777 == 0o600
