"""The benchmarks of the IVR and of overload in their short forms, and what they need of the engine: many
callers at once."""

import json
import os
import subprocess
from pathlib import Path

import msgspec
import pytest

from tests.telephony.center import TIERLINE, RunningCenter
from tests.telephony.until import until
from tierline.bench.caller import Itinerary, Step
from tierline.bench.load import Line, Load
from tierline.bench.overload.figures import Level, Report

MANY = 210
NARROW = "calls: 20\na_second: 2\nlate_seconds: 60\n"
"""`admission.yaml` of a door at which three times the peak is too many at any speed of the machine."""
SILENT = Itinerary([Step("1", None)], [], 3600)
"""Callers who press nothing while the test lasts."""


@pytest.fixture
def state(center: RunningCenter, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With the voice's work of the running center, which takes longest."""
    folder = tmp_path_factory.mktemp("bench")  # of a short name: the engine's sockets are in it
    (folder / "speech").mkdir()
    (folder / "speech" / "cache").symlink_to(center.var / "speech" / "cache")
    return folder


@pytest.mark.timeout(240)
def test_every_key_gets_its_prompt_on_both_sides_and_the_report_has_its_shape(state: Path) -> None:
    ran = subprocess.run(
        [TIERLINE, "bench", "ivr", "--callers", "2", "--seconds", "4", "--json"],
        env=os.environ | {"TIERLINE_VAR": str(state)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.stderr == ""
    report = json.loads(ran.stdout)
    assert set(report) == {"callers", "machine"}
    assert set(report["machine"]) == {"cores", "load_before", "processor", "python", "engine"}
    [level] = report["callers"]
    assert level["concurrent"] == 2
    for side in (level["tierline"], level["dialplan"]):
        assert side["missed"] == 0
        assert side["samples"] >= 2
        assert 0 < side["p50_ms"] <= side["p99_ms"] <= side["worst_ms"] < 5000
    assert level["added_p99_ms"] == pytest.approx(
        level["tierline"]["p99_ms"] - level["dialplan"]["p99_ms"], abs=0.1
    )
    assert level["app_millicores_per_call"] > 0
    assert level["engine_millicores_per_call"] > 0
    assert set(level["generator"]) == {"send_jitter_p99_ms", "cpu"}
    assert ran.returncode == 0
    assert [left.name for left in state.iterdir()] == ["speech"]


@pytest.mark.timeout(240)
def test_who_comes_in_is_served_and_everybody_else_is_told_or_refused(state: Path, tmp_path: Path) -> None:
    narrow = tmp_path / "admission.yaml"
    narrow.write_text(NARROW)
    sizes = ["--seconds", "4", "--first", "1", "--rates", "4", "--admission", str(narrow)]
    ran = subprocess.run(
        [TIERLINE, "bench", "overload", *sizes, "--json"],
        env=os.environ | {"TIERLINE_VAR": str(state)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.stderr, ran.returncode) == ("", 0)
    report = msgspec.json.decode(ran.stdout, type=Report)
    assert set(json.loads(ran.stdout)) == set(Report.__struct_fields__)
    assert report.overload.failed_per_s == 0
    assert came_in(report.overload) > 0
    assert report.overload.told_per_s > 0
    assert sum(report.turned_away.values()) > 0
    for one in (*report.rising, report.overload):
        turned_away = one.told_per_s + one.refused_per_s
        assert came_in(one) + turned_away + one.failed_per_s == pytest.approx(one.offered_per_s, abs=0.02)
    assert report.goodput_ratio == pytest.approx(report.goodput_3x_per_s / report.peak_per_s, abs=0.001)
    assert [left.name for left in state.iterdir()] == ["speech"]


def came_in(one: Level) -> float:
    return one.served_per_s + one.late_per_s


@pytest.mark.timeout(240)
async def test_two_hundred_callers_are_in_the_ivr_at_once(center: RunningCenter) -> None:
    host, port = center.sip.removeprefix("sip:").partition("@")[2].split(":")
    number = center.sip.removeprefix("sip:").partition("@")[0]
    load = Load(Line((host, int(port)), number, "127.0.0.1"), MANY, SILENT, seed=0)
    try:
        load.connect()
        assert len(await center.left_over()) == MANY
    finally:
        load.hang_up()
    await until(lambda: _nobody_in(center))


async def _nobody_in(center: RunningCenter) -> bool:
    return await center.left_over() == []
