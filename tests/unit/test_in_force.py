"""Editions are kept as long as a call needs them, and a few more."""

from datetime import UTC, datetime

import msgspec

from tests.sample import AGENCY, load_agency
from tierline.agency import Messages
from tierline.calls.names import AgentId
from tierline.desk.in_force import InForce
from tierline.ports.editions import Edition
from tierline.scripts.library import Entry
from tierline.scripts.wording import Wording, scripted
from tierline.twin.prompts import WrittenPrompts

PROMPTS = WrittenPrompts(Messages(AGENCY / "prompts"))


def edition(version: str) -> Edition:
    return Edition(msgspec.structs.replace(load_agency(), version=version), PROMPTS)


def test_an_edition_that_a_call_needs_is_kept_whatever_is_published_after_it() -> None:
    in_force = InForce(edition("v0"))
    for number in range(1, 20):
        in_force.publish(edition(f"v{number}"))
        in_force.begin_with(in_force.newest)
        in_force.let_go({"v0", "v5"})
    assert in_force.pinned("v0").version == "v0"
    assert in_force.pinned("v5").version == "v5"
    assert [number for number in range(20) if in_force.has(f"v{number}")] == [0, 5, 16, 17, 18, 19]


def test_calls_begin_with_an_edition_only_when_it_is_prepared() -> None:
    in_force = InForce(edition("v0"))
    in_force.publish(edition("v1"))
    assert (in_force.newest.version, in_force.begins_with.version) == ("v1", "v0")
    for number in range(2, 9):
        in_force.publish(edition(f"v{number}"))
        in_force.let_go(set())
    assert in_force.pinned("v0") is in_force.begins_with


def test_the_prepared_one_stands_in_for_an_edition_that_could_not_be_loaded() -> None:
    assert InForce(edition("v0")).pinned("lost").version == "v0"


def approved(version: int) -> Entry:
    made = scripted(
        Wording(titles={"en": "Travel"}, texts={"en": "You may travel."}),
        id="travel",
        version=version,
        author=AgentId("ada"),
        approver=AgentId("paul"),
        at=datetime(2026, 11, 24, tzinfo=UTC),
    )
    return Entry(id="travel", versions=(made,))


def versions(in_force: InForce) -> list[int]:
    return [script.version for script in in_force.newest.agency.scripts if script.id == "travel"]


def test_the_library_lies_over_every_edition_that_is_published_and_pins_none() -> None:
    in_force = InForce(edition("v0"))
    in_force.shelve([approved(1)], 1)
    assert versions(in_force) == [1]
    in_force.publish(edition("v1"))
    assert (versions(in_force), in_force.newest.version) == ([1], "v1")
    in_force.shelve([approved(2)], 2)
    assert (versions(in_force), in_force.newest.version) == ([2], "v1")
    assert "travel" not in [script.id for script in in_force.pinned("v1").agency.scripts]


def test_what_came_to_the_library_is_to_be_indexed_once() -> None:
    in_force = InForce(edition("v0"))
    in_force.shelve([approved(1)], 1)
    for script in in_force.unindexed():
        in_force.script_index.add(script)
    assert list(in_force.unindexed()) == []
    assert in_force.script_index.search("travel") == {("travel", 1): 16}
