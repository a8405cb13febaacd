"""Requests made before the call, records that are away, and callers who type."""

import shlex
from pathlib import Path

import pytest

from tests.flows.agency import MORNING, with_cases
from tests.flows.commands import run, steps, walked
from tests.sample import AGENCY

MADE = "{number: 236067983, kind: expedite, status: answered}"
KEYS = ("--language", "en", "--keys", "6 3 236067983", "--at", MORNING)


@pytest.mark.parametrize("status", ["open", "late", "answered"])
def test_a_request_that_was_made_before_is_found_by_its_number(status: str) -> None:
    made = f"{{number: R236-067-983, kind: expedite, status: {status}}}"
    assert steps(walked(AGENCY, *KEYS, "--request", made))[-1] == f"requests/{status}"


def test_a_request_can_be_walked_again() -> None:
    result = run("walk", AGENCY, *KEYS, "--request", MADE)
    again = shlex.split(result.output.rpartition("Again: tierline flow ")[2])
    assert run(*again).output == result.output


@pytest.mark.parametrize(
    ("request_made", "says"),
    [
        ("{number: 236067984, kind: expedite}", "'236067984' is no request number"),
        ("{number: 236067983, kind: speed}", "there is no kind speed"),
        ("{number: 236067983, kind: expedite, status: lost}", "Invalid enum value 'lost'"),
        (f"{MADE}, {MADE}", "R236-067-983 is there twice"),
    ],
)
def test_a_request_that_could_not_be_is_refused(agency: Path, request_made: str, says: str) -> None:
    case = f"- {{name: x, at: {MORNING}, requests: [{request_made}], hears: [welcome]}}"
    result = run("test", with_cases(agency, case))
    assert result.exit_code == 1
    assert says in result.output


def test_a_caller_who_types_goes_where_the_flow_says() -> None:
    told = walked(AGENCY, "--keys", " t", "--at", MORNING)
    assert "tty-notice" in steps(told)
    assert told["outcome"]["kind"] == "queue"


def test_typing_is_told_in_words() -> None:
    result = run("walk", AGENCY, "--keys", " t", "--at", MORNING)
    assert "  > types on a text telephone\n" in result.output


def test_while_the_records_are_away_the_steps_are_told_and_a_place_in_line_is_put_off() -> None:
    told = walked(AGENCY, "--records", "away", "--language", "en", "--keys", "0 2 1", "--at", MORNING)
    assert steps(told)[-1] == "tier-1"
    expected = {"kind": "queue", "tier": "1", "reason": "chose to speak to someone", "put_off": "yes"}
    assert told["outcome"] == expected


def test_records_that_are_away_can_be_walked_again() -> None:
    result = run("walk", AGENCY, "--records", "away", *KEYS)
    again = shlex.split(result.output.rpartition("Again: tierline flow ")[2])
    assert run(*again).output == result.output
