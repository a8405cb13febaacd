"""`tierline script`: what is in force goes out as files, and files come in as drafts."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.sample import AGENCY
from tierline.agency.script_file import YamlScripts
from tierline.cli import main
from tierline.scripts.library import Entry
from tierline.store.sql import SqlStore

Command = Callable[..., Result]
CARD = AGENCY / "scripts" / "card-not-received.yaml"


@pytest.fixture
def tierline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """With the sample agency published."""
    monkeypatch.setenv("TIERLINE_VAR", str(tmp_path / "var"))

    def run(*arguments: object) -> Result:
        return CliRunner().invoke(main, [str(argument) for argument in arguments])

    assert run("publish", AGENCY, "--anyway").exit_code == 0
    return run


def entry(tmp_path: Path, script: str) -> Entry | None:
    async def read() -> Entry | None:
        store = await SqlStore.open(tmp_path / "var" / "tierline.db")
        try:
            return await store.library.entry(script)
        finally:
            await store.close()

    return asyncio.run(read())


def test_what_is_in_force_goes_out_as_files_that_say_the_same(tierline: Command, tmp_path: Path) -> None:
    done = tierline("script", "export", tmp_path / "out")
    assert done.exit_code == 0, done.output
    read = YamlScripts().read
    files = {file.name: read(file.read_text()) for file in (tmp_path / "out").iterdir()}
    assert files[CARD.name] == read(CARD.read_text())
    assert len(files) > 10
    assert all(written == read((AGENCY / "scripts" / name).read_text()) for name, written in files.items())
    assert tierline("script", "export", tmp_path / "out").exit_code == 1


def test_a_file_comes_in_as_a_draft_that_its_author_does_not_approve(
    tierline: Command, tmp_path: Path
) -> None:
    file = tmp_path / "card.yaml"
    file.write_text(CARD.read_text().replace("30 days ago or more", "A month ago or more"))
    done = tierline("script", "import", file)
    assert done.exit_code == 0, done.output
    found = entry(tmp_path, "card-not-received")
    assert found
    assert found.draft
    assert (found.draft.base, found.draft.submitted, found.draft.writers[-1]) == (2, False, "author")
    again = tierline("script", "import", file)
    assert (again.exit_code, "there is a draft of this script already" in again.output) == (1, True)


def test_what_is_no_script_or_says_nothing_new_is_told(tierline: Command, tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("id: [")
    done = tierline("script", "import", bad, CARD)
    assert done.exit_code == 1
    assert "line 2: is not YAML" in done.output
    assert "there is nothing to import" in done.output
    assert entry(tmp_path, "card-not-received") is None


def test_without_a_center_it_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIERLINE_VAR", str(tmp_path / "none"))
    done = CliRunner().invoke(main, ["script", "export", str(tmp_path / "out")])
    assert done.exit_code == 1
    assert "TIERLINE_VAR" in done.output
