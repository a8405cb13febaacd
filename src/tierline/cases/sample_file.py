"""Reads a file of sample cases."""

from pathlib import Path

import msgspec

from tierline.cases.sample_data import SampleCases


class BadSample(Exception):
    """The file cannot be used; the message names it and what is wrong in it."""


def read_sample(file: Path) -> SampleCases:
    """Raises BadSample."""
    try:
        return sample_from(file.read_bytes(), str(file))
    except OSError as missing:
        raise BadSample(f"{file}: cannot be read ({missing.strerror})") from missing


def sample_from(written: bytes, named: str) -> SampleCases:
    """`named` is what to call it. Raises BadSample."""
    try:
        return msgspec.yaml.decode(written, type=SampleCases)
    except (msgspec.DecodeError, ValueError) as invalid:
        raise BadSample(f"{named}: {invalid}") from invalid
