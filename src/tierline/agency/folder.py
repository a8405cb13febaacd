"""An agency's folder as `Agency`: one YAML file for each matter, read strictly."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path

from tierline.agency.agreement import check_agreement
from tierline.agency.bundle import version_of
from tierline.agency.files import Files, files_of
from tierline.agency.flow_file import MAIN, flow_files, read_flow
from tierline.agency.messages import Messages
from tierline.agency.problem import BadAgency, Problem
from tierline.agency.reading import Reading, Unreadable
from tierline.ivr.flow import Flow
from tierline.ivr.forms import FormsFile
from tierline.ivr.receipts import ReceiptPrefixes
from tierline.offices.closures import Closure, ClosuresFile
from tierline.offices.countries import CountriesFile
from tierline.offices.directory import Directory
from tierline.offices.hours import NO_HOLIDAYS, Holidays
from tierline.offices.jurisdictions import JurisdictionsFile
from tierline.offices.office import OfficesFile
from tierline.ports.agency import Agency, Profile
from tierline.requests.kinds import RequestKindsFile
from tierline.requests.table import RoutingTable
from tierline.scripts.script import Script
from tierline.staff.entitlement import Entitlements
from tierline.staff.person import StaffFile
from tierline.staff.tiers import TiersFile

NO_ROUTES = RoutingTable(source="none", verified=False, as_of=date.min, rows=())
NOTHING_SHOWN = Entitlements(source="none", fields={}, hiding_flags=frozenset(), rows=())


def load(source: Path | Files, version: str | None = None) -> Agency:
    """From a folder, or from its files in memory; `version` where these are not all of them. Raises
    BadAgency."""
    agency, problems = read_all(source, version)
    if agency is None:
        raise BadAgency(problems, str(source) if isinstance(source, Path) else "")
    return agency


def read_all(source: Path | Files, version: str | None = None) -> tuple[Agency | None, tuple[Problem, ...]]:
    """The agency, or else every problem that stands in its way, by file and line."""
    try:
        reading = Reading(files_of(source))
    except BadAgency as no_folder:
        return None, no_folder.problems
    for part in (*_PARTS, *_each_script(reading)):
        with suppress(Unreadable):
            part(reading)
    check_agreement(reading)
    return (None, reading.problems) if reading.problems else (_agency(reading, version), ())


def _agency(reading: Reading, version: str | None) -> Agency:
    return Agency(
        version=version or version_of(reading.files),
        profile=_profile(reading),
        flow=_flow(reading),
        receipts=_receipts(reading),
        directory=_directory(reading),
        kinds=_kinds(reading),
        routing=_routing(reading),
        scripts=_scripts(reading),
        entitlements=_entitlements(reading),
        tiers=_tiers(reading),
        holidays=_holidays(reading),
        forms=_forms(reading),
        closures=_closures(reading),
        staff={person.user: person for person in _staff(reading).staff},
        prompts=Messages(reading.files).names,
    )


def _profile(reading: Reading) -> Profile:
    return reading.struct("agency.yaml", Profile)


def _flow(reading: Reading) -> Flow:
    return reading.once(MAIN, lambda: _read_flow(reading))


def _read_flow(reading: Reading) -> Flow:
    written = {}
    for name in flow_files(list(reading.files)):
        with suppress(Unreadable):
            written[name] = reading.yaml(name)
    flow, misread = read_flow(written, _receipts(reading))
    for wrong in misread if MAIN in written else ():
        reading.wrong(wrong.file, wrong.message, at=wrong.path)
    if flow is None:
        raise Unreadable(MAIN)
    return flow


def _receipts(reading: Reading) -> ReceiptPrefixes:
    return reading.struct_or("receipts.yaml", ReceiptPrefixes, ReceiptPrefixes(()))


def _directory(reading: Reading) -> Directory:
    return Directory(
        reading.struct("offices.yaml", OfficesFile),
        reading.struct_or("countries.yaml", CountriesFile, CountriesFile(())),
        reading.struct_or("jurisdictions.yaml", JurisdictionsFile, JurisdictionsFile(())),
    )


def _kinds(reading: Reading) -> RequestKindsFile:
    return reading.struct_or("request-kinds.yaml", RequestKindsFile, RequestKindsFile((), ()))


def _routing(reading: Reading) -> RoutingTable:
    return reading.struct_or("routing.yaml", RoutingTable, NO_ROUTES)


def _scripts(reading: Reading) -> tuple[Script, ...]:
    return tuple(reading.struct(name, Script) for name in reading.names("scripts", ".yaml"))


def _each_script(reading: Reading) -> Iterator[Callable[[Reading], Script]]:
    for name in reading.names("scripts", ".yaml"):
        yield partial(Reading.struct, file=name, type_=Script)


def _entitlements(reading: Reading) -> Entitlements:
    return reading.struct_or("entitlements.yaml", Entitlements, NOTHING_SHOWN)


def _tiers(reading: Reading) -> TiersFile:
    return reading.struct("tiers.yaml", TiersFile)


def _holidays(reading: Reading) -> Holidays:
    return reading.struct_or("holidays.yaml", Holidays, NO_HOLIDAYS)


def _forms(reading: Reading) -> FormsFile:
    return reading.struct_or("forms.yaml", FormsFile, FormsFile())


def _closures(reading: Reading) -> tuple[Closure, ...]:
    return reading.struct_or("closures.yaml", ClosuresFile, ClosuresFile(())).closures


def _staff(reading: Reading) -> StaffFile:
    return reading.struct("staff.yaml", StaffFile)


_PARTS: tuple[Callable[[Reading], object], ...] = (
    _profile,
    _flow,
    _receipts,
    _kinds,
    _routing,
    _entitlements,
    _tiers,
    _holidays,
    _forms,
    _closures,
    _staff,
)
