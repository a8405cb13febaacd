"""What the set-up says, and how it knows what is done."""

from pathlib import Path

import pytest

from setup.marks import clear_mark, is_marked, mark_of, set_mark
from setup.progress import SetupError, run, step


def test_a_thing_without_its_mark_is_unfinished(tmp_path: Path) -> None:
    assert not is_marked(tmp_path / "absent", "m")
    assert not is_marked(tmp_path, "m")
    set_mark(tmp_path, "m")
    assert is_marked(tmp_path, "m")
    clear_mark(tmp_path)
    assert not is_marked(tmp_path, "m")


def test_a_mark_changes_with_what_it_is_made_from(tmp_path: Path) -> None:
    source = tmp_path / "lock.txt"
    source.write_text("one")
    before = mark_of([source], "3.11")
    assert mark_of([source], "3.11") == before
    assert mark_of([source], "3.12") != before
    source.write_text("two")
    assert mark_of([source], "3.11") != before


def test_a_failed_command_is_one_line_that_says_what_to_do_and_its_output_is_kept(tmp_path: Path) -> None:
    log = tmp_path / "logs/pip.log"
    with pytest.raises(SetupError, match="check the network"):
        run(["sh", "-c", "echo no route; exit 3"], otherwise="check the network", log=log)
    assert log.read_text() == "no route\n"


def test_a_missing_command_is_no_traceback() -> None:
    with pytest.raises(SetupError, match="install it"):
        run(["no-such-command-here"], otherwise="install it")


def test_a_step_says_that_it_began_and_how_long_it_took(capsys: pytest.CaptureFixture[str]) -> None:
    with step("counting"):
        pass
    assert capsys.readouterr().out == "setup: counting …\nsetup: counting: done in 0 s\n"


def test_a_step_that_fails_is_not_called_done(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SetupError), step("counting"):
        raise SetupError("setup: cannot count")
    assert capsys.readouterr().out == "setup: counting …\n"
