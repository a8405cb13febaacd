"""The sample agency, as tests of every layer use it."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import msgspec
import yaml

from tierline.agency import load
from tierline.cases.sample_data import SampleCases
from tierline.ports.agency import Agency
from tierline.ports.case_system import CaseRecord

AGENCY = Path(__file__).parents[1] / "agencies" / "uscis"
CITY = AGENCY.parent / "city311"
"""The other sample agency, a tenth of its size."""
LIBRARY = Path(__file__).parent / "broken" / "base"
"""A sound agency, as small as one can be: for what does not depend on what an agency says."""
A_MONDAY_MORNING = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
"""10 in the morning in New York: every tier is open."""


@cache
def load_agency() -> Agency:
    return load(AGENCY)


@cache
def named_cases() -> tuple[CaseRecord, ...]:
    """Those with a name in `sample-cases.yaml`, which tests may rely on."""
    written = yaml.safe_load((AGENCY / "sample-cases.yaml").read_text("utf-8"))
    sample = msgspec.convert(written, type=SampleCases)
    return tuple(sample.record(case) for case in sample.cases)
