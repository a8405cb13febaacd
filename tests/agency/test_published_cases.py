"""The case system that a center has by what its agency brings."""

from pathlib import Path

import pytest

from tests.sample import AGENCY, LIBRARY, named_cases
from tierline.agency import load
from tierline.agency.files import FolderFiles
from tierline.ports.case_system import CaseSystem
from tierline.published import case_system
from tierline.twin.store import MemoryStore

SAMPLE = "sample-cases.yaml"
FILES = {**FolderFiles(LIBRARY), SAMPLE: (AGENCY / SAMPLE).read_bytes()}
RECEIPT = named_cases()[0].receipt


async def of(files: dict[str, bytes], var: Path) -> CaseSystem:
    bundles, agency = MemoryStore().bundles, load(files)
    await bundles.keep(agency.version, files)
    return await case_system(bundles, agency, var)


async def test_an_agency_that_brings_sample_cases_has_them(tmp_path: Path) -> None:
    cases = await of(FILES, tmp_path)
    assert [case.receipt for case in await cases.find([RECEIPT])] == [RECEIPT]


@pytest.mark.parametrize("sample", [None, b"count: many\n", b"cases: [1\n", b"cases: 2026-13-01\n"])
async def test_an_agency_that_brings_none_or_none_that_can_be_read_knows_no_case(
    tmp_path: Path, sample: bytes | None
) -> None:
    files = {name: content for name, content in FILES.items() if name != SAMPLE}
    cases = await of(files if sample is None else {**files, SAMPLE: sample}, tmp_path)
    assert await cases.find([RECEIPT]) == []
