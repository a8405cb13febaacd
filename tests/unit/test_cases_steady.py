"""What stands between the port and every adapter, on a virtual clock; and several systems as one."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from tierline.cases.joined import JoinedSystems
from tierline.cases.steady import SteadySystem
from tierline.ports.case_system import (
    AT_EASE,
    Asked,
    CaseRecord,
    CaseSystemAway,
    Source,
)
from tierline.ports.case_systems_file import SampleSystem
from tierline.twin.cases import MemoryCases
from tierline.twin.clock import VirtualClock

NOW = datetime(2026, 11, 30, 14, 2, tzinfo=UTC)
ANA = CaseRecord(
    receipt="EAC2190012345",
    form="I-485",
    status="received",
    status_texts={"en": "<b>Your case</b> was received."},
    applicant="Sample Applicant Ana",
    file_office="newark",
    identity={"alien_number": "A201555101"},
)
SETTINGS = SampleSystem(
    id="files",
    names={"en": "Files"},
    gives=frozenset({"file_office"}),
    timeout_seconds=0.05,
    fresh_seconds=20,
    keep_seconds=600,
    failures=2,
    rest_seconds=15,
)
WHERE = Asked(newest=frozenset({"file_office"}))


class Counting(MemoryCases):
    """Counts how often it is asked."""

    asked = 0

    async def find(self, receipts: Sequence[str], asked: Asked = AT_EASE) -> list[CaseRecord]:
        self.asked += 1
        return await super().find(receipts, asked)


class Steadied:
    def __init__(self, settings: SampleSystem = SETTINGS, *, is_needed: bool = False) -> None:
        self.behind = Counting([ANA])
        self.clock = VirtualClock(NOW)
        self.system = SteadySystem(self.behind, settings, self.clock, is_needed=is_needed)

    def passes(self, seconds: float) -> None:
        self.clock.fire_next(self.clock.now() + timedelta(seconds=seconds))

    async def office(self, asked: Asked = AT_EASE) -> tuple[str, Source]:
        (record,) = await self.system.find([ANA.receipt], asked)
        return record.file_office, record.sources["file_office"]


async def test_only_the_fields_of_the_system_are_taken_each_with_its_source() -> None:
    (record,) = await Steadied().system.find([ANA.receipt])
    source = Source("files", {"en": "Files"}, NOW)
    assert record == CaseRecord(
        receipt=ANA.receipt,
        file_office="newark",
        sources={"receipt": source, "file_office": source},
    )


async def test_that_a_case_is_protected_is_taken_from_whoever_says_it() -> None:
    steadied = Steadied()
    steadied.behind.cases[ANA.receipt] = replace(ANA, flags=frozenset({"protected"}))
    (record,) = await steadied.system.find([ANA.receipt])
    assert record.flags == {"protected"}


async def test_what_is_written_with_markup_comes_as_plain_text() -> None:
    steadied = Steadied(replace(SETTINGS, gives=frozenset({"status", "alien_number"})))
    (record,) = await steadied.system.find([ANA.receipt])
    assert record.status_texts == {"en": "Your case was received."}
    assert record.identity == {"alien_number": "A201555101"}


async def test_an_answer_counts_as_new_for_a_while_whether_there_is_a_case_or_not() -> None:
    steadied = Steadied()
    for receipt in (ANA.receipt, "XXX0000000000") * 2:
        await steadied.system.find([receipt])
    assert steadied.behind.asked == 2
    steadied.passes(20)
    await steadied.system.find([ANA.receipt])
    assert steadied.behind.asked == 3


async def test_a_case_that_moves_in_mid_call_is_found_where_it_is_by_who_has_to_know() -> None:
    steadied = Steadied()
    assert (await steadied.office())[0] == "newark"
    steadied.behind.cases[ANA.receipt] = replace(ANA, file_office="el-paso")
    steadied.passes(5)
    assert (await steadied.office())[0] == "newark"
    assert (await steadied.office(WHERE))[0] == "el-paso"
    assert (await steadied.office())[0] == "el-paso"


async def test_while_it_does_not_answer_what_it_said_before_is_told_with_its_age() -> None:
    steadied = Steadied()
    await steadied.office()
    steadied.behind.away = True
    steadied.passes(60)
    assert await steadied.office() == ("newark", Source("files", {"en": "Files"}, NOW, stale=True))


async def test_what_is_too_old_is_not_told() -> None:
    steadied = Steadied()
    await steadied.office()
    steadied.behind.away = True
    steadied.passes(600)
    with pytest.raises(CaseSystemAway):
        await steadied.office()


async def test_where_it_has_to_be_of_this_moment_nothing_old_is_told() -> None:
    steadied = Steadied()
    await steadied.office()
    steadied.behind.away = True
    with pytest.raises(CaseSystemAway):
        await steadied.office(WHERE)


async def test_a_system_that_takes_too_long_counts_as_away() -> None:
    steadied = Steadied()

    async def forever() -> None:
        await asyncio.Event().wait()

    steadied.behind.delay = forever
    with pytest.raises(CaseSystemAway, match="in time"):
        await steadied.office()


async def test_a_system_that_answers_of_another_person_counts_as_away() -> None:
    steadied = Steadied()
    steadied.behind.nonsense = True
    with pytest.raises(CaseSystemAway, match="nobody asked for"):
        await steadied.office()


async def test_a_system_that_fails_again_and_again_is_left_alone_and_tried_later() -> None:
    steadied = Steadied()
    steadied.behind.away = True
    for _ in range(5):
        with pytest.raises(CaseSystemAway):
            await steadied.office()
    assert steadied.behind.asked == 2
    assert steadied.system.unanswered().since == NOW
    steadied.behind.away = False
    steadied.passes(15)
    assert (await steadied.office())[0] == "newark"


async def test_of_several_systems_each_says_its_part_and_the_first_counts() -> None:
    status = Steadied(replace(SETTINGS, id="status", gives=frozenset({"status", "form"})))
    files = Steadied(replace(SETTINGS, id="files", gives=frozenset({"file_office", "form"})))
    files.behind.cases[ANA.receipt] = replace(ANA, form="I-90")
    (record,) = await JoinedSystems([status.system, files.system]).find([ANA.receipt])
    assert (record.form, record.status, record.file_office) == ("I-485", "received", "newark")
    assert {field: source.system for field, source in record.sources.items()} == {
        "receipt": "status",
        "form": "status",
        "status": "status",
        "file_office": "files",
    }


async def test_one_that_fails_leaves_the_others_and_is_named() -> None:
    status = Steadied(replace(SETTINGS, id="status", gives=frozenset({"status"})))
    files = Steadied()
    files.behind.away = True
    (record,) = await JoinedSystems([status.system, files.system]).find([ANA.receipt])
    assert (record.status, record.file_office) == ("received", "")
    assert [(away.system, away.since) for away in record.unanswered] == [("files", NOW)]


async def test_without_a_needed_system_nothing_is_told() -> None:
    people = Steadied(replace(SETTINGS, id="people", gives=frozenset({"applicant"})), is_needed=True)
    people.behind.away = True
    with pytest.raises(CaseSystemAway):
        await JoinedSystems([people.system, Steadied().system]).find([ANA.receipt])


async def test_a_case_that_the_needed_system_does_not_know_is_none() -> None:
    people = Steadied(replace(SETTINGS, id="people", gives=frozenset({"applicant"})), is_needed=True)
    people.behind.cases.clear()
    assert await JoinedSystems([people.system, Steadied().system]).find([ANA.receipt]) == []


async def test_where_the_place_has_to_be_known_the_system_that_knows_it_has_to_answer() -> None:
    status = Steadied(replace(SETTINGS, id="status", gives=frozenset({"status"})))
    files = Steadied()
    systems = JoinedSystems([status.system, files.system])
    files.behind.away = True
    with pytest.raises(CaseSystemAway):
        await systems.find([ANA.receipt], WHERE)
    files.behind.away, status.behind.away = False, True
    assert len(await systems.find([ANA.receipt], WHERE)) == 1


async def test_a_system_for_officers_is_not_asked_in_a_call_of_tier_1() -> None:
    files = Steadied(replace(SETTINGS, asked_for=frozenset({"officer"})))
    status = Steadied(replace(SETTINGS, id="status", gives=frozenset({"status"})))
    systems = JoinedSystems([status.system, files.system])
    (of_tier_1,) = await systems.find([ANA.receipt], Asked(role="csr"))
    assert (of_tier_1.file_office, files.behind.asked) == ("", 0)
    (of_an_officer,) = await systems.find([ANA.receipt], Asked(role="officer"))
    assert of_an_officer.file_office == "newark"
    (of_the_rules,) = await systems.find([ANA.receipt])
    assert of_the_rules.file_office == "newark"


async def test_when_none_answers_nothing_is_known() -> None:
    status, files = Steadied(), Steadied()
    status.behind.away = files.behind.away = True
    with pytest.raises(CaseSystemAway):
        await JoinedSystems([status.system, files.system]).find([ANA.receipt])
