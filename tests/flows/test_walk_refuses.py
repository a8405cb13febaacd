"""What `tierline flow walk` cannot do is one sentence, and never a traceback."""

from pathlib import Path

import pytest

from tests.flows.agency import MORNING
from tests.flows.commands import run


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--keys", "1x"], "character 2 is 'x'"),
        (["--keys", "!1"], "nothing can follow !"),
        (["--at", "yesterday"], "'yesterday' is no time: write it like 2026-11-24T03:00"),
        (["--at", "2026-11-24"], "has no time of day"),
        (["--at", "2027-03-14T02:30"], "does not exist in America/New_York"),
        (["--from", "bob"], "'bob' is no telephone number"),
        (["--language", "fr"], "does not speak 'fr', but en, es"),
        (["--cases", "awya"], "'awya' is neither sample, none, away, slow, nonsense nor a file"),
        (["--staff", "1"], "write TIER=NUMBER"),
        (["--staff", "9=1"], "there is no tier 9; the tiers are 1, 2, supervisor"),
    ],
)
def test_a_wrong_option_is_a_wrong_use(agency: Path, arguments: list[str], says: str) -> None:
    result = run("walk", agency, *arguments)
    assert result.exit_code == 2
    assert says in result.output


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    result = run("walk", tmp_path / "nowhere")
    assert result.exit_code == 1
    assert result.output == f"tierline: {tmp_path / 'nowhere'}: there is no such agency folder\n"


def test_a_file_of_cases_that_is_none(agency: Path) -> None:
    result = run("walk", agency, "--cases", agency / "none.yaml")
    assert result.exit_code == 1
    assert result.output.startswith(f"tierline: {agency / 'none.yaml'}: cannot be read")
    assert result.output.count("\n") == 1


def test_a_prompt_that_cannot_be_said_is_an_error_of_the_walk(agency: Path) -> None:
    result = run("walk", agency, "--keys", "1 3", "--at", MORNING)
    assert result.exit_code == 1
    assert "needs-more" in result.stderr
    assert "[mistake]" in result.stdout


def test_a_flow_that_speaks_on_and_on_is_an_error_of_the_walk(agency: Path) -> None:
    result = run("walk", agency, "--keys", "1 5", "--at", MORNING)
    assert result.exit_code == 1
    assert "prompts in a row" in result.stderr
