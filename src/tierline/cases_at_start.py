"""Wires the case systems that the agency's folder describes, at the start of a center."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path

import structlog

from tierline.cases.nothing import NoCases
from tierline.cases.opening import joined_systems
from tierline.cases.sample import SampleCaseSystem, write_cases
from tierline.cases.sample_file import BadSample, sample_from
from tierline.cases.secrets import SecretMissing, Secrets
from tierline.ports.agency import Agency
from tierline.ports.bundles import Bundles
from tierline.ports.case_system import CaseSystem
from tierline.ports.case_systems_file import CaseSystemsFile, SampleSystem, without_which_nothing
from tierline.ports.clock import Clock
from tierline.publishing.kept import bundle_of, file_of
from tierline.settings import BadSettings

log = structlog.get_logger()

SAMPLE = "sample-cases.yaml"


@asynccontextmanager
async def case_system(bundles: Bundles, agency: Agency, var: Path, clock: Clock) -> AsyncIterator[CaseSystem]:
    """Those of `case-systems.yaml`; of an agency without it the sample cases alone, where it brings any.
    Raises BadSettings for a secret that is not there."""
    written = await file_of(bundles, await bundle_of(bundles, agency.version), SAMPLE)
    file = agency.case_systems if agency.case_systems.systems else _the_sample(agency)
    needed = without_which_nothing(agency.verification)
    try:
        async with joined_systems(file, needed, _sample(written, agency, var), Secrets(var), clock) as joined:
            yield joined
    except SecretMissing as missing:
        raise BadSettings(f"case-systems.yaml: {missing}") from missing


def _the_sample(agency: Agency) -> CaseSystemsFile:
    names = {"en": "Case system", "es": "Sistema de casos"}
    gives = frozenset({"flags", *agency.entitlements.fields})
    return CaseSystemsFile((SampleSystem(id="sample", names=names, gives=gives),))


def _sample(written: bytes | None, agency: Agency, var: Path) -> Callable[[], CaseSystem]:
    """Made anew at each start, once for all systems that are parts of it; one that knows nothing where there
    is none, or none that can be read."""
    path = var / "sample-cases.db"

    @cache
    def sample() -> CaseSystem:
        if written is None:
            return NoCases()
        try:
            write_cases(path, sample_from(written, SAMPLE), agency.directory.offices)
        except (BadSample, KeyError) as unusable:
            log.error("the sample cases cannot be used: no case is known", why=str(unusable))
            return NoCases()
        return SampleCaseSystem(path)

    return sample
