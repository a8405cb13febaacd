"""A center that starts while its database is away still has the agency of before."""

from pathlib import Path

import pytest

from tests.sample import A_MONDAY_MORNING, LIBRARY
from tierline.ports.store import StoreAway
from tierline.publishing.at_hand import BundlesAtHand
from tierline.publishing.kept import bundle_of, file_of
from tierline.publishing.publish import publish_folder
from tierline.twin.bundles import MemoryBundles


class Database:
    away = False

    def answers(self) -> None:
        if self.away:
            raise StoreAway("the database is away")


@pytest.fixture
def database() -> Database:
    return Database()


@pytest.fixture
async def at_hand(database: Database, tmp_path: Path) -> BundlesAtHand:
    bundles = BundlesAtHand(MemoryBundles(database.answers), tmp_path / "at-hand")
    await publish_folder(bundles, LIBRARY, at=A_MONDAY_MORNING, by="a test", note="")
    return bundles


async def version_in_force(bundles: BundlesAtHand) -> str:
    publication = await bundles.current()
    assert publication
    return publication.version


async def test_the_version_in_force_is_read_from_its_copy(at_hand: BundlesAtHand, database: Database) -> None:
    version = await version_in_force(at_hand)
    whole = await bundle_of(at_hand, version)
    flow = await file_of(at_hand, whole, "flow.yaml")
    await at_hand.remember(version)
    database.away = True
    assert await at_hand.copied() == version
    assert await bundle_of(at_hand, version) == whole
    assert await file_of(at_hand, whole, "flow.yaml") == flow


async def test_a_copy_that_was_changed_is_not_that_version(
    at_hand: BundlesAtHand, database: Database, tmp_path: Path
) -> None:
    version = await version_in_force(at_hand)
    await at_hand.remember(version)
    (tmp_path / "at-hand" / "flow.yaml").write_text("start: nowhere")
    database.away = True
    assert await at_hand.copied() != version
    with pytest.raises(StoreAway):
        await at_hand.bundle(version)


async def test_without_a_copy_there_is_nothing_to_start_with(
    at_hand: BundlesAtHand, database: Database
) -> None:
    version = await version_in_force(at_hand)
    database.away = True
    assert await at_hand.copied() is None
    with pytest.raises(StoreAway):
        await at_hand.bundle(version)


async def test_a_copy_that_cannot_be_made_stops_nobody(at_hand: BundlesAtHand, database: Database) -> None:
    version = await version_in_force(at_hand)
    database.away = True
    await at_hand.remember(version)
    assert await at_hand.copied() is None
