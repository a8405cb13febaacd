"""Which steps of a flow, and which ways on from them, no golden case reaches."""

import json
from pathlib import Path

import pytest

from tests.flows.agency import ANA, ANA_BORN, with_cases
from tests.flows.commands import run

ONE = "- {name: at night, at: 2026-11-24T03:00, keys: '1 4', hears: [closed]}\n"
STATUS = f"- {{name: status, at: 2026-11-24T10:00, keys: 11{ANA}{ANA_BORN}, hears: [case-status]}}\n"


def test_steps_that_no_case_reaches_are_listed_by_file_with_the_percentage(agency: Path) -> None:
    result = run("test", "--cover", with_cases(agency, ONE + STATUS))
    assert "flows/status.yaml: 6 of 8 steps reached\n" in result.output
    assert "    no case reaches status/cannot-tell\n" in result.output
    assert "    no case reaches good-bye\n" in result.output
    assert "\n48.0 % of the steps are reached.\n2 of 2 cases passed.\n" in result.output
    assert result.exit_code == 1


def test_ways_that_no_case_goes_are_listed_for_the_steps_that_are_reached(agency: Path) -> None:
    lines = run("test", "--cover", with_cases(agency, ONE + STATUS)).output.splitlines()
    assert "    no case leaves main by key 2, key 3, key 5, silent, wrong" in lines
    assert "    no case leaves status/check by not_verified, away" in lines
    assert "    no case leaves person by case 1" in lines
    assert not [line for line in lines if "leaves status/told" in line or "leaves country" in line]


def test_silence_and_wrong_keys_are_different_ways(agency: Path) -> None:
    silent = "- {name: silent, at: 2026-11-24T03:00, keys: '1 ~~', hears: [good-bye]}"
    output = run("test", "--cover", with_cases(agency, silent)).output
    assert "leaves main by key 1, key 2, key 3, key 4, key 5, wrong\n" in output


def test_a_key_that_means_the_same_everywhere_is_no_way_of_a_step(agency: Path) -> None:
    flow = agency / "flow.yaml"
    flow.write_text(flow.read_text().replace('{"*": supervisor}', '{"*": supervisor, "0": person}'))
    case = "- {name: a person, at: 2026-11-24T03:00, keys: '1 0', hears: [closed]}"
    output = run("test", "--cover", with_cases(agency, case)).output
    assert "leaves main by key 1, key 2, key 3, key 4, key 5, silent, wrong\n" in output


@pytest.mark.parametrize(("minimum", "code"), [("48", 0), ("49", 1)])
def test_less_can_be_enough(agency: Path, minimum: str, code: int) -> None:
    result = run("test", "--cover-minimum", minimum, with_cases(agency, ONE + STATUS))
    assert result.exit_code == code


def test_a_program_reads_the_cover_too(agency: Path) -> None:
    told = json.loads(run("test", "--cover", "--json", with_cases(agency, ONE)).stdout)
    assert (told["ok"], told["cases"][0]["ok"]) == (False, True)
    assert [file["file"] for file in told["cover"]["files"]] == ["flow.yaml", "flows/status.yaml"]
    assert told["cover"]["files"][1]["steps_missed"][0] == "status/receipt"
    assert told["cover"]["files"][0]["ways_missed"]["person"] == ["case 1"]


def test_a_menu_in_which_every_key_means_something_has_no_wrong_key(agency: Path) -> None:
    flow = agency / "flow.yaml"
    everywhere = '"0": person, "6": back, "7": back, "8": slower, "9": repeat, "#": main'
    flow.write_text(flow.read_text().replace('{"*": supervisor}', f'{{"*": supervisor, {everywhere}}}'))
    output = run("test", "--cover", with_cases(agency, ONE)).output
    assert "leaves main by key 1, key 2, key 3, key 5, silent\n" in output


def test_a_sub_flow_is_told_by_where_it_does_not_return_to(agency: Path) -> None:
    flow = agency / "flow.yaml"
    flow.write_text(
        flow.read_text().replace('"5": round-and-round}', '"5": again}')
        + "\n  again:\n    do: status\n    outcomes: {told: good-bye, away: system-away}\n"
    )
    output = run("test", "--cover", with_cases(agency, STATUS)).output
    assert "no case leaves status/told by told to good-bye\n" in output


def test_a_step_that_is_heard_again_can_still_be_left(agency: Path) -> None:
    flow = agency / "flow.yaml"
    flow.write_text(flow.read_text().replace('{"*": supervisor}', '{"*": supervisor, "9": repeat}'))
    case = "- {name: again, at: 2026-11-24T03:00, keys: '1 9 ~~', hears: [good-bye]}"
    output = run("test", "--cover", with_cases(agency, case)).output
    assert "leaves main by key 1, key 2, key 3, key 4, key 5, wrong\n" in output
