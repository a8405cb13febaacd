"""The benchmark in its short form, and what it needs of the engine: many callers at once."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.telephony.center import TIERLINE, RunningCenter
from tests.telephony.until import until
from tierline.bench.caller import Itinerary, Step
from tierline.bench.load import Line, Load

MANY = 210
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
