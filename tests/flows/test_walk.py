"""`tierline flow walk`: the real use cases, heard as text."""

import shlex
from pathlib import Path

import pytest

from tests.flows.agency import ANA, ANA_BORN, MORNING, NIGHT
from tests.flows.commands import run, says, steps, walked


def test_every_step_is_told_with_what_the_caller_hears_there(agency: Path) -> None:
    told = walked(agency, "--keys", " 1 4", "--at", NIGHT)
    assert told["steps"][:3] == [
        {"step": "welcome", "prompts": ["Welcome.", "Bienvenido."]},
        {"step": "language", "prompts": ["For English, press 1. Para español, marque 2."]},
        {
            "step": "main",
            "prompts": ["For your case, press 1. From abroad, press 2. To speak to someone, press 4."],
        },
    ]
    assert steps(told)[3:] == ["person", "closed"]
    assert told["outcome"] == {"kind": "waiting_for_caller", "step": "closed"}


def test_the_center_answers_by_its_published_hours(agency: Path) -> None:
    night = walked(agency, "--keys", "1 4", "--at", NIGHT)
    morning = walked(agency, "--keys", "1 4", "--at", MORNING)
    assert says(night)[-1] == "We are closed."
    assert morning["outcome"] == {"kind": "queue", "tier": "1", "reason": "chose to speak to someone"}


def test_a_time_with_an_offset_is_taken_as_it_is(agency: Path) -> None:
    told = walked(agency, "--keys", "1 4", "--at", "2026-11-24T10:00+09:00")
    assert says(told)[-1] == "We are closed."


def test_a_space_lets_a_prompt_end_and_a_key_cuts_it_short(agency: Path) -> None:
    assert "choose-language" not in steps(walked(agency, "--keys", "1"))
    assert says(walked(agency, "--keys", "1"))[2].startswith("For your case")
    assert says(walked(agency, "--keys", " 1"))[2].startswith("For English")


def test_after_the_last_key_the_caller_listens_until_the_center_waits(agency: Path) -> None:
    told = walked(agency, "--keys", f"11{ANA}{ANA_BORN}", "--at", MORNING)
    assert steps(told)[-3:] == ["status/tell", "status/told", "main"]
    assert says(told)[-1].startswith("For your case")


def test_a_silent_caller_is_asked_again_and_then_the_flow_goes_on(agency: Path) -> None:
    told = walked(agency, "--keys", "1 ~~", "--at", MORNING)
    assert steps(told) == ["welcome", "language", "main", "good-bye"]
    assert told["steps"][2]["prompts"] == [told["steps"][2]["prompts"][0]] * 2
    assert told["outcome"] == {"kind": "hangup", "by": "center", "step": "good-bye"}


def test_a_caller_who_waits_hears_the_place_in_line_by_and_by(agency: Path) -> None:
    told = walked(agency, "--keys", "1 4~~", "--at", MORNING)
    assert says(told)[-4:] == ["We are connecting you.", *["You are number 1."] * 3]


def test_hanging_up_is_an_outcome(agency: Path) -> None:
    told = walked(agency, "--keys", "1!", "--at", MORNING)
    assert told["outcome"] == {"kind": "hangup", "by": "caller", "step": "main"}


def test_a_referral_is_the_outcome_even_of_a_call_that_was_hung_up(agency: Path) -> None:
    told = walked(agency, "--keys", "1 252# !", "--at", MORNING)
    assert told["outcome"] == {"kind": "referral", "office": "mexico-city", "then": "hangup", "by": "caller"}


def test_waiting_for_a_person_comes_before_a_referral(agency: Path) -> None:
    told = walked(agency, "--keys", "1 252# 4", "--at", MORNING)
    assert told["outcome"]["kind"] == "queue"


def test_a_language_is_chosen_before_the_keys(agency: Path) -> None:
    told = walked(agency, "--language", "es", "--keys", " 4", "--at", NIGHT)
    assert says(told)[-1] == "Está cerrado."


def test_a_number_that_is_withheld_can_be_walked_with(agency: Path) -> None:
    assert walked(agency, "--from", "withheld", "--keys", "1")["outcome"]["kind"] == "waiting_for_caller"


@pytest.mark.parametrize("state", ["away", "nonsense"])
def test_a_case_system_that_is_away_or_talks_nonsense_is_rehearsed(agency: Path, state: str) -> None:
    told = walked(agency, "--cases", state, "--keys", f"11{ANA}{ANA_BORN}", "--at", MORNING)
    assert ANA_BORN not in str(told)
    assert not any("transferred" in text for text in says(told))


@pytest.mark.parametrize("state", ["away", "nonsense"])
def test_a_case_system_that_is_away_or_talks_nonsense_leads_where_the_flow_says(
    agency: Path, state: str
) -> None:
    told = walked(agency, "--cases", state, "--keys", f"11{ANA}", "--at", MORNING)
    assert "Our case system does not answer." in says(told)


def test_a_slow_case_system_keeps_the_caller_with_one_moment_and_then_answers(agency: Path) -> None:
    told = walked(agency, "--cases", "slow", "--keys", f"11{ANA} {ANA_BORN}", "--at", MORNING)
    assert says(told).count("One moment.") == 2
    assert any("transferred" in text for text in says(told))


def test_without_cases_no_receipt_number_is_known(agency: Path) -> None:
    told = walked(agency, "--cases", "none", "--keys", f"11{ANA}{ANA_BORN}", "--at", MORNING)
    assert "We cannot tell you about this case." in says(told)


def test_cases_can_come_from_a_file(agency: Path) -> None:
    file = agency / "sample-cases.yaml"
    moved = file.rename(agency / "others.yaml")
    keys = f"11{ANA}{ANA_BORN}"
    assert "We cannot tell you about this case." in says(walked(agency, "--keys", keys, "--at", MORNING))
    told = walked(agency, "--cases", str(moved), "--keys", keys, "--at", MORNING)
    assert any("transferred" in text for text in says(told))


def test_the_wait_is_told_by_the_people_on_duty_and_those_before(agency: Path) -> None:
    told = walked(agency, "--staff", "1=1", "--ahead", "1=3", "--keys", "1 4", "--at", MORNING)
    assert any(text.startswith("Between ") for text in says(told))


def test_a_closure_closes_everything_at_any_hour(agency: Path) -> None:
    told = walked(agency, "--closure", "Snow.", "--keys", "1 4", "--at", MORNING)
    assert says(told)[-1] == "We are closed."


def test_a_person_reads_what_was_heard_and_pressed_and_how_to_do_it_again(agency: Path) -> None:
    result = run("walk", agency, "--keys", f"1 1 {ANA}~!", "--at", NIGHT)
    assert "Tuesday, 24 November 2026, 03:00 (America/New_York), from +12025550111" in result.output
    assert f"  > presses {ANA}\n" in result.output
    assert "    (es) Bienvenido.\n" in result.output
    assert "  > stays silent\n" in result.output
    assert "Outcome: hangup (by caller, step status/birth-date)\n" in result.output
    again = shlex.split(result.output.rpartition("Again: tierline flow ")[2])
    assert run(*again).output == result.output
