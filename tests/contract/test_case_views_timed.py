"""The figure for an officer's view of a case is one of views that were there in full."""

import subprocess
import sys

import msgspec

from tierline.case_views_timed import Report


def test_three_systems_are_asked_at_once_and_not_one_after_the_other() -> None:
    asked = ["--systems-ms", "300", "--looks", "12", "--officers", "3", "--json"]
    command = [sys.executable, "-c", "from tierline.cli import main; main()", "bench", "cases", *asked]
    told = subprocess.run(command, capture_output=True, timeout=100, check=True).stdout
    report = msgspec.json.decode(told, type=Report)
    assert (report.alone.samples, report.at_once.samples, report.one_silent.samples) == (12, 12, 12)
    assert 300 <= report.alone.p50_ms < 900
