"""What only a database on a disk can show: durability, its schema, and its faults."""

import asyncio
import sqlite3
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import hypothesis.strategies as st
import msgspec
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from hypothesis import HealthCheck, given, settings
from msgspec import convert, to_builtins
from sqlalchemy import Connection, create_engine
from sqlalchemy.dialects.sqlite import dialect as of_sqlite

from tests.contract.calls_to_keep import MORNING, after, arrival, speaks
from tierline.calls import events as ev
from tierline.calls.away_events import HistoryLost
from tierline.calls.names import CallId, Ref
from tierline.ports.store import Conflict, StoreAway, Value
from tierline.sentence import SentenceView, sentence, view
from tierline.store import rows, sqlite
from tierline.store.histories import answered_for, without_script
from tierline.store.migrate import SchemaTooNew
from tierline.store.people import refs_of
from tierline.store.sql import STILL_OPEN, SqlStore
from tierline.store.sqlite import NotDurable
from tierline.store.tables import metadata

PLACED = (ev.Arrived, HistoryLost)
"""Those that may not stand anywhere in a history."""
# JSON has no other numbers.
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
WHY = view(sentence("{one} or {other}", one={"en": "Spanish"}, other=[sentence("Tier {tier}", tier="1")]))
st.register_type_strategy(SentenceView, st.just(convert(to_builtins(WHY), SentenceView)))
ANY_EVENT = st.one_of([st.builds(kind) for kind in ev.AnyEvent.__args__ if kind not in PLACED])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "tierline.db"


@pytest.fixture
async def store(file: Path) -> AsyncIterator[SqlStore]:
    opened = await SqlStore.open(file)
    yield opened
    await opened.close()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(history=st.lists(st.lists(ANY_EVENT, min_size=1, max_size=5), max_size=5), secret=st.text())
def test_whatever_was_committed_is_what_is_read_by_the_next_process(
    tmp_path_factory: pytest.TempPathFactory, history: list[list[ev.AnyEvent]], secret: str
) -> None:
    asyncio.run(_committed_is_read(tmp_path_factory.mktemp("store") / "tierline.db", history, secret))


async def _committed_is_read(file: Path, history: list[list[ev.AnyEvent]], secret: str) -> None:
    store = await SqlStore.open(file)
    change = msgspec.structs.replace(arrival("c1"), values=[Value(Ref("r1"), "text", secret)])
    told = list(change.events)
    await store.commit(change)
    for step in history:
        change = after("c1", told, step)
        told += change.events
        await store.commit(change)
    await store.close()
    again = await SqlStore.open(file)
    assert await again.call(CallId("c1")) == change.call
    assert list(await again.timeline(CallId("c1"))) == told
    assert await again.values([Ref("r1")]) == {"r1": secret}
    await again.close()


async def test_of_two_processes_that_advance_a_call_exactly_one_wins_each_time(
    store: SqlStore, file: Path
) -> None:
    other = await SqlStore.open(file)
    change = arrival("c1")
    await store.commit(change)
    told = list(change.events)
    for _ in range(10):
        rivals = [after("c1", told, [ev.LanguageChosen(language=spoken)]) for spoken in ("en", "es")]
        outcomes = await asyncio.gather(
            store.commit(rivals[0]), other.commit(rivals[1]), return_exceptions=True
        )
        assert [type(outcome) for outcome in outcomes if outcome] == [Conflict]
        told += rivals[outcomes.index(None)].events
    assert list(await other.timeline(CallId("c1"))) == told
    await other.close()


COMMITS_UNTIL_KILLED = """
import asyncio, sys
from tests.contract.calls_to_keep import arrival
from tierline.store.sql import STILL_OPEN, SqlStore

async def main():
    store = await SqlStore.open(sys.argv[1])
    for n in range(10_000):
        await store.commit(arrival(f"c{n}"))
        print(f"c{n}", flush=True)

asyncio.run(main())
"""


async def test_a_killed_process_loses_nothing_it_acknowledged(file: Path) -> None:
    killed = await asyncio.create_subprocess_exec(
        sys.executable, "-c", COMMITS_UNTIL_KILLED, str(file), stdout=asyncio.subprocess.PIPE
    )
    assert killed.stdout
    acknowledged = [await killed.stdout.readline() for _ in range(25)]
    killed.kill()
    acknowledged += (await killed.stdout.read()).splitlines()
    await killed.wait()
    store = await SqlStore.open(file)
    kept = {call.id for call in await store.open_calls()}
    assert {line.decode().strip() for line in acknowledged} <= kept
    for call in kept:
        assert len(await store.timeline(call)) == 1
    await store.close()


async def test_a_cancelled_commit_is_whole_and_the_store_goes_on(store: SqlStore) -> None:
    first = arrival("c1")
    cancelled = asyncio.create_task(store.commit(first))
    await asyncio.sleep(0)
    cancelled.cancel()
    with pytest.raises(asyncio.CancelledError):
        await cancelled
    second = arrival("c2")
    await store.commit(second)  # waits its turn behind the first
    assert await store.call(CallId("c1")) == first.call
    assert list(await store.timeline(CallId("c1"))) == list(first.events)


