"""`tierline publish` and what the checker finds."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tierline.cli import main

BROKEN = Path(__file__).parents[1] / "broken"
FOLDER = BROKEN / "unverified-as-fact"


@pytest.fixture
def var(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TIERLINE_VAR", str(tmp_path))
    return tmp_path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, list(map(str, arguments)))


def publications() -> list[str]:
    return run("agency", "log").output.splitlines()


def test_a_folder_with_findings_is_refused(var: Path) -> None:
    assert run("publish", BROKEN / "base").exit_code == 0
    refused = run("publish", FOLDER)
    assert refused.exit_code == 1
    assert f"tierline: {FOLDER}/flow.yaml:" in refused.output
    assert "--anyway" in refused.output.splitlines()[-1]
    assert len(publications()) == 1


def test_it_is_published_anyway_where_that_is_asked_for_and_the_findings_are_said(var: Path) -> None:
    done = run("publish", FOLDER, "--anyway", "--note", "the river is rising")
    assert done.exit_code == 0
    assert "found, and published anyway: flow.yaml:" in done.output
    assert len(publications()) == 1


def test_an_older_version_is_published_again_whatever_is_found_in_it(var: Path) -> None:
    run("publish", FOLDER, "--anyway")
    version = publications()[0].split()[1]
    run("publish", BROKEN / "base")
    assert run("publish", "--version", version).exit_code == 0
    assert version in publications()[0]


def test_what_cannot_be_read_is_not_published_anyway(var: Path) -> None:
    assert run("publish", BROKEN / "schema", "--anyway").exit_code == 1
    assert run("publish", BROKEN / "file-missing", "--anyway").exit_code == 1
    assert publications() == []
