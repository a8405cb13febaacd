"""Reads a file of sample cases."""

from pathlib import Path

import msgspec
import yaml

from tierline.cases.sample_data import SampleCases


class BadSample(Exception):
    """The file cannot be used; the message names it and what is wrong in it."""


def read_sample(file: Path) -> SampleCases:
    """Raises BadSample."""
    try:
        return msgspec.convert(yaml.safe_load(file.read_text("utf-8")), type=SampleCases)
    except OSError as missing:
        raise BadSample(f"{file}: cannot be read ({missing.strerror})") from missing
    except (yaml.YAMLError, UnicodeDecodeError, msgspec.ValidationError) as invalid:
        raise BadSample(f"{file}: {invalid}") from invalid
