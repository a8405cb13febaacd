"""The header of the engine's WAV recordings. It is made whole when a recording ends: one that was cut short
says that it has no audio, or less than there is."""

import struct

HEADER = 44
"""Bytes: RIFF, `fmt ` of 16 bytes, `data`, as the engine writes them."""


class NoRecording(Exception):
    """These bytes do not begin a recording of the engine's."""


def length_said(header: bytes) -> int:
    """Bytes of audio. Raises NoRecording."""
    if (
        len(header) < HEADER
        or header[:4] != b"RIFF"
        or header[8:16] != b"WAVEfmt "
        or header[36:40] != b"data"
    ):
        raise NoRecording
    (length,) = struct.unpack("<I", header[40:44])
    return int(length)


def length_there(size: int) -> int:
    """Bytes of audio in a file of this size: whole samples alone."""
    return max(size - HEADER, 0) & ~1


def mended(header: bytes, size: int) -> bytes:
    """The header that fits a file of this size. Raises NoRecording."""
    length_said(header)
    length = length_there(size)
    return header[:4] + struct.pack("<I", HEADER - 8 + length) + header[8:40] + struct.pack("<I", length)
