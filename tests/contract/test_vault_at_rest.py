"""What lies on the disk says nothing about a caller to whoever has no master key."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest
import sqlalchemy as sa
import structlog

from tests.contract.calls_to_keep import MORNING, after, arrival, request
from tests.contract.tables_before import insert, request_before, upgrade
from tierline.calls.events import Answered, Arrived
from tierline.calls.names import AgentId, LegId, Ref
from tierline.ports.spool import Entry
from tierline.ports.store import Change, Value
from tierline.store import rows
from tierline.store.master_key import FILE, SETTING, MasterKeys, MasterKeyUnusable, where_kept
from tierline.store.sealing import new_secret
from tierline.store.spool import FileSpool
from tierline.store.spool_file import SpoolFile
from tierline.store.sql import SqlStore

NUMBER, NAME, SAID = "+12025550111", "Ana María Quiñones", "my card never came"
REFS = [Ref("phone-1"), Ref("name-1"), Ref("question-1")]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "tierline.db"


def told(call: str = "c1") -> Change:
    arrived = Arrived(leg=LegId("leg-c1"), number="+18005550100", caller=REFS[0], agency="a1")
    answered = Answered(agent=AgentId("ana"), leg=LegId("leg-ana"), tier="1")
    kinds = zip(REFS, ("phone", "name", "question"), (NUMBER, NAME, SAID), strict=True)
    values = [Value(ref, kind, value) for ref, kind, value in kinds]
    return msgspec.structs.replace(after(call, [], [arrived, answered]), values=values)


def on_disk(folder: Path) -> bytes:
    """With what SQLite keeps beside the database."""
    files = [path for path in folder.rglob("*") if path.is_file() and path.name != FILE]
    return b"".join(path.read_bytes() for path in files)


def assert_nothing_of(words: Sequence[str], found: bytes) -> None:
    for word in words:
        assert word.encode() not in found
        assert word.encode("utf-16-le") not in found


async def test_neither_number_nor_name_nor_words_are_in_the_database_or_its_log(file: Path) -> None:
    store = await SqlStore.open(file)
    await store.commit(told())
    assert (file.parent / "tierline.db-wal").stat().st_size
    assert_nothing_of([NUMBER, NAME, SAID], on_disk(file.parent))
    await store.close()
    assert_nothing_of([NUMBER, NAME, SAID], on_disk(file.parent))


async def test_the_spool_says_nothing_either(tmp_path: Path) -> None:
    masters = MasterKeys([new_secret()])
    spool = await FileSpool.open(tmp_path / "calls.spool", masters, 8192)
    await spool.append([Entry((), tuple(told().values))])
    assert_nothing_of([NUMBER, NAME, SAID], on_disk(tmp_path))
    assert [entry.values for entry in (await spool.read(0, 10)).entries] == [tuple(told().values)]
    await spool.close()
    other = await FileSpool.open(tmp_path / "calls.spool", MasterKeys([new_secret()]), 8192)
    assert (await other.read(0, 10)).entries == (), "under another master key"
    await other.close()


async def test_what_an_earlier_version_left_in_the_spool_in_clear_is_read(tmp_path: Path) -> None:
    entry = Entry(tuple(told().events), tuple(told().values))
    SpoolFile(tmp_path / "calls.spool", 8192).append([msgspec.json.encode(entry)])
    spool = await FileSpool.open(tmp_path / "calls.spool", MasterKeys([new_secret()]), 8192)
    assert (await spool.read(0, 10)).entries == (entry,)
    await spool.close()


async def test_what_was_kept_in_clear_before_is_sealed_and_found_after_the_upgrade(file: Path) -> None:
    change = told()
    asks = request("R1", call=change.call.id, receipt=None, facts={"address": Ref("fact-1")}).request
    in_clear = [{"ref": v.ref, "kind": v.kind, "value": v.value, "answered_at": None} for v in change.values]
    in_clear.append({"ref": "fact-1", "kind": "address", "value": "12 Elm Street", "answered_at": None})
    in_clear.append({"ref": "lost-1", "kind": "note", "value": "nothing refers to it", "answered_at": None})
    engine = sa.create_engine(f"sqlite:///{file}")
    with engine.begin() as connection:
        upgrade(connection, "0013")
        insert(connection, "calls", [rows.of_call(change.call)])
        insert(connection, "call_events", [rows.of_event(recorded) for recorded in change.events])
        insert(connection, "requests", [request_before(asks, "key-R1")])
        insert(connection, "vault", in_clear)
        connection.execute(
            sa.text("UPDATE vault SET answered_at = :at WHERE ref = 'phone-1'"), {"at": MORNING}
        )
    engine.dispose()
    store = await SqlStore.open(file)
    words = [str(row["value"]) for row in in_clear]
    assert_nothing_of(words, on_disk(file.parent))
    every = [*REFS, Ref("fact-1"), Ref("lost-1")]
    assert await store.values(every) == {row["ref"]: row["value"] for row in in_clear}
    await store.close()
    assert_nothing_of(words, on_disk(file.parent))
    with sqlite3.connect(file) as looked_at:
        of = dict(looked_at.execute("SELECT v.ref, k.record FROM vault v JOIN vault_keys k ON k.id = v.key"))
    looked_at.close()
    assert {ref: of.pop(ref) for ref in ("phone-1", "fact-1")} == {"phone-1": "c1", "fact-1": "R1"}
    assert set(of.values()) == {"unreferenced"}


async def test_a_value_moved_to_another_place_does_not_open_and_hides_no_other(file: Path) -> None:
    store = await SqlStore.open(file)
    await store.commit(told())
    with sqlite3.connect(file) as meddler:
        meddler.execute(
            "UPDATE vault SET sealed = (SELECT sealed FROM vault WHERE ref = 'phone-1') WHERE ref = 'name-1'"
        )
    meddler.close()
    with structlog.testing.capture_logs() as logged:
        assert await store.values(REFS) == {"phone-1": NUMBER, "question-1": SAID}
    assert [entry["ref"] for entry in logged] == ["name-1"]
    await store.close()


async def test_the_key_of_a_change_that_was_not_kept_seals_nothing_later(file: Path) -> None:
    store = await SqlStore.open(file)
    taken = Value(Ref("note-1"), "note", "taken already")
    await store.commit(msgspec.structs.replace(arrival("c1"), values=[taken]))
    refused = msgspec.structs.replace(arrival("c2"), values=[Value(Ref("a"), "note", "a"), taken])
    assert all(await store.commit_all([refused]))
    await store.commit(msgspec.structs.replace(arrival("c2"), values=[Value(Ref("b"), "note", "b")]))
    assert await store.values([Ref("b"), Ref("note-1")]) == {"b": "b", "note-1": "taken already"}
    await store.close()


# ---- the master key


async def test_the_master_key_is_made_at_the_first_start_for_its_owner_alone(file: Path) -> None:
    store = await SqlStore.open(file)
    await store.close()
    assert (file.parent / FILE).stat().st_mode & 0o777 == 0o600
    made = (file.parent / FILE).read_text()
    again = await SqlStore.open(file)
    await again.close()
    assert (file.parent / FILE).read_text() == made
    assert made.split("\n")[-2].encode() not in on_disk(file.parent)


async def test_a_database_whose_master_key_is_missing_is_not_used_and_none_is_made(file: Path) -> None:
    store = await SqlStore.open(file)
    await store.close()
    (file.parent / FILE).unlink()
    with pytest.raises(MasterKeyUnusable, match="put your copy of it at"):
        await SqlStore.open(file)
    assert not (file.parent / FILE).exists()


async def test_a_database_of_another_master_key_is_not_used(file: Path) -> None:
    store = await SqlStore.open(file)
    await store.close()
    (file.parent / FILE).write_text(new_secret().hex())
    with pytest.raises(MasterKeyUnusable, match="not the one of this database"):
        await SqlStore.open(file)


async def test_what_is_no_master_key_is_said_to_be_none(file: Path) -> None:
    (file.parent / FILE).write_text("a word\n")
    with pytest.raises(MasterKeyUnusable, match="64 hexadecimal digits"):
        await SqlStore.open(file)


async def test_a_master_key_may_be_kept_elsewhere(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = file.parent / "elsewhere" / "key"
    monkeypatch.setenv(SETTING, str(elsewhere))
    store = await SqlStore.open(file)
    await store.close()
    assert where_kept(file.parent) == elsewhere
    assert elsewhere.exists()
    assert not (file.parent / FILE).exists()
