"""A golden case, or a walk, may give the answers that the center would find."""

import json
import shlex
from pathlib import Path

import pytest

from tests.flows.agency import ANA, MORNING, NIGHT, with_cases
from tests.flows.commands import run, says, walked
from tests.sample import AGENCY
from tierline.ivr.answers import OFFICE

COUNTRY = dict.fromkeys(OFFICE, "-") | {"office": "Lima", "country": "Peru"}
VERIFIED = json.dumps({"overseas_office": {"verified": COUNTRY}})


def case(keys: str, answers: str, expects: str) -> str:
    return f"- {{name: x, at: {MORNING}, keys: '{keys}', answers: {answers}, {expects}}}"


def test_the_flow_goes_on_by_the_answer_and_says_its_words(agency: Path) -> None:
    told = run("test", with_cases(agency, case("1 251#", VERIFIED, "hears: [{says: Lima}]")))
    assert told.output == "1 of 1 cases passed.\n"


def test_what_is_not_given_is_found_as_ever(agency: Path) -> None:
    told = walked(agency, "--keys", f"11{ANA} 01011980", "--answer", "receipt: {one: {}}", "--at", MORNING)
    assert "We cannot tell you about this case." in says(told)


def test_an_answer_can_come_that_the_center_gives_only_by_chance(agency: Path) -> None:
    band = "wait: {band: {low: 5, high: 10, position: 2}}"
    told = walked(agency, "--keys", "1 4", "--answer", band, "--at", MORNING)
    assert any(text.startswith("Between 5 and 10") for text in says(told))


def test_options_can_be_given_to_choose_from() -> None:
    offered = "callback_windows: {offered: [{value: a/b, from: 2026-11-25T08:00, to: 2026-11-25T10:00}]}"
    keys = ("--language", "en", "--keys", "0 1 1", "--at", NIGHT)
    told = walked(AGENCY, *keys, "--answer", offered)
    assert says(told)[-1] == "For Wednesday, November 25, 8:00 AM to 10:00 AM, press 1."


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ("{offices: {unknown: {}}}", "there is no look-up offices, but callback, "),
        ("{office: {unknown: {}}}", "the flow never asks for office"),
        ("{wait: {long: {}}}", "wait has no outcome long, but none, band, unknown"),
        ("{wait: {none: {}, unknown: {position: 1}}}", "wait has one outcome in a case, not 2"),
        ("{wait: {unknown: {}}}", "wait: unknown also says position"),
        ("{wait: {none: {position: 1}}}", "wait: none says nothing of position"),
        ("{wait: {unknown: {position: first}}}", "position is a whole number, not 'first'"),
        ("{wait: {none: [{value: x}]}}", "wait: none offers nothing to choose from"),
        ("{receipt: {several: {}}}", "receipt: several is a list of what it offers"),
        ("{receipt: {several: [{receipt: A1, letters: A}]}}", "an option has no value"),
        ("{receipt: {several: [{value: A1, receipt: A1}]}}", "several also says letters"),
    ],
)
def test_an_answer_that_the_center_could_not_give_is_refused(agency: Path, answers: str, says: str) -> None:
    result = run("test", with_cases(agency, case("1 4", answers, "hears: [welcome]")))
    assert result.exit_code == 1
    assert result.output.startswith(f"tierline: {agency}/cases/calls.yaml:1: case “x”: answers: ")
    assert says in result.output


def test_an_answer_that_nothing_asked_for_fails_the_case(agency: Path) -> None:
    result = run("test", with_cases(agency, case("1 4", VERIFIED, "hears: [welcome]")))
    assert result.exit_code == 1
    assert "answers: overseas_office was given, and nothing asked for it\n" in result.output


def test_the_same_call_is_walked_with_the_same_answers(agency: Path) -> None:
    result = run("test", with_cases(agency, case("1 251#", VERIFIED, "hears: [connecting]")))
    again = shlex.split(result.output.partition("Walk it: tierline flow ")[2].splitlines()[0])
    assert "Lima" in run(*again).output
