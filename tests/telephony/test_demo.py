"""The demonstration against a running center: the installer's smoke test."""

import json
import os
import subprocess

import pytest

from tests.telephony.center import TIERLINE, RunningCenter

CLAUSES = {"A1", "A2", "A4", "A5", "A6", "A8", "A9", "A10", "A11", "A12", "A13", "A14"} | {
    "B1.1",
    "B1.2",
    "B2.2",
    "B2.3",
    "B3.3",
    "B4.1",
    "B4.2",
}


@pytest.mark.timeout(240)
def test_the_demonstration_shows_every_clause_it_names(center: RunningCenter) -> None:
    played = subprocess.run(
        [TIERLINE, "demo", "--json"], env=center.environment, capture_output=True, check=False
    )
    assert played.stderr == b""
    score = json.loads(played.stdout)
    assert [step for step in score["steps"] if not step["ok"]] == []
    assert {step["clause"] for step in score["steps"]} >= CLAUSES
    assert score["ok"]
    assert played.returncode == 0


def test_without_a_center_it_says_so_in_one_line(center: RunningCenter) -> None:
    nowhere = center.environment | {"TIERLINE_PORT": "1"}
    played = subprocess.run([TIERLINE, "demo"], env=nowhere, capture_output=True, text=True, check=False)
    assert played.returncode == 1
    assert played.stderr.startswith("tierline: no center answers at http://127.0.0.1:1")
    assert played.stderr.count("\n") == 1


def test_without_a_state_folder_it_says_so_in_one_line() -> None:
    elsewhere = os.environ | {"TIERLINE_VAR": "/nonexistent"}
    played = subprocess.run([TIERLINE, "demo"], env=elsewhere, capture_output=True, text=True, check=False)
    assert played.returncode == 1
    assert played.stderr.startswith("tierline: no sign-ins in /nonexistent")
