"""`tierline flow test`: an agency's own cases, those that have to fail among them."""

import json
import shlex
from pathlib import Path

import pytest

from tests.flows.agency import ANA, ANA_BORN, with_cases
from tests.flows.commands import run

PASSES = f"""
- name: at night we are closed
  at: 2026-11-24T03:00
  from: "+12025550111"
  keys: "1 4"
  hears: [welcome, welcome@es, main-menu, {{says: "we are  CLOSED"}}]
  never_hears: [connecting, {{says: receipt number}}]
  outcome: {{kind: waiting_for_caller, step: closed}}
- name: in the morning a person is there
  at: 2026-11-24T10:00
  language: es
  keys: " 4"
  staff: {{"1": 1}}
  hears: [main-menu@es, connecting@es]
  outcome: {{kind: queue, tier: "1"}}
- name: the case system is away
  at: 2026-11-24T10:00
  systems: {{cases: away}}
  keys: "11{ANA}"
  hears: [system-away]
- name: a caller learns about their case
  at: 2026-11-24T10:00-05:00
  from: withheld
  keys: 11{ANA}{ANA_BORN}
  hears: [case-status, {{says: transferred}}, {{says: receipt number}}, main-menu]
- name: three others wait for the one agent
  at: 2026-11-24T10:00
  staff: {{1: 1}}
  ahead: {{1: 3}}
  keys: "1 4"
  hears: [wait-band, connecting]
- name: silence ends the call
  at: 2026-11-24T10:00
  keys: ~~~~
  hears: [good-bye]
  outcome: {{kind: hangup, by: center}}
"""


def test_cases_that_hold_pass(agency: Path) -> None:
    result = run("test", with_cases(agency, PASSES))
    assert result.output == "6 of 6 cases passed.\n"
    assert result.exit_code == 0


@pytest.mark.parametrize(
    ("expects", "says"),
    [
        ("hears: [welcome, connecting]", "connecting was not heard after welcome"),
        ("hears: [main-menu, welcome]", "welcome was not heard after main-menu"),
        ("hears: [welcome@en, main-menu@es]", "main-menu@es was not heard after welcome@en"),
        ("hears: [{says: good evening}]", "“good evening” was not heard"),
        ("never_hears: [closed]", "closed was heard, and never should be"),
        ("never_hears: [{says: we are closed}]", "“we are closed” was heard, and never should be"),
        ("outcome: {kind: queue}", "outcome: kind is waiting_for_caller, not queue"),
        ("outcome: {kind: waiting_for_caller, tier: 1}", "outcome: tier is not there, not 1"),
    ],
)
def test_a_case_that_does_not_hold_fails_and_says_why(agency: Path, expects: str, says: str) -> None:
    case = f"- name: at night\n  at: 2026-11-24T03:00\n  keys: '1 4'\n  {expects}\n"
    result = run("test", with_cases(agency, case))
    assert result.exit_code == 1
    assert "FAILED  calls.yaml: at night\n" in result.output
    assert f"    {says}\n" in result.output
    assert result.output.endswith("0 of 1 cases passed.\n")


def test_a_failing_case_shows_expected_beside_heard_and_how_to_walk_it(agency: Path) -> None:
    case = "- {name: at night, at: 2026-11-24T03:00, keys: '1 4', hears: [main-menu, connecting]}"
    output = run("test", with_cases(agency, case)).output
    rows = [line.split() for line in output.splitlines() if line.startswith("    ")]
    assert ["main-menu", "main-menu@en"] in rows
    assert ["connecting", "✗", "closed@en:", "We", "are", "closed."] in rows
    again = shlex.split(output.partition("Walk it: tierline flow ")[2].splitlines()[0])
    assert "[closed]" in run(*again).output


def test_all_cases_are_run_whatever_fails(agency: Path) -> None:
    broken = PASSES.replace("hears: [system-away]", "hears: [good-bye]")
    result = run("test", with_cases(agency, broken))
    assert "5 of 6 cases passed." in result.output
    assert result.exit_code == 1


def test_keys_for_which_the_call_was_over_fail_a_case(agency: Path) -> None:
    case = "- {name: too late, at: 2026-11-24T03:00, keys: '1 4~ 1 2', hears: [good-bye]}"
    output = run("test", with_cases(agency, case)).output
    assert "the call was over before these keys: 1 2" in output


def test_a_prompt_that_cannot_be_said_fails_a_case(agency: Path) -> None:
    case = "- {name: a mistake, at: 2026-11-24T03:00, keys: '1 3', hears: [main-menu]}"
    result = run("test", with_cases(agency, case))
    assert result.exit_code == 1
    assert "needs-more" in result.output


def test_a_program_reads_one_object(agency: Path) -> None:
    cases = "- {name: at night, at: 2026-11-24T03:00, keys: '1 4', hears: [connecting]}"
    result = run("test", "--json", with_cases(agency, cases))
    told = json.loads(result.stdout)
    (case,) = told["cases"]
    assert (told["ok"], case["ok"], case["file"], case["name"]) == (False, False, "calls.yaml", "at night")
    assert case["failures"] == ["connecting was not heard"]
    assert case["outcome"]["kind"] == "waiting_for_caller"
    assert case["steps"][-1] == {"step": "closed", "prompts": ["We are closed."]}
    assert case["walk"].startswith("tierline flow walk ")
