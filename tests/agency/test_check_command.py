"""`tierline check DIR`, for people and for scripts."""

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path
from time import process_time

import pytest
from click.testing import CliRunner, Result

from tests.sample import AGENCY
from tierline.agency.files import FolderFiles
from tierline.check.check import check
from tierline.cli import main

BROKEN = Path(__file__).parents[1] / "broken"


def run(*arguments: str | Path, color: bool = False) -> Result:
    return CliRunner().invoke(main, ["check", *map(str, arguments)], color=color)


def test_a_sound_agency_ends_with_0() -> None:
    result = run(BROKEN / "base")
    assert (result.exit_code, result.output) == (0, f"{BROKEN / 'base'}: nothing found\n")


def test_a_finding_is_told_with_file_line_rule_and_sentence_and_ends_with_1() -> None:
    folder = BROKEN / "step-undefined"
    result = run(folder)
    told, count = result.output.splitlines()
    assert told.startswith(f"{folder}/flow.yaml:20: step-undefined: there is no step goodbye: ")
    assert (result.exit_code, count) == (1, "1 finding")


def test_all_findings_are_told_at_once(tmp_path: Path) -> None:
    for rule in ("step-undefined", "prompt-missing", "hours-never"):
        for path in (BROKEN / rule).rglob("*"):
            if path.is_file() and not path.is_symlink():
                (tmp_path / path.relative_to(BROKEN / rule)).parent.mkdir(exist_ok=True)
                shutil.copy(path, tmp_path / path.relative_to(BROKEN / rule))
    shutil.copytree(BROKEN / "base", tmp_path / "whole")
    shutil.copytree(tmp_path, tmp_path / "whole", dirs_exist_ok=True, ignore=shutil.ignore_patterns("whole"))
    told = run(tmp_path / "whole").output
    assert ["step-undefined" in told, "prompt-missing" in told, "hours-never" in told] == [True] * 3
    assert told.endswith("3 findings\n")


def test_scripts_get_one_json_object() -> None:
    result = run(BROKEN / "hours-never", "--json")
    told = json.loads(result.output)
    assert (result.exit_code, told["ok"]) == (1, False)
    assert [set(finding) for finding in told["findings"]] == [{"file", "line", "rule", "message"}]
    assert (told["findings"][0]["file"], told["findings"][0]["rule"]) == ("tiers.yaml", "hours-never")
    assert json.loads(run(BROKEN / "base", "--json").output) == {"ok": True, "findings": []}


def test_it_is_in_colour_on_a_terminal_only() -> None:
    assert "\x1b[31m" in run(BROKEN / "hours-never", color=True).output
    assert "\x1b[" not in run(BROKEN / "hours-never").output


@pytest.mark.parametrize("arguments", [(), ("--json",)])
def test_a_folder_that_there_is_not_is_one_sentence_and_ends_with_2(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    result = run(tmp_path / "none", *arguments)
    assert (result.exit_code, len(result.output.splitlines())) == (2, 1)
    assert "there is no such agency folder" in result.output


@pytest.mark.parametrize("folder", sorted(AGENCY.parent.iterdir()), ids=lambda folder: folder.name)
def test_a_sample_agency_is_sound_and_checked_within_two_seconds(folder: Path) -> None:
    begun = process_time()
    found = check(FolderFiles(folder), datetime(2026, 11, 24, 15, 0, tzinfo=UTC), folder / "recordings")
    assert found == []
    assert process_time() - begun < 2
