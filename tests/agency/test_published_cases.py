"""The case system that a center has by what its agency brings."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest

from tests.sample import AGENCY, LIBRARY, named_cases
from tests.telephony.until import until
from tierline.agency import load
from tierline.agency.files import FolderFiles
from tierline.clock import SystemClock
from tierline.ports.bundles import Bundles
from tierline.ports.case_system import AT_EASE, Asked, CaseRecord, CaseSystem
from tierline.ports.case_systems_file import NO_CASE_SYSTEMS
from tierline.published_cases import Connected, Described, PublishedCases, case_system
from tierline.settings import BadSettings
from tierline.twin.store import MemoryStore

SAMPLE = "sample-cases.yaml"
FILES = {**FolderFiles(LIBRARY), SAMPLE: (AGENCY / SAMPLE).read_bytes()}
RECEIPT = named_cases()[0].receipt
WITH_A_SECRET = b"""
systems:
  - {id: files, kind: http, names: {en: Files, es: Archivos}, url: "https://files.example/{receipt}",
     headers: {Authorization: {secret: files-token}}, fields: {file_office: place}}
"""


class SlowCases(CaseSystem):
    """Answers when the test says so."""

    def __init__(self) -> None:
        self.asked, self.answers = asyncio.Event(), asyncio.Event()

    async def find(self, receipts: Sequence[str], asked: Asked = AT_EASE) -> list[CaseRecord]:
        self.asked.set()
        await self.answers.wait()
        return []


@asynccontextmanager
async def of(files: dict[str, bytes], var: Path) -> AsyncIterator[CaseSystem]:
    bundles, agency = MemoryStore().bundles, load(files)
    await bundles.keep(agency.version, files)
    async with case_system(bundles, agency, var, SystemClock()) as cases:
        yield cases


async def test_an_agency_that_brings_sample_cases_has_them(tmp_path: Path) -> None:
    async with of(FILES, tmp_path) as cases:
        assert [case.receipt for case in await cases.find([RECEIPT])] == [RECEIPT]


async def test_the_sample_agency_has_three_systems_of_which_each_says_its_part(tmp_path: Path) -> None:
    async with of(dict(FolderFiles(AGENCY)), tmp_path) as cases:
        (case,) = await cases.find([RECEIPT])
    by = {field: source.system for field, source in case.sources.items()}
    assert (by["applicant"], by["status"], by["file_office"]) == (
        "case-management",
        "case-status",
        "file-tracking",
    )


async def knows(cases: CaseSystem, receipt: str) -> bool:
    """At once."""
    with suppress(TimeoutError):
        async with asyncio.timeout(0.1):
            return bool(await cases.find([receipt]))
    return False


async def publish(cases: PublishedCases, bundles: Bundles, files: dict[str, bytes]) -> None:
    agency = load(files)
    await bundles.keep(agency.version, files)
    await cases.take_up(agency)


async def test_a_version_with_other_systems_is_asked_as_soon_as_it_is_published(tmp_path: Path) -> None:
    bundles = MemoryStore().bundles
    without = {name: content for name, content in FILES.items() if name != SAMPLE}
    await bundles.keep(load(without).version, without)
    async with case_system(bundles, load(without), tmp_path, SystemClock()) as cases:
        assert await cases.find([RECEIPT]) == []
        await publish(cases, bundles, FILES)
        assert [case.receipt for case in await cases.find([RECEIPT])] == [RECEIPT]


async def test_a_version_whose_secret_is_not_there_leaves_the_systems_of_before(tmp_path: Path) -> None:
    bundles = MemoryStore().bundles
    await bundles.keep(load(FILES).version, FILES)
    async with case_system(bundles, load(FILES), tmp_path, SystemClock()) as cases:
        await publish(cases, bundles, {**FILES, "case-systems.yaml": WITH_A_SECRET})
        assert [case.receipt for case in await cases.find([RECEIPT])] == [RECEIPT]


async def test_what_was_asked_of_the_systems_of_before_is_answered_before_they_are_let_go(
    tmp_path: Path,
) -> None:
    closed = asyncio.Event()

    async def close() -> None:
        closed.set()

    slow = SlowCases()
    described = Described(NO_CASE_SYSTEMS, frozenset(), None, ())
    bundles = MemoryStore().bundles
    cases = PublishedCases(bundles, tmp_path, SystemClock(), Connected(described, slow, close))
    asked = asyncio.create_task(cases.find([RECEIPT]))
    await slow.asked.wait()
    taken_up = asyncio.create_task(publish(cases, bundles, FILES))
    await until(lambda: knows(cases, RECEIPT))
    assert not closed.is_set()
    slow.answers.set()
    assert await asked == []
    await taken_up
    assert closed.is_set()
    await cases.close()


async def test_a_secret_that_is_not_there_is_told_before_anybody_calls(tmp_path: Path) -> None:
    with pytest.raises(BadSettings, match="TIERLINE_SECRET_FILES_TOKEN"):
        async with of({**FILES, "case-systems.yaml": WITH_A_SECRET}, tmp_path):
            pass


@pytest.mark.parametrize("sample", [None, b"count: many\n", b"cases: [1\n", b"cases: 2026-13-01\n"])
async def test_an_agency_that_brings_none_or_none_that_can_be_read_knows_no_case(
    tmp_path: Path, sample: bytes | None
) -> None:
    files = {name: content for name, content in FILES.items() if name != SAMPLE}
    async with of(files if sample is None else {**files, SAMPLE: sample}, tmp_path) as cases:
        assert await cases.find([RECEIPT]) == []
