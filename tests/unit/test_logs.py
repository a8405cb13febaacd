"""A log that cannot be written ends nothing."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

from tierline.logs import Lossy, log_to_stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_line_that_does_not_fit_on_the_disk_is_lost_without_a_word() -> None:
    full = Path("/dev/full").open("w", buffering=1)  # noqa: SIM115 - closing it fails as well
    print("a line", file=Lossy(full), flush=True)
    with contextlib.suppress(OSError):
        full.close()


@pytest.fixture
def unchanged() -> Iterator[None]:
    yield
    structlog.reset_defaults()


@pytest.mark.usefixtures("unchanged")
def test_a_traceback_says_nothing_of_what_a_caller_keyed(capsys: pytest.CaptureFixture[str]) -> None:
    log_to_stdout()
    keyed = "2190012345"
    try:
        raise ValueError("it failed") if keyed else AssertionError
    except ValueError:
        structlog.get_logger().exception("a step failed")
    said = capsys.readouterr().out
    assert "it failed" in said
    assert keyed not in said
