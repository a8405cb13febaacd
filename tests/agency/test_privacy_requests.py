"""`tierline privacy`: what a person may ask of what is on record of them, from the center's database."""

import asyncio
import json
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner, Result

from tests.contract.calls_to_keep import MORNING, after
from tests.sample import AGENCY
from tierline.calls.events import AnyEvent, Arrived, Ended, LanguageChosen
from tierline.calls.names import AgentId, LegId, Ref
from tierline.calls.recording_events import RecordingStarted, RecordingStopped
from tierline.calls.service_events import OwnWordsAdded
from tierline.calls.verification_events import Verified
from tierline.cli import main
from tierline.ports.store import Change, Value
from tierline.speech import wav
from tierline.store.sql import SqlStore

Command = Callable[..., Result]
RECEIPT, PHONE, SAID = "EAC2190012345", "+12025550111", "La carta <salió> el lunes."
RECEIPT_REF, PHONE_REF, SAID_REF = (
    Ref(f"{kind}-0123456789abcde{n}") for n, kind in enumerate(("receipt", "phone", "own_words"))
)
OLGA = AgentId("olga")


def a_call() -> Change:
    """In Spanish, of somebody verified, to whom an officer said something; with a recording."""
    events: list[AnyEvent] = [
        Arrived(LegId("leg"), "+18005550100", PHONE_REF, "a1"),
        LanguageChosen("es"),
        Verified("basic", "questions", RECEIPT_REF, OLGA, "2", ("name",)),
        OwnWordsAdded(OLGA, "es", SAID_REF),
        RecordingStarted("c1-1", LegId("leg"), "caller"),
        RecordingStopped("c1-1", 1.0),
        Ended("caller_hung_up", "talking"),
    ]
    change = after("c1", [], events, MORNING)
    values = (
        Value(RECEIPT_REF, "receipt", RECEIPT),
        Value(PHONE_REF, "phone", PHONE),
        Value(SAID_REF, "own_words", SAID),
    )
    return Change(call=change.call, events=change.events, values=values)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The state folder of a center whose agency is the sample."""
    var = tmp_path_factory.mktemp("published")
    done = CliRunner(env={"TIERLINE_VAR": str(var)}).invoke(main, ["publish", str(AGENCY), "--anyway"])
    assert done.exit_code == 0, done.output
    return var


@pytest.fixture
def tierline(published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """With one call on record."""
    shutil.copytree(published, tmp_path / "var")
    monkeypatch.setenv("TIERLINE_VAR", str(tmp_path / "var"))

    def run(*arguments: object, typed: str | None = None) -> Result:
        return CliRunner().invoke(main, [str(argument) for argument in arguments], input=typed)

    async def keep() -> None:
        store = await SqlStore.open(tmp_path / "var" / "tierline.db")
        await store.commit(a_call())
        await store.close()

    asyncio.run(keep())
    sounds = tmp_path / "var" / "engine" / "spool" / "recording"
    sounds.mkdir(parents=True)
    wav.write(sounds / "c1-1.wav", np.ones(wav.RATE, np.int16))
    return run


def test_an_accounting_is_lines_to_read_and_is_in_the_next_one(tierline: Command) -> None:
    first = tierline("privacy", "accounting", "--receipt", RECEIPT)
    assert first.exit_code == 0, first.output
    assert "an officer's own words → the caller, verified; to answer the caller; olga" in first.output
    assert SAID not in first.output
    again = tierline("privacy", "accounting", "--number", PHONE, "--for", "a court", "--json")
    told = json.loads(again.output)
    assert [one["nature"] for one in told] == ["own_words", "accounting"]
    third = tierline("privacy", "accounting", "--call", "c1")
    assert "this list told → who asked for it, a court" in third.output


def test_one_way_to_find_a_person_is_named_and_no_more(tierline: Command) -> None:
    assert tierline("privacy", "accounting").exit_code == 2
    assert tierline("privacy", "accounting", "--call", "c1", "--number", PHONE).exit_code == 2
    wrong = tierline("privacy", "accounting", "--receipt", "12")
    assert (wrong.exit_code, "three letters and ten digits" in wrong.output) == (1, True)


def test_a_person_gets_files_that_nobody_else_can_read_in_their_language(
    tierline: Command, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    done = tierline("privacy", "export", "--receipt", RECEIPT, "--out", out)
    assert done.exit_code == 0, done.output
    assert {file.name for file in out.iterdir()} == {"record.json", "record.html", "c1.wav"}
    assert {stat.S_IMODE(file.stat().st_mode) for file in out.iterdir()} == {0o600}
    assert stat.S_IMODE(out.stat().st_mode) == 0o700
    page = (out / "record.html").read_text()
    assert '<html lang="es">' in page
    assert "Lo que está registrado sobre usted" in page
    assert "La carta &lt;salió&gt; el lunes." in page
    assert PHONE in page
    assert "olga" not in page
    assert "2 mar 2026, 09:00" in page, "where the agency is"
    record = json.loads((out / "record.json").read_text())
    assert {v["value"] for v in record["calls"][0]["values"]} == {RECEIPT, PHONE, SAID}
    assert [told["by"] for told in record["disclosures"]] == ["5103"]
    assert len((out / "c1.wav").read_bytes()) == 44 + 16000


def test_nothing_is_written_over(tierline: Command, tmp_path: Path) -> None:
    (tmp_path / "there").write_text("mine")
    for out in (tmp_path, tmp_path / "there"):
        refused = tierline("privacy", "export", "--receipt", RECEIPT, "--out", out)
        assert (refused.exit_code, "is there already" in refused.output) == (1, True)
    assert "exported" not in tierline("privacy", "accounting", "--call", "c1", "--json").output
    assert (tmp_path / "there").read_text() == "mine"


def test_what_is_amended_is_in_the_page_beside_what_it_was(tierline: Command, tmp_path: Path) -> None:
    asked = tierline("privacy", "amend", "ask", "--call", "c1", "--of", SAID_REF, typed="Fue el martes.\n")
    assert asked.exit_code == 0, asked.output
    request = next(word for word in asked.output.split() if word.startswith("amend-"))
    denied = tierline("privacy", "amend", "deny", request, "--call", "c1", typed="The scan says Monday.\n")
    assert denied.exit_code == 0, denied.output
    stated = ("privacy", "amend", "disagree", request, "--call", "c1", "--statement", "El cartero miente.")
    assert tierline(*stated).exit_code == 0
    tierline("privacy", "export", "--call", "c1", "--out", tmp_path / "out", "--language", "en")
    page = (tmp_path / "out" / "record.html").read_text()
    for shown in ("Not amended, as you had asked", "The scan says Monday.", "El cartero miente."):
        assert shown in page
    assert "the person disagrees with it" in tierline("privacy", "accounting", "--call", "c1").output


def test_what_cannot_be_amended_is_said(tierline: Command) -> None:
    wrong = tierline("privacy", "amend", "grant", "amend-1", "--call", "c1", "--instead", "x", "--why", "y")
    assert (wrong.exit_code, "no amendment amend-1 was asked for" in wrong.output) == (1, True)
    nobody = tierline("privacy", "amend", "ask", "--call", "c9", "--of", SAID_REF, "--words", "wrong")
    assert (nobody.exit_code, "there is no call c9" in nobody.output) == (1, True)


@pytest.mark.parametrize("asked", [("accounting",), ("export", "--out", "copy")])
def test_a_missing_master_key_is_told_in_a_sentence(
    tierline: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: tuple[str, ...]
) -> None:
    monkeypatch.setenv("TIERLINE_MASTER_KEY", str(tmp_path / "nowhere"))
    refused = tierline("privacy", *asked, "--call", "c1")
    assert (refused.exit_code, "is missing: put your copy of it" in refused.output) == (1, True)
