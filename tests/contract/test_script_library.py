"""What is counted on from where scripts are kept, shown on the library in memory and on SQLite."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from tierline.calls.names import AgentId
from tierline.ports.script_library import Changed, ScriptLibrary
from tierline.ports.store import Conflict
from tierline.scripts.library import (
    Approved,
    DraftSaved,
    Entry,
    LibraryEvent,
    Noted,
    Submitted,
    Withdrawn,
    fold,
)
from tierline.scripts.wording import Wording, scripted
from tierline.store.sql import SqlStore
from tierline.twin.store import MemoryStore

NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)
ADA, PAUL = AgentId("ada"), AgentId("paul")
WORDING = Wording(titles={"en": "A card", "es": "Una tarjeta"}, texts={"en": "{form}", "es": "¡{form}!"})


@pytest.fixture(params=["memory", "sqlite"])
async def library(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[ScriptLibrary]:
    if request.param == "memory":
        yield MemoryStore().library
        return
    sqlite = await SqlStore.open(tmp_path / "tierline.db")
    yield sqlite.library
    await sqlite.close()


def step(entry: Entry, event: LibraryEvent, by: AgentId = ADA) -> tuple[Entry, list[Noted]]:
    noted = [
        Noted(script=entry.id, seq=entry.seq + 1, at=NOON + timedelta(minutes=entry.seq), by=by, event=event)
    ]
    return fold(entry, noted), noted


async def after(library: ScriptLibrary, name: str, *events: LibraryEvent) -> Entry:
    entry = await library.entry(name) or Entry(id=name)
    for event in events:
        entry, noted = step(entry, event)
        await library.commit(entry, noted)
    return entry


def approved(version: int = 1) -> Approved:
    return Approved(1, scripted(WORDING, id="card", version=version, author=ADA, approver=PAUL, at=NOON))


async def test_a_script_is_read_as_it_was_committed(library: ScriptLibrary) -> None:
    assert await library.entry("card") is None
    entry = await after(library, "card", DraftSaved(WORDING, 0), Submitted(1), approved())
    assert await library.entry("card") == entry
    history = await library.history("card")
    assert [noted.event for noted in history] == [DraftSaved(WORDING, 0), Submitted(1), approved()]
    assert fold(Entry(id="card"), history) == entry


async def test_what_has_changed_since_is_told_and_nothing_else(library: ScriptLibrary) -> None:
    assert await library.changed_since(0) == Changed(0, ())
    card = await after(library, "card", DraftSaved(WORDING, 0))
    first = await library.changed_since(0)
    assert first.entries == (card,)
    notice = await after(library, "notice", DraftSaved(WORDING, 0))
    second = await library.changed_since(first.as_of)
    assert second.entries == (notice,)
    card = await after(library, "card", Submitted(1))
    assert (await library.changed_since(second.as_of)).entries == (card,)
    assert {entry.id for entry in (await library.changed_since(0)).entries} == {"card", "notice"}


async def test_of_two_changes_after_the_same_event_the_second_is_refused(library: ScriptLibrary) -> None:
    entry = await after(library, "card", DraftSaved(WORDING, 0), Submitted(1))
    steps = [step(entry, approved(), by) for by in (PAUL, AgentId("pat"))]
    outcomes = await asyncio.gather(*(library.commit(*one) for one in steps), return_exceptions=True)
    assert [type(outcome) for outcome in outcomes] == [type(None), Conflict]
    assert len(await library.history("card")) == 3


async def test_two_first_drafts_of_one_script_are_one(library: ScriptLibrary) -> None:
    await library.commit(*step(Entry(id="card"), DraftSaved(WORDING, 0)))
    with pytest.raises(Conflict):
        await library.commit(*step(Entry(id="card"), DraftSaved(WORDING, 0)))


async def test_no_version_is_approved_twice(library: ScriptLibrary) -> None:
    entry = await after(library, "card", DraftSaved(WORDING, 0), Submitted(1), approved())
    with pytest.raises(Conflict):
        await library.commit(*step(entry, approved()))
    assert await library.entry("card") == entry


@pytest.mark.clause("A9")
async def test_no_version_is_approved_by_its_author_whoever_asks(library: ScriptLibrary) -> None:
    entry = await after(library, "card", DraftSaved(WORDING, 0), Submitted(1))
    own = approved()
    # As a program might that does not keep to the rules: the struct itself refuses it, and so does the place.
    script = msgspec.structs.replace(own.script)
    msgspec.structs.force_setattr(script, "approver", ADA)
    with pytest.raises(Conflict):
        await library.commit(*step(entry, Approved(1, script)))
    assert len(await library.history("card")) == 2


async def test_one_that_was_withdrawn_stays_on_record(library: ScriptLibrary) -> None:
    entry = await after(library, "card", DraftSaved(WORDING, 0), Submitted(1), approved())
    gone = msgspec.structs.replace(entry.versions[0], status="withdrawn")
    entry = await after(library, "card", Withdrawn(gone, "wrong"))
    found = await library.entry("card")
    assert found == entry
    assert [version.status for version in found.versions] == ["withdrawn"]


async def test_the_database_itself_refuses_an_author_who_approves(tmp_path: Path) -> None:
    store = await SqlStore.open(tmp_path / "tierline.db")
    await after(store.library, "card", DraftSaved(WORDING, 0))
    await store.close()
    with sqlite3.connect(tmp_path / "tierline.db") as connection:
        with pytest.raises(sqlite3.IntegrityError, match="somebody_else"):
            connection.execute("INSERT INTO script_versions VALUES ('card', 1, 'ada', 'ada', 0)")
        connection.execute("INSERT INTO script_versions VALUES ('card', 1, 'ada', 'paul', 0)")
    connection.close()
