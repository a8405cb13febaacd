"""`tierline publish` and the script library: what was approved there still has what it leads to."""

import asyncio
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from msgspec.structs import replace

from tests.sample import AGENCY
from tierline.calls.names import AgentId
from tierline.cli import main
from tierline.scripts.guide import Choice, WrittenStep
from tierline.scripts.library import Approved, Entry, Noted, Withdrawn, fold
from tierline.scripts.script import Script
from tierline.scripts.wording import Wording, scripted
from tierline.store.sql import SqlStore

AT = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
AUTHOR, APPROVER = AgentId("author"), AgentId("approver")
THERE = {"en": "Do you have a question about a form?", "es": "¿Tiene una pregunta sobre un formulario?"}
YES = {"en": "Yes", "es": "Sí"}


@pytest.fixture
def var(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TIERLINE_VAR", str(tmp_path / "var"))
    return tmp_path / "var"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Without the script that the one in the library leads to."""
    copy = tmp_path / "agency"
    shutil.copytree(AGENCY, copy)
    (copy / "scripts" / "form-questions.yaml").unlink()
    return copy


def publish(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["publish", *map(str, arguments)])


def leading() -> Script:
    choice = Choice(when=YES, to="script:form-questions")
    step = WrittenStep(id="ask", says=THERE, choices=(choice,))
    wording = Wording(titles=THERE, steps=(step,))
    return scripted(wording, id="which-form", version=1, author=AUTHOR, approver=APPROVER, at=AT)


def in_library(var: Path, *events: Approved | Withdrawn) -> None:
    noted = [
        Noted(script="which-form", seq=nth, at=AT, by=APPROVER, event=event)
        for nth, event in enumerate(events, 1)
    ]

    async def commit() -> None:
        store = await SqlStore.open(var / "tierline.db")
        await store.library.commit(fold(Entry(id="which-form"), noted), noted)
        await store.close()

    asyncio.run(commit())


def test_a_folder_that_breaks_a_script_of_the_library_is_refused_with_what_it_breaks(
    var: Path, folder: Path
) -> None:
    assert publish(AGENCY).exit_code == 0
    in_library(var, Approved(1, leading()))
    assert publish(AGENCY).exit_code == 0
    refused = publish(folder)
    assert refused.exit_code == 1
    assert (
        "script library: which-form, version 1: steps.0.choices.0.to: script:form-questions" in refused.output
    )
    assert "--anyway" in refused.output.splitlines()[-1]


def test_it_is_published_anyway_where_that_is_asked_for_and_said_what_it_breaks(
    var: Path, folder: Path
) -> None:
    assert publish(AGENCY).exit_code == 0
    in_library(var, Approved(1, leading()))
    done = publish(folder, "--anyway")
    assert done.exit_code == 0
    assert "broken by it: script library: which-form, version 1" in done.output


def test_taking_a_change_back_is_always_possible_and_says_what_it_breaks(var: Path, folder: Path) -> None:
    first = publish(folder).output.split()[2]
    assert publish(AGENCY).exit_code == 0
    in_library(var, Approved(1, leading()))
    done = publish("--version", first)
    assert done.exit_code == 0
    assert "broken by it: script library: which-form, version 1" in done.output


def test_a_script_that_was_withdrawn_breaks_no_more(var: Path, folder: Path) -> None:
    assert publish(AGENCY).exit_code == 0
    gone = replace(leading(), status="withdrawn")
    in_library(var, Approved(1, leading()), Withdrawn(gone, "wrong"))
    assert publish(folder).exit_code == 0
