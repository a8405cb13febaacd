"""What a center begins with: what is published, and in a trial the folder as it is now."""

import asyncio
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.sample import LIBRARY
from tierline.agency import BadAgency, load
from tierline.agency.bundle import version_of
from tierline.agency.files import FolderFiles
from tierline.ports.editions import EditionUnusable
from tierline.publishing.starting import edition_at_start
from tierline.twin.editions import WrittenEditions
from tierline.twin.store import MemoryStore

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


class Starts:
    """One state folder, and what each start on it says."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bundles = MemoryStore().bundles
        self.editions = WrittenEditions(self.bundles)
        self.said: list[str] = []

    def start(self, *, trial: bool = True) -> str:
        self.said = []
        starting = edition_at_start(
            self.bundles, self.editions, self.folder, trial=trial, now=NOW, say=self.said.append
        )
        return asyncio.run(starting).version

    def change(self, file: str = "closures.yaml", content: str = "closures: [] # changed\n") -> None:
        (self.folder / file).write_text(content)

    def publications(self) -> list[str]:
        return [made.version for made in asyncio.run(self.bundles.publications())]


@pytest.fixture
def starts(tmp_path: Path) -> Starts:
    shutil.copytree(LIBRARY, tmp_path / "agency")
    return Starts(tmp_path / "agency")


@pytest.mark.parametrize("trial", [True, False])
def test_the_first_start_publishes_the_folder(starts: Starts, trial: bool) -> None:
    assert starts.start(trial=trial) == load(LIBRARY).version
    assert "published" in starts.said[0]
    assert starts.start(trial=trial) == load(LIBRARY).version
    assert (starts.said, len(starts.publications())) == ([], 1)


def test_a_trial_publishes_a_folder_that_has_changed_and_says_so(starts: Starts) -> None:
    first = starts.start()
    starts.change()
    second = starts.start()
    assert starts.publications() == [second, first]
    assert "(closures.yaml)" in starts.said[0]


def test_a_live_center_only_mentions_a_folder_that_has_changed(starts: Starts) -> None:
    first = starts.start()
    starts.change()
    assert starts.start(trial=False) == first
    assert starts.publications() == [first]
    assert "differs" in starts.said[0]
    assert "tierline publish" in starts.said[1]


def test_a_live_center_starts_without_the_folder(starts: Starts) -> None:
    first = starts.start()
    shutil.rmtree(starts.folder)
    assert starts.start(trial=False) == first


def test_a_trial_with_a_bad_folder_says_what_is_wrong_and_does_not_start(starts: Starts) -> None:
    starts.start()
    starts.change("tiers.yaml", "tiers: 3\n")
    with pytest.raises(BadAgency, match=r"agency/tiers\.yaml:1: tiers"):
        starts.start()
    assert len(starts.publications()) == 1


def test_a_trial_says_what_the_checker_finds_and_starts(starts: Starts) -> None:
    starts.start()
    starts.change("holiday.yaml", "days: []\n")
    assert starts.start() != load(LIBRARY).version
    assert [line for line in starts.said if "holiday.yaml:1: nothing reads this file" in line]


def test_a_folder_in_force_is_not_looked_at_again(starts: Starts) -> None:
    starts.change("holiday.yaml", "days: []\n")
    first = starts.start()
    assert starts.said
    assert starts.start() == first
    assert (starts.said, starts.publications()) == ([], [first])


def test_a_folder_in_force_that_this_program_cannot_read_does_not_start_a_trial(starts: Starts) -> None:
    starts.start()
    starts.change("tiers.yaml", "tiers: 3\n")
    folder = FolderFiles(starts.folder)
    asyncio.run(starts.bundles.keep(version_of(folder), folder))
    asyncio.run(starts.bundles.publish(version_of(folder), at=NOW, by="another program", note=""))
    with pytest.raises(BadAgency, match=r"agency/tiers\.yaml:1: tiers"):
        starts.start()


def test_a_live_center_does_not_begin_with_what_the_checker_finds(starts: Starts) -> None:
    starts.change("holiday.yaml", "days: []\n")
    with pytest.raises(BadAgency, match=r"agency/holiday\.yaml:1: nothing reads this file"):
        starts.start(trial=False)
    assert starts.publications() == []


def test_a_published_version_that_this_program_cannot_read_gives_way_to_the_one_before(
    starts: Starts,
) -> None:
    first = starts.start()
    asyncio.run(starts.bundles.keep("newer", {"agency.yaml": b"?"}))
    asyncio.run(starts.bundles.publish("newer", at=NOW, by="a newer program", note=""))
    assert starts.start(trial=False) == first
    assert "version newer cannot be used" in starts.said[-1]


def test_where_no_version_can_be_read_nothing_starts(starts: Starts) -> None:
    asyncio.run(starts.bundles.keep("newer", {"agency.yaml": b"?"}))
    asyncio.run(starts.bundles.publish("newer", at=NOW, by="a newer program", note=""))
    with pytest.raises(EditionUnusable, match=r"agency\.yaml"):
        starts.start(trial=False)
