"""Wires the case systems that the agency's folder describes: at the start of a center, and anew where another
version of it that is published has others."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from functools import cache
from pathlib import Path

import msgspec
import structlog

from tierline.cases.nothing import NoCases
from tierline.cases.opening import joined_systems
from tierline.cases.sample import SampleCaseSystem, write_cases
from tierline.cases.sample_file import BadSample, sample_from
from tierline.cases.secrets import SecretMissing, Secrets
from tierline.offices.office import Office
from tierline.ports.agency import Agency
from tierline.ports.bundles import Bundles, UnknownBundle
from tierline.ports.case_system import AT_EASE, Act, Asked, CaseRecord, CaseSystem
from tierline.ports.case_systems_file import CaseSystemsFile, SampleSystem, without_which_nothing
from tierline.ports.clock import Clock
from tierline.ports.store import StoreAway
from tierline.publishing.kept import Damaged, bundle_of, file_of
from tierline.settings import BadSettings

log = structlog.get_logger()

SAMPLE = "sample-cases.yaml"


@asynccontextmanager
async def case_system(
    bundles: Bundles, agency: Agency, var: Path, clock: Clock
) -> AsyncIterator["PublishedCases"]:
    """Those of `case-systems.yaml`; of an agency without it the sample cases alone, where it brings any.
    Raises BadSettings for a secret that is not there."""
    first = await _connected(await _described(bundles, agency), var, clock)
    cases = PublishedCases(bundles, var, clock, first)
    try:
        yield cases
    finally:
        await cases.close()


class Described(msgspec.Struct, frozen=True):
    """By what the systems of two versions of an agency differ."""

    file: CaseSystemsFile
    needed: frozenset[str]
    sample: bytes | None
    offices: tuple[Office, ...]


class Connected:
    """Systems that are let go once they have answered what they were asked."""

    def __init__(
        self, described: Described, system: CaseSystem, close: Callable[[], Awaitable[None]]
    ) -> None:
        self.described = described
        self._system = system
        self._close = close
        self._asked = 0
        self._unasked = asyncio.Event()
        self._unasked.set()

    @asynccontextmanager
    async def system(self) -> AsyncIterator[CaseSystem]:
        self._asked += 1
        self._unasked.clear()
        try:
            yield self._system
        finally:
            self._asked -= 1
            if not self._asked:
                self._unasked.set()

    async def let_go(self) -> None:
        await self._unasked.wait()
        await self._close()


class PublishedCases(CaseSystem):
    """The systems of the version that was taken up last."""

    def __init__(self, bundles: Bundles, var: Path, clock: Clock, first: Connected) -> None:
        self._bundles = bundles
        self._var = var
        self._clock = clock
        self._now = first
        self._turn = asyncio.Lock()

    async def find(self, receipts: Sequence[str], asked: Asked = AT_EASE) -> list[CaseRecord]:
        async with self._now.system() as system:
            return await system.find(receipts, asked)

    async def act(self, act: Act) -> str:
        async with self._now.system() as system:
            return await system.act(act)

    async def take_up(self, agency: Agency) -> None:
        """Connects the systems of this version, unless they are those of before. Where they cannot be, those
        of before go on, and the log says why."""
        async with self._turn:
            try:
                described = await _described(self._bundles, agency)
                if described == self._now.described:
                    return
                before, self._now = self._now, await _connected(described, self._var, self._clock)
            except (BadSettings, UnknownBundle, Damaged, StoreAway) as failed:
                log.error("the case systems stay as before", version=agency.version, why=str(failed))
                return
            log.info("the case systems of a new version are asked", version=agency.version)
            await before.let_go()

    async def close(self) -> None:
        await self._now.let_go()


async def _described(bundles: Bundles, agency: Agency) -> Described:
    """Raises UnknownBundle, Damaged, StoreAway."""
    return Described(
        file=agency.case_systems if agency.case_systems.systems else _the_sample(agency),
        needed=without_which_nothing(agency.verification),
        sample=await file_of(bundles, await bundle_of(bundles, agency.version), SAMPLE),
        offices=tuple(agency.directory.offices),
    )


async def _connected(described: Described, var: Path, clock: Clock) -> Connected:
    """Raises BadSettings."""
    sample = _sample(described, var)
    if any(isinstance(system, SampleSystem) for system in described.file.systems):
        await asyncio.to_thread(sample)  # it is written to the disk, and calls go on meanwhile
    joined = joined_systems(described.file, described.needed, sample, Secrets(var), clock)
    async with AsyncExitStack() as stack:
        try:
            system = await stack.enter_async_context(joined)
        except SecretMissing as missing:
            raise BadSettings(f"case-systems.yaml: {missing}") from missing
        return Connected(described, system, stack.pop_all().aclose)


def _the_sample(agency: Agency) -> CaseSystemsFile:
    names = {"en": "Case system", "es": "Sistema de casos"}
    gives = frozenset({"flags", *agency.entitlements.fields})
    return CaseSystemsFile((SampleSystem(id="sample", names=names, gives=gives),))


def _sample(described: Described, var: Path) -> Callable[[], CaseSystem]:
    """Made anew whenever systems are connected, once for all that are parts of it; one that knows nothing
    where there is none, or none that can be read."""
    path = var / "sample-cases.db"

    @cache
    def sample() -> CaseSystem:
        if described.sample is None:
            return NoCases()
        try:
            write_cases(path, sample_from(described.sample, SAMPLE), described.offices)
        except (BadSample, KeyError) as unusable:
            log.error("the sample cases cannot be used: no case is known", why=str(unusable))
            return NoCases()
        return SampleCaseSystem(path)

    return sample
