"""The case system that a center has by what its agency brings."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.sample import AGENCY, LIBRARY, named_cases
from tierline.agency import load
from tierline.agency.files import FolderFiles
from tierline.cases_at_start import case_system
from tierline.clock import SystemClock
from tierline.ports.case_system import CaseSystem
from tierline.settings import BadSettings
from tierline.twin.store import MemoryStore

SAMPLE = "sample-cases.yaml"
FILES = {**FolderFiles(LIBRARY), SAMPLE: (AGENCY / SAMPLE).read_bytes()}
RECEIPT = named_cases()[0].receipt


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


async def test_a_secret_that_is_not_there_is_told_before_anybody_calls(tmp_path: Path) -> None:
    systems = b"""
systems:
  - {id: files, kind: http, names: {en: Files, es: Archivos}, url: "https://files.example/{receipt}",
     headers: {Authorization: {secret: files-token}}, fields: {file_office: place}}
"""
    with pytest.raises(BadSettings, match="TIERLINE_SECRET_FILES_TOKEN"):
        async with of({**FILES, "case-systems.yaml": systems}, tmp_path):
            pass


@pytest.mark.parametrize("sample", [None, b"count: many\n", b"cases: [1\n", b"cases: 2026-13-01\n"])
async def test_an_agency_that_brings_none_or_none_that_can_be_read_knows_no_case(
    tmp_path: Path, sample: bytes | None
) -> None:
    files = {name: content for name, content in FILES.items() if name != SAMPLE}
    async with of(files if sample is None else {**files, SAMPLE: sample}, tmp_path) as cases:
        assert await cases.find([RECEIPT]) == []
