"""A golden case with a slip in it is refused: it would prove nothing."""

from pathlib import Path

import pytest

from tests.flows.agency import with_cases
from tests.flows.commands import run

WHEN = "at: 2026-11-24T03:00"


@pytest.mark.parametrize(
    ("case", "says"),
    [
        (f"- {{name: x, {WHEN}, hear: [welcome]}}", "case “x”: Object contains unknown field `hear`"),
        ("- {name: x, hears: [welcome]}", "case “x”: Object missing required field `at`"),
        (f"- {{{WHEN}, hears: [welcome]}}", "case “1”: Object missing required field `name`"),
        (f"- {{name: x, {WHEN}}}", "case “x”: checks nothing"),
        (f"- {{name: x, {WHEN}, never_hears: [conecting]}}", "there is no prompt named conecting"),
        (f"- {{name: x, {WHEN}, hears: [welcome@fr]}}", "there is no prompt named welcome@fr"),
        (f"- {{name: x, {WHEN}, hears: [{{says: ' '}}]}}", "says: no words"),
        (
            f"- {{name: x, {WHEN}, outcome: {{kind: que}}}}",
            "there is no kind que, but request, callback",
        ),
        (f"- {{name: x, {WHEN}, keys: 1a, hears: [welcome]}}", "character 2 is 'a'"),
        ("- {name: x, at: night, hears: [welcome]}", "'night' is no time"),
        (f"- {{name: x, {WHEN}, from: bob, hears: [welcome]}}", "'bob' is no telephone number"),
        (f"- {{name: x, {WHEN}, language: fr, hears: [welcome]}}", "does not speak 'fr'"),
        (f"- {{name: x, {WHEN}, staff: {{9: 1}}, hears: [welcome]}}", "there is no tier 9"),
        (f"- {{name: x, {WHEN}, systems: {{cases: dead}}, hears: [welcome]}}", "Invalid enum value 'dead'"),
        (
            f"- {{name: x, {WHEN}, systems: {{silent: [files]}}, hears: [welcome]}}",
            "there is no case system files",
        ),
        (f"- {{name: x, {WHEN}, keys: '1', keys: '2', hears: [welcome]}}", "`keys` is written twice"),
        ("", "is a list of cases"),
        ("name: x", "is a list of cases, each beginning with - name:"),
        ("- {name: x", "cannot be read"),
    ],
)
def test_a_slip_is_told_with_its_file_and_case(agency: Path, case: str, says: str) -> None:
    result = run("test", with_cases(agency, case))
    assert result.exit_code == 1
    assert result.output.startswith(f"tierline: {agency}/cases/calls.yaml:1: ")
    assert says in result.output
    assert result.output.count("\n") == 1


def test_all_slips_are_told_at_once(agency: Path) -> None:
    with_cases(agency, f"- {{name: x, {WHEN}}}\n\n- {{name: y, {WHEN}, keys: z, hears: [welcome]}}")
    output = run("test", with_cases(agency, f"- {{name: z, {WHEN}}}", "more.yaml")).output
    told = [line.partition("/cases/")[2][:24] for line in output.splitlines()]
    assert told == ["calls.yaml:1: case “x”: ", "calls.yaml:3: case “y”: ", "more.yaml:1: case “z”: c"]


def test_two_cases_of_a_name_in_one_file_are_refused(agency: Path) -> None:
    case = f"- {{name: x, {WHEN}, hears: [welcome]}}\n"
    output = run("test", with_cases(agency, case * 2)).output
    assert "case “x”: there are two of this name" in output


def test_an_agency_without_cases_is_told_where_they_go(agency: Path) -> None:
    result = run("test", agency)
    assert result.exit_code == 1
    assert result.output == f"tierline: {agency}/cases: holds no *.yaml file with cases\n"
