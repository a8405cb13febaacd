"""What publishing counts on, shown on the bundles in memory and on SQLite."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from tierline.ports.bundles import Bundles, Content, Publication, UnknownBundle
from tierline.ports.store import StoreAway
from tierline.store.sql import SqlStore
from tierline.twin.store import MemoryStore

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
SPEECH = bytes(range(256)) * 40
FILES = {"flow.yaml": b"start: welcome\n", "recordings/en/welcome.wav": SPEECH}


@pytest.fixture(params=["memory", "sqlite"])
async def bundles(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Bundles]:
    if request.param == "memory":
        yield MemoryStore().bundles
        return
    sqlite = await SqlStore.open(tmp_path / "tierline.db")
    yield sqlite.bundles
    await sqlite.close()


async def publish(bundles: Bundles, version: str, hours: int = 0) -> Publication:
    return await bundles.publish(version, at=NOON + timedelta(hours=hours), by="ana, by a test", note="why")


async def test_a_bundle_is_read_as_it_was_kept(bundles: Bundles) -> None:
    await bundles.keep("v1", FILES)
    bundle = await bundles.bundle("v1")
    assert bundle
    assert bundle.files == {name: Content(sha256(c).hexdigest(), len(c)) for name, c in FILES.items()}
    contents = await bundles.contents([content.sha256 for content in bundle.files.values()])
    assert {name: contents[content.sha256] for name, content in bundle.files.items()} == FILES


async def test_a_version_that_is_kept_never_changes(bundles: Bundles) -> None:
    await bundles.keep("v1", FILES)
    before = await bundles.bundle("v1")
    await bundles.keep("v1", {"flow.yaml": b"other"})
    assert await bundles.bundle("v1") == before


async def test_an_unknown_version_has_no_bundle_and_cannot_be_published(bundles: Bundles) -> None:
    assert await bundles.bundle("v9") is None
    assert await bundles.contents(["0" * 64]) == {}
    with pytest.raises(UnknownBundle):
        await publish(bundles, "v9")
    assert await bundles.current() is None


async def test_what_is_kept_but_not_published_is_not_in_force(bundles: Bundles) -> None:
    await bundles.keep("v1", FILES)
    assert await bundles.current() is None
    assert list(await bundles.publications()) == []


async def test_the_last_publication_is_in_force_also_of_an_older_version(bundles: Bundles) -> None:
    for version in ("v1", "v2"):
        await bundles.keep(version, {**FILES, "note.txt": version.encode()})
    made = [await publish(bundles, version, hours) for hours, version in enumerate(("v1", "v2", "v1"))]
    assert [p.number for p in made] == [1, 2, 3]
    assert await bundles.current() == made[-1]
    assert list(await bundles.publications()) == made[::-1]
    assert made[-1].version == "v1"
    assert made[-1].at == NOON + timedelta(hours=2)


async def test_publications_at_the_same_time_all_count(bundles: Bundles) -> None:
    await bundles.keep("v1", FILES)
    made = await asyncio.gather(*(publish(bundles, "v1") for _ in range(5)))
    assert sorted(p.number for p in made) == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    "act",
    [
        lambda b: b.keep("v2", FILES),
        lambda b: publish(b, "v1"),
        lambda b: b.current(),
        lambda b: b.publications(),
        lambda b: b.bundle("v1"),
        lambda b: b.contents(["0"]),
    ],
)
async def test_a_database_that_is_away_is_said_to_be(act: Callable[[Bundles], object]) -> None:
    store = MemoryStore()
    store.away = True
    with pytest.raises(StoreAway):
        await act(store.bundles)  # type: ignore[misc]


async def test_a_file_that_bundles_share_is_kept_once(tmp_path: Path) -> None:
    store = await SqlStore.open(tmp_path / "tierline.db")
    await store.bundles.keep("v1", FILES)
    await store.bundles.keep("v2", {**FILES, "flow.yaml": b"start: other\n"})
    await store.close()
    with sqlite3.connect(tmp_path / "tierline.db") as database:
        assert database.execute("SELECT count(*) FROM bundle_contents").fetchone() == (3,)
    database.close()


async def test_another_process_sees_what_was_published(tmp_path: Path) -> None:
    running = await SqlStore.open(tmp_path / "tierline.db")
    publisher = await SqlStore.open(tmp_path / "tierline.db")
    await publisher.bundles.keep("v1", FILES)
    made = await publish(publisher.bundles, "v1")
    assert await running.bundles.current() == made
    await publisher.close()
    await running.close()
