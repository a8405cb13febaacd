"""The benchmarks of who gets which call, and a fault run, in their short forms: the shape of what they say,
and what holds at any speed."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.telephony.center import TIERLINE

SMALL = ["--waiting", "4", "--agents", "2", "--in-bursts", "6", "2", "--rush", "2", "3", "--seconds", "1"]
OF_CALLS = {
    "assign_p50_ms",
    "assign_p99_ms",
    "peer_assign_p50_ms",
    "peer_assign_p99_ms",
    "out_of_order",
    "peer_out_of_order",
    "idle_cpu_ratio",
    "idle_cpu_ratio_music",
    "idle_cpu_ratio_silent",
    "answered_per_s",
    "answered_per_s_by_agents",
    "peer_answered_per_s_by_agents",
    "cut_off",
}
OF_DECISIONS = {
    "decisions_per_s",
    "decision_p50_ms",
    "decision_p99_ms",
    "growth_1k_100k",
    "fsync_p50_ms",
}


@pytest.fixture
def state(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("bench")  # of a short name: the engine's sockets are in it


def bench(state: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [TIERLINE, "bench", *words, "--json"],
        env=os.environ | {"TIERLINE_VAR": str(state)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.timeout(240)
def test_both_parts_are_in_one_report_and_nobody_of_ours_is_served_out_of_order(state: Path) -> None:
    ran = bench(state, "route", "--lengths", "10", "20", "30", *SMALL)
    assert ran.stderr == ""
    report = json.loads(ran.stdout)
    assert set(report) == OF_CALLS | OF_DECISIONS | {"machine"}
    for key in ("assign_p99_ms", "peer_assign_p99_ms", "decisions_per_s", "decision_p99_ms", "fsync_p50_ms"):
        assert report[key] > 0
    assert report["out_of_order"] == report["cut_off"] == 0
    assert set(report["answered_per_s_by_agents"]) == {"2", "3"}
    assert report["machine"]["engine"].startswith("Asterisk ")
    assert ran.returncode == 0
    assert list(state.iterdir()) == []


def test_the_router_and_the_database_can_be_measured_alone(state: Path) -> None:
    ran = bench(state, "route", "--part", "decisions", "--lengths", "10", "20", "30", "--seconds", "1")
    assert (ran.stderr, ran.returncode) == ("", 0)
    assert set(json.loads(ran.stdout)) == OF_DECISIONS | {"machine"}


@pytest.mark.timeout(240)
def test_of_a_few_kills_nobody_is_lost_doubled_or_passed_by_and_nothing_is_left(
    state: Path, tmp_path: Path
) -> None:
    log = tmp_path / "outside.jsonl"
    ran = bench(state, "faults", "--kills", "4", "--seed", "3", "--log", str(log))
    assert ran.stderr == ""
    report = json.loads(ran.stdout)
    assert report.pop("calls") > 4
    assert report == {"kills": 4, "lost": 0, "doubled": 0, "age_resets": 0, "leftovers": 0}
    killed = [json.loads(line) for line in log.read_text().splitlines()]
    assert sum(entry["what"] == "kill" for entry in killed) == 4
    assert ran.returncode == 0
    assert list(state.iterdir()) == []


@pytest.mark.timeout(240)
def test_after_a_kill_all_screens_and_phones_come_back_and_the_next_caller_is_presented(state: Path) -> None:
    ran = bench(state, "storm", "--agents", "6")
    assert (ran.stderr, ran.returncode) == ("", 0)
    report = json.loads(ran.stdout)
    assert (report["agents"], report["cut_off"]) == (6, 0)
    for back in (report["screens"], report["phones"]):
        assert 0 < back["ready"] <= back["half"] <= back["last"]
        assert back["presented"] > back["ready"]
    assert list(state.iterdir()) == []
