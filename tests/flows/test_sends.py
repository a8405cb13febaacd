"""What a rehearsed call would send in writing: shown by `walk`, expected by golden cases."""

import shutil
from pathlib import Path

import pytest

from tests.flows.agency import with_cases
from tests.flows.commands import run, walked
from tests.sample import AGENCY

WHEN = "2026-11-24T10:00"
BY_TEXT = "1 4 07102 1 1 1"
"""In English: the office of a ZIP, by text message to the number that the caller rings from."""


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    return shutil.copytree(AGENCY, tmp_path / "agency", ignore=shutil.ignore_patterns("cases"))


def test_a_walk_shows_what_would_be_sent_and_to_whom(sample: Path) -> None:
    [sent] = walked(sample, "--keys", BY_TEXT, "--at", WHEN)["sends"]
    assert (sent["channel"], sent["prompt"], sent["language"]) == ("sms", "text-office-unverified", "en")
    assert sent["to"] == "+12025550111"
    assert "Newark" in sent["text"]
    assert (
        f"→ sms to +12025550111: {sent['text']}"
        in run("walk", sample, "--keys", BY_TEXT, "--at", WHEN).output
    )


def test_nothing_is_shown_of_a_call_that_sent_nothing(sample: Path) -> None:
    assert walked(sample, "--keys", "1 4 07102 1", "--at", WHEN)["sends"] == []


def test_what_goes_out_after_the_caller_hung_up_does_not_change_how_the_call_ended(sample: Path) -> None:
    told = walked(sample, "--keys", BY_TEXT + "!", "--at", WHEN)
    assert (told["outcome"]["kind"], len(told["sends"])) == ("hangup", 1)


@pytest.mark.parametrize(
    ("sends", "keys", "says"),
    [
        ("[text-office-unverified]", BY_TEXT, None),
        ("[text-office-unverified@en]", BY_TEXT, None),
        ("[{says: newark}]", BY_TEXT, None),
        ("[]", "1 4 07102 1", None),
        ("[]", BY_TEXT, "text-office-unverified was sent, and should not be"),
        ("[text-office]", BY_TEXT, "text-office was not sent"),
        ("[text-office-unverified@es]", BY_TEXT, "text-office-unverified@es was not sent"),
        ("[{says: Boston}]", BY_TEXT, "“Boston” was not sent"),
        ("[text-office]", "1", "text-office was not sent"),
        ("[text-offfice]", BY_TEXT, "there is no prompt named text-offfice"),
    ],
)
def test_a_golden_case_says_what_is_sent_and_nothing_else_may_be(
    sample: Path, sends: str, keys: str, says: str | None
) -> None:
    case = f"- {{name: by text, at: {WHEN}, keys: '{keys}', sends: {sends}}}"
    result = run("test", with_cases(sample, case))
    assert result.exit_code == (1 if says else 0), result.output
    assert (says or "1 of 1 cases passed.") in result.output
