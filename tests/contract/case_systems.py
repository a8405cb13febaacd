"""Every way there is to ask about cases, the one in memory too, each of the same named cases."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from msgspec.structs import replace

from tests.gateways.case_files import TOKEN, case_files
from tests.gateways.case_status_api import ID, SECRET, as_the_api_writes, case_status_api
from tests.sample_agency import read
from tierline.cases.case_status import CaseStatusApi
from tierline.cases.http_json import HttpCases
from tierline.cases.joined import JoinedSystems
from tierline.cases.over_http import client
from tierline.cases.sample import SampleCaseSystem, write_cases
from tierline.cases.sample_data import SampleCases
from tierline.cases.secrets import Secrets
from tierline.cases.steady import SteadySystem
from tierline.clock import SystemClock
from tierline.offices.office import OfficesFile
from tierline.ports.case_system import CaseRecord, CaseSystem
from tierline.ports.case_systems_file import SampleSystem, SystemAction, Writing
from tierline.staff.entitlement import EntitlementsFile
from tierline.twin.cases import MemoryCases

SAMPLE = read("sample-cases.yaml", SampleCases)
OFFICES = read("offices.yaml", OfficesFile).offices
NAMED = tuple(SAMPLE.record(case) for case in SAMPLE.cases)
FIELDS = frozenset(read("entitlements.yaml", EntitlementsFile).fields)

WHOLE = ("twin", "sample", "http", "steadied", "joined")
"""Those that know all of a case."""

WRITTEN = ("twin", "http", "steadied", "joined")
"""Those in which the center can do something."""

EVERY = (*WHOLE, "case-status-api")


def secrets_in(var: Path) -> Secrets:
    values = {"case-status-id": ID, "case-status-secret": SECRET, "case-files-token": TOKEN}
    (var / "secrets").mkdir(exist_ok=True)
    for name, value in values.items():
        (var / "secrets" / name).write_text(f"{value}\n")
    return Secrets(var)


@asynccontextmanager
async def case_system(kind: str, var: Path, *, away: bool = False) -> AsyncIterator[CaseSystem]:
    """`away`: it is set up, and does not answer."""
    match kind:
        case "twin":
            yield _twin(away)
        case "sample":
            yield _sample(var, away)
        case "http":
            async with case_files(NAMED) as files, client() as http:
                described = replace(files.settings, url=_nowhere(files.settings.url, away))
                if away:
                    nowhere = Writing(url="http://127.0.0.1:1/{receipt}")
                    reissue = replace(described.actions[0], writing=nowhere)
                    described = replace(described, actions=(reissue,))
                yield HttpCases(described, secrets_in(var), http)
        case "case-status-api":
            cases = {case.receipt: as_the_api_writes(case) for case in NAMED}
            async with case_status_api(cases, SystemClock()) as api, client() as http:
                settings = replace(api.settings, url=_nowhere(api.settings.url, away))
                yield CaseStatusApi(settings, secrets_in(var), SystemClock(), http)
        case "steadied":
            yield _steady(_twin(away), FIELDS)
        case _:
            places = frozenset({"file_office", "processing_office"})
            parts = [_steady(_twin(away), FIELDS - places), _steady(_sample(var, away), places)]
            yield JoinedSystems(parts)


def _twin(away: bool) -> MemoryCases:
    twin = MemoryCases(NAMED)
    twin.away = away
    return twin


def _sample(var: Path, away: bool) -> SampleCaseSystem:
    path = var / "cases.sqlite"
    if not away:
        write_cases(path, SAMPLE, OFFICES)
    return SampleCaseSystem(path)


def _steady(system: CaseSystem, gives: frozenset[str]) -> SteadySystem:
    names = {"en": "Cases"}
    reissue = SystemAction(id="reissue", names=names, writing=Writing(url="https://nowhere.example"))
    by_hand = SystemAction(id="by-hand", names=names)
    settings = SampleSystem(
        id="cases", names=names, gives=gives, timeout_seconds=5, actions=(reissue, by_hand)
    )
    return SteadySystem(system, settings, SystemClock(), is_needed=True)


def _nowhere(url: str, away: bool) -> str:
    """Port 1 is nobody's."""
    if not away:
        return url
    before, _, rest = url.partition("127.0.0.1:")
    return f"{before}127.0.0.1:1{rest[rest.index('/') :] if '/' in rest else ''}"


def as_said(record: CaseRecord) -> CaseRecord:
    """Without who said it, and when."""
    return replace(record, sources={})
