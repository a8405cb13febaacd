"""The golden cases of every sample agency hold, and reach every step of its flow."""

from pathlib import Path

import pytest

from tests.sample import AGENCY
from tierline.twin.folder import Folder
from tierline.twin.golden.case_file import read_cases
from tierline.twin.golden.cover import cover
from tierline.twin.golden.running import run

AGENCIES = sorted(folder for folder in AGENCY.parent.iterdir() if folder.is_dir())


@pytest.mark.parametrize("path", AGENCIES, ids=[folder.name for folder in AGENCIES])
def test_every_golden_case_of_a_sample_agency_passes_and_together_they_reach_every_step(path: Path) -> None:
    folder = Folder(path)
    results = list(run(folder, read_cases(folder)))
    assert {result.ready.case.name: result.failures for result in results if not result.passed} == {}
    reached = cover(folder.agency.flow, [result.walked for result in results])
    assert [step for file in reached.files for step in file.steps_missed] == []
