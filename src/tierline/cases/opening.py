"""The case system that the agency's settings describe: each by its adapter, steadied, and joined into one."""

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from typing import assert_never

import httpx

from tierline.cases.case_status import CaseStatusApi
from tierline.cases.http_json import HttpCases
from tierline.cases.joined import JoinedSystems
from tierline.cases.over_http import client
from tierline.cases.secrets import Secrets
from tierline.cases.steady import SteadySystem
from tierline.ports.case_system import CaseSystem
from tierline.ports.case_systems_file import (
    AnySystem,
    CaseStatusSystem,
    CaseSystemsFile,
    HttpSystem,
    SampleSystem,
)
from tierline.ports.clock import Clock

Sample = Callable[[], CaseSystem]


@asynccontextmanager
async def joined_systems(
    file: CaseSystemsFile, needed: frozenset[str], sample: Sample, secrets: Secrets, clock: Clock
) -> AsyncIterator[CaseSystem]:
    """A system that gives any of the fields `needed` has to answer, or nothing is told of any case. Raises
    SecretMissing."""
    async with AsyncExitStack() as stack:
        joined = []
        for system in file.systems:
            # Each has connections of its own, or one that is silent would come to hold those of all.
            http = await stack.enter_async_context(client())
            adapter = _adapter(system, sample, secrets, clock, http)
            joined.append(SteadySystem(adapter, system, clock, is_needed=bool(system.gives & needed)))
        yield JoinedSystems(joined)


def _adapter(
    system: AnySystem, sample: Sample, secrets: Secrets, clock: Clock, http: httpx.AsyncClient
) -> CaseSystem:
    match system:
        case SampleSystem():
            return sample()
        case CaseStatusSystem():
            return CaseStatusApi(system, secrets, clock, http)
        case HttpSystem():
            return HttpCases(system, secrets, http)
        case _:
            assert_never(system)
