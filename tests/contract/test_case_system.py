"""What every case system does, the one in memory too."""

import asyncio
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.contract.case_systems import EVERY, NAMED, OFFICES, SAMPLE, WHOLE, WRITTEN, as_said, case_system
from tests.sample_agency import read
from tierline.cases.made_up import made_up
from tierline.cases.sample import write_cases
from tierline.ivr.receipts import ReceiptPrefixes, readings
from tierline.ports.case_system import Act, ByHand, CaseSystem, CaseSystemAway
from tierline.twin.cases import MemoryCases

PREFIXES = read("receipts.yaml", ReceiptPrefixes)


@pytest.fixture(params=EVERY)
async def cases(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[CaseSystem]:
    async with case_system(request.param, tmp_path) as system:
        yield system


@pytest.fixture(params=WHOLE)
async def whole(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[CaseSystem]:
    async with case_system(request.param, tmp_path) as system:
        yield system


@pytest.fixture(params=EVERY)
async def away(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[CaseSystem]:
    async with case_system(request.param, tmp_path, away=True) as system:
        yield system


async def test_what_is_known_of_a_case_is_the_same_whichever_system_says_it(cases: CaseSystem) -> None:
    (ana,) = await cases.find(["EAC2190012345"])
    assert (ana.form, ana.received, ana.updated) == ("I-130", date(2025, 6, 18), date(2026, 10, 5))
    assert ana.status_texts == NAMED[0].status_texts
    assert ana.next_steps.keys() == {"en", "es"}
    assert ana.status


async def test_a_case_is_found_whole_by_its_receipt_number(whole: CaseSystem) -> None:
    found = {record.receipt: as_said(record) for record in await whole.find([c.receipt for c in NAMED])}
    for case in NAMED:
        expected = {**found[case.receipt].identity, "alien_number": case.identity["alien_number"]}
        assert found[case.receipt].identity == expected
        assert found[case.receipt].flags == case.flags
        for field in ("applicant", "date_of_birth", "zip", "email", "representative"):
            assert getattr(found[case.receipt], field) == getattr(case, field)
        for field in ("file_office", "processing_office", "normal_months", "status", "next_steps"):
            assert getattr(found[case.receipt], field) == getattr(case, field)


async def test_cases_come_in_the_order_asked_for_and_each_once(cases: CaseSystem) -> None:
    asked = ["TSC2110054321", "EAC2190012345", "XXX0000000000", "TSC2110054321"]
    assert [case.receipt for case in await cases.find(asked)] == ["TSC2110054321", "EAC2190012345"]


async def test_nothing_is_found_for_no_numbers_or_for_strange_ones(cases: CaseSystem) -> None:
    assert await cases.find([]) == []
    assert await cases.find(["", "-", "%", "EAC%", "' OR 1=1 --", "../oauth", "EAC/2190012345"]) == []


async def test_two_cases_fit_the_same_keys(cases: CaseSystem) -> None:
    found = await cases.find(readings("8722110054321", PREFIXES))
    assert {case.receipt for case in found} == {"VSC2110054321", "TSC2110054321"}


async def test_of_two_cases_that_fit_the_same_keys_one_may_be_protected(whole: CaseSystem) -> None:
    found = await whole.find(readings("6722112067890", PREFIXES))
    assert {case.receipt: case.flags for case in found} == {
        "MSC2112067890": {"protected"},
        "NSC2112067890": frozenset(),
    }


async def test_a_slow_system_answers_the_same(cases: CaseSystem) -> None:
    asked = ["EAC2190012345", "XXX0000000000"]
    at_once = await cases.find(asked)
    if isinstance(cases, MemoryCases):
        cases.delay = lambda: asyncio.sleep(0)
    assert await cases.find(asked) == at_once


async def test_a_system_that_does_not_answer_says_so(away: CaseSystem) -> None:
    with pytest.raises(CaseSystemAway):
        await away.find(["EAC2190012345"])


@pytest.fixture(params=WRITTEN)
async def taking(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[CaseSystem]:
    async with case_system(request.param, tmp_path) as system:
        yield system


ACT = Act(system="cases", action="reissue", receipt="EAC2190012345", key="act-1", note="lost in the mail")


async def test_what_is_done_is_confirmed_by_a_number_and_done_once_for_one_key(taking: CaseSystem) -> None:
    assert await taking.act(ACT) == "D-1"
    assert await taking.act(replace(ACT, key="act-2")) == "D-2"
    assert await taking.act(ACT) == "D-1"


async def test_a_system_that_takes_nothing_says_that_it_is_done_by_hand(tmp_path: Path) -> None:
    for kind in ("sample", "case-status-api"):
        async with case_system(kind, tmp_path) as system:
            with pytest.raises(ByHand):
                await system.act(ACT)


@pytest.mark.parametrize("kind", ["http", "steadied", "joined"])
async def test_an_action_that_is_not_written_is_done_by_hand(kind: str, tmp_path: Path) -> None:
    async with case_system(kind, tmp_path) as system:
        for action in ("by-hand", "unheard-of"):
            with pytest.raises(ByHand):
                await system.act(replace(ACT, action=action))


@pytest.mark.parametrize("kind", WRITTEN)
async def test_while_it_does_not_answer_nobody_knows_whether_it_was_done(kind: str, tmp_path: Path) -> None:
    async with case_system(kind, tmp_path, away=True) as system:
        with pytest.raises(CaseSystemAway):
            await system.act(ACT)


def test_the_sample_has_every_form_and_status_and_kind_of_place() -> None:
    made = list(made_up(SAMPLE, OFFICES))
    kinds = {office.id: office.kind for office in OFFICES} | {"electronic": "electronic"}
    assert {case.form for case in made} == {form.form for form in SAMPLE.forms}
    assert {case.status for case in made} == {status.id for status in SAMPLE.statuses}
    assert {kinds[case.file_office] for case in made} == {*kinds.values()} - {"appeals"}
    assert {bool(case.flags) for case in made} == {True, False}


def test_the_sample_is_the_same_every_time_and_no_number_comes_twice() -> None:
    made = list(made_up(SAMPLE, OFFICES))
    assert made == list(made_up(SAMPLE, OFFICES))
    assert len({case.receipt for case in (*SAMPLE.cases, *made)}) == SAMPLE.count + len(SAMPLE.cases)


def test_every_sample_case_can_be_keyed_and_its_people_are_marked_as_invented() -> None:
    for case in (*SAMPLE.cases, *made_up(SAMPLE, OFFICES)):
        assert case.receipt in readings(case.receipt, PREFIXES)
        assert case.applicant.startswith("Sample Applicant")
        assert case.received <= case.updated


def test_the_file_is_written_anew_while_readers_go_on(tmp_path: Path) -> None:
    path = tmp_path / "cases.sqlite"
    write_cases(path, SAMPLE, OFFICES)
    write_cases(path, SAMPLE, OFFICES)
    assert [found.name for found in tmp_path.iterdir()] == ["cases.sqlite"]