async def test_a_state_of_an_older_schema_is_folded_again_from_its_events(
    store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = arrival("c1")
    await store.commit(first)
    second = speaks("es", first)
    await store.commit(second)
    monkeypatch.setattr(rows, "CALL_SCHEMA", rows.CALL_SCHEMA + 1)
    assert await store.call(CallId("c1")) == second.call


async def test_a_database_that_fails_in_mid_change_keeps_nothing_and_is_called_away(
    store: SqlStore, file: Path
) -> None:
    with sqlite3.connect(file) as meddler:
        meddler.execute("ALTER TABLE vault RENAME TO elsewhere")
    change = msgspec.structs.replace(arrival("c1"), values=[Value(Ref("r1"), "text", "x")])
    with pytest.raises(StoreAway):
        await store.commit(change)
    with sqlite3.connect(file) as meddler:
        meddler.execute("ALTER TABLE elsewhere RENAME TO vault")
    meddler.close()
    assert await store.call(CallId("c1")) is None
    await store.commit(change)


async def test_a_file_that_is_no_database_is_called_away(file: Path) -> None:
    with file.open("wb") as written:
        written.write(b"not a database" * 1000)
    with pytest.raises(StoreAway):
        await SqlStore.open(file)


async def test_a_database_that_cannot_promise_durability_is_not_used(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sqlite.SETTINGS, "synchronous", ("NORMAL", 2))
    with pytest.raises(NotDurable, match="synchronous=1"):
        await SqlStore.open(file)


async def test_a_database_of_a_newer_version_is_refused_with_what_to_do(store: SqlStore, file: Path) -> None:
    with sqlite3.connect(file) as newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
    newer.close()
    with pytest.raises(SchemaTooNew, match="start that version"):
        await SqlStore.open(file)


async def test_the_migrations_lead_to_the_tables_of_the_code(store: SqlStore, file: Path) -> None:
    engine = create_engine(f"sqlite:///{file}")
    with engine.connect() as connection:
        assert _differences(connection) == []
    engine.dispose()


def _differences(connection: Connection) -> list[object]:
    return list(compare_metadata(MigrationContext.configure(connection), metadata))


async def test_open_calls_are_found_without_a_look_at_all_calls_ever(store: SqlStore, file: Path) -> None:
    with sqlite3.connect(file) as planner:
        asked = str(STILL_OPEN.compile(compile_kwargs={"literal_binds": True}))
        plan = " ".join(str(step[3]) for step in planner.execute(f"EXPLAIN QUERY PLAN {asked}"))
    planner.close()
    assert "USING INDEX ix_calls_ended_at" in plan
    assert "SCAN" not in plan


async def test_what_no_script_answered_is_found_without_a_look_at_all_that_ever_happened(
    store: SqlStore, file: Path
) -> None:
    asked = str(without_script(MORNING).compile(dialect=of_sqlite()))
    with sqlite3.connect(file) as planner:
        steps = planner.execute(f"EXPLAIN QUERY PLAN {asked}", ["2026-01-01"]).fetchall()
    planner.close()
    plan = " ".join(str(step[3]) for step in steps)
    assert "USING INDEX ix_call_events_at" in plan
    assert "SCAN" not in plan


async def test_who_served_a_number_is_found_without_a_look_at_all_its_calls(
    store: SqlStore, file: Path
) -> None:
    asked = answered_for(b"mark", MORNING, 20).compile(
        dialect=of_sqlite(), compile_kwargs={"literal_binds": True}
    )
    with sqlite3.connect(file) as planner:
        steps = [str(step[3]) for step in planner.execute(f"EXPLAIN QUERY PLAN {asked}")]
    planner.close()
    newest = steps.index("LIST SUBQUERY 1")
    assert "USING INDEX ix_vault_mark_answered_at (mark=? AND answered_at>?)" in steps[newest + 1]
    assert [step for step in steps if "TEMP" in step] == ["USE TEMP B-TREE FOR ORDER BY"], "of the answers"
    assert "SCAN" not in " ".join(steps)


async def test_a_person_is_found_without_a_look_at_all_values_ever_kept(store: SqlStore, file: Path) -> None:
    asked = str(refs_of(b"mark").compile(dialect=of_sqlite(), compile_kwargs={"literal_binds": True}))
    with sqlite3.connect(file) as planner:
        plan = " ".join(str(step[3]) for step in planner.execute(f"EXPLAIN QUERY PLAN {asked}"))
    planner.close()
    assert "USING INDEX ix_vault_mark_answered_at" in plan
    assert "SCAN" not in plan


async def test_only_their_owner_may_read_the_files_of_the_store(store: SqlStore, file: Path) -> None:
    await store.commit(arrival("c1"))
    assert {path.stat().st_mode & 0o777 for path in file.parent.glob("tierline.db*")} == {0o600}


async def test_another_kind_of_database_is_refused() -> None:
    with pytest.raises(ValueError, match="sqlite"):
        await SqlStore.open("postgresql://localhost/tierline")
