"""A log that cannot be written ends nothing."""

import contextlib
from pathlib import Path

import pytest

from tierline.logs import Lossy


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_line_that_does_not_fit_on_the_disk_is_lost_without_a_word() -> None:
    full = Path("/dev/full").open("w", buffering=1)  # noqa: SIM115 - closing it fails as well
    print("a line", file=Lossy(full), flush=True)
    with contextlib.suppress(OSError):
        full.close()
