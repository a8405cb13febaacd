"""An agency's folder as `Agency`: one YAML file for each matter, read strictly."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path

from tierline.acd.queues import NO_QUEUES, QueuesFile
from tierline.agency.agreement import check_agreement
from tierline.agency.bundle import version_of
from tierline.agency.entitlements import entitlements_of
from tierline.agency.files import Files, files_of
from tierline.agency.flow_file import MAIN, flow_files, read_flow
from tierline.agency.messages import Messages
from tierline.agency.oversight import oversight_of
from tierline.agency.problem import BadAgency, Problem
from tierline.agency.reading import Reading, Unreadable
from tierline.ivr.flow import Flow
from tierline.ivr.forms import FormsFile
from tierline.ivr.receipts import ReceiptPrefixes
from tierline.offices.closures import Closure, ClosuresFile
from tierline.offices.contacts import NO_CONTACTS, ContactsFile
from tierline.offices.countries import CountriesFile
from tierline.offices.directory import Directory, UnknownOffice
from tierline.offices.hours import NO_HOLIDAYS, Holidays
from tierline.offices.jurisdictions import JurisdictionsFile
from tierline.offices.office import OfficesFile
from tierline.ports.agency import Agency, Profile
from tierline.ports.case_systems_file import NO_CASE_SYSTEMS, CaseSystemsFile
from tierline.practice.case import PracticeCase
from tierline.privacy.schedule import KEPT, PrivacyFile
from tierline.requests.kinds import RequestKindsFile
from tierline.requests.table import RoutingTable
from tierline.scripts.script import Script
from tierline.staff import emergencies, supervision
from tierline.staff.dispositions import NO_DISPOSITIONS, DispositionsFile
from tierline.staff.emergencies import EmergenciesFile
from tierline.staff.interpreters import NO_INTERPRETERS, InterpretersFile
from tierline.staff.person import StaffFile
from tierline.staff.recording import NOT_RECORDED, RecordingFile
from tierline.staff.sites import NO_SITES, SitesFile
from tierline.staff.supervision import SupervisionFile
from tierline.staff.tiers import TiersFile
from tierline.staff.verification.policy import VerificationFile
from tierline.staff.work_states import USUAL_STATES, WorkStatesFile

NO_ROUTES = RoutingTable(source="none", verified=False, as_of=date.min, rows=())


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
        reading = read_parts(files_of(source))
    except BadAgency as no_folder:
        return None, no_folder.problems
    return (None, reading.problems) if reading.problems else (_agency(reading, version), ())


def read_parts(files: Files) -> Reading:
    """Every file that an agency can have, whatever is wrong in others."""
    reading = Reading(files)
    for part in (*_PARTS, *_each_script(reading), *_each_practice_case(reading)):
        with suppress(Unreadable):
            part(reading)
    check_agreement(reading)
    return reading


def _agency(reading: Reading, version: str | None) -> Agency:
    return Agency(
        version=version or version_of(reading.files),
        profile=profile_of(reading),
        flow=flow_of(reading),
        receipts=receipts_of(reading),
        directory=directory_of(reading),
        kinds=kinds_of(reading),
        routing=routing_of(reading),
        scripts=scripts_of(reading),
        practice=practice_of(reading),
        entitlements=entitlements_of(reading),
        oversight=oversight_of(reading),
        sites=sites_file_of(reading),
        tiers=tiers_of(reading),
        queues=queues_of(reading),
        work_states=work_states_of(reading),
        dispositions=dispositions_of(reading),
        interpreters=interpreters_of(reading),
        contacts=contacts_of(reading),
        supervision=supervision_of(reading),
        emergencies=emergencies_of(reading),
        recording=recording_of(reading),
        privacy=privacy_of(reading),
        verification=verification_of(reading),
        case_systems=case_systems_of(reading),
        holidays=holidays_of(reading),
        forms=forms_of(reading),
        closures=closures_of(reading),
        staff={person.user: person for person in staff_of(reading).staff},
        prompts=Messages(reading.files).names,
    )


def profile_of(reading: Reading) -> Profile:
    return reading.struct("agency.yaml", Profile)


def flow_of(reading: Reading) -> Flow:
    return reading.once(MAIN, lambda: _read_flow(reading))


def _read_flow(reading: Reading) -> Flow:
    written = {}
    for name in flow_files(list(reading.files)):
        with suppress(Unreadable):
            written[name] = reading.yaml(name)
    flow, misread = read_flow(written, receipts_of(reading))
    for wrong in misread if MAIN in written else ():
        reading.wrong(wrong.file, wrong.message, at=wrong.path)
    if flow is None:
        raise Unreadable(MAIN)
    return flow


def receipts_of(reading: Reading) -> ReceiptPrefixes:
    return reading.struct_or("receipts.yaml", ReceiptPrefixes, ReceiptPrefixes(()))


def directory_of(reading: Reading) -> Directory:
    """Raises Unreadable also where its files name offices that there are not."""
    try:
        return Directory(
            reading.struct("offices.yaml", OfficesFile),
            reading.struct_or("countries.yaml", CountriesFile, CountriesFile(())),
            reading.struct_or("jurisdictions.yaml", JurisdictionsFile, JurisdictionsFile(())),
        )
    except UnknownOffice as unknown:
        raise Unreadable("offices.yaml") from unknown


def kinds_of(reading: Reading) -> RequestKindsFile:
    return reading.struct_or("request-kinds.yaml", RequestKindsFile, RequestKindsFile((), ()))


def routing_of(reading: Reading) -> RoutingTable:
    return reading.struct_or("routing.yaml", RoutingTable, NO_ROUTES)


def scripts_of(reading: Reading) -> tuple[Script, ...]:
    return tuple(reading.struct(name, Script) for name in reading.names("scripts", ".yaml"))


def _each_script(reading: Reading) -> Iterator[Callable[[Reading], Script]]:
    for name in reading.names("scripts", ".yaml"):
        yield partial(Reading.struct, file=name, type_=Script)


def practice_of(reading: Reading) -> tuple[PracticeCase, ...]:
    return tuple(reading.struct(name, PracticeCase) for name in reading.names("practice", ".yaml"))


def _each_practice_case(reading: Reading) -> Iterator[Callable[[Reading], PracticeCase]]:
    for name in reading.names("practice", ".yaml"):
        yield partial(Reading.struct, file=name, type_=PracticeCase)


def tiers_of(reading: Reading) -> TiersFile:
    return reading.struct("tiers.yaml", TiersFile)


def queues_of(reading: Reading) -> QueuesFile:
    return reading.struct_or("queues.yaml", QueuesFile, NO_QUEUES)


def work_states_of(reading: Reading) -> WorkStatesFile:
    return reading.struct_or("work-states.yaml", WorkStatesFile, USUAL_STATES)


def dispositions_of(reading: Reading) -> DispositionsFile:
    return reading.struct_or("dispositions.yaml", DispositionsFile, NO_DISPOSITIONS)


def interpreters_of(reading: Reading) -> InterpretersFile:
    return reading.struct_or("interpreters.yaml", InterpretersFile, NO_INTERPRETERS)


def contacts_of(reading: Reading) -> ContactsFile:
    return reading.struct_or("contacts.yaml", ContactsFile, NO_CONTACTS)


def supervision_of(reading: Reading) -> SupervisionFile:
    return reading.struct_or("supervision.yaml", SupervisionFile, supervision.BY_DEFAULT)


def emergencies_of(reading: Reading) -> EmergenciesFile:
    return reading.struct_or("emergencies.yaml", EmergenciesFile, emergencies.BY_DEFAULT)


def recording_of(reading: Reading) -> RecordingFile:
    return reading.struct_or("recording.yaml", RecordingFile, NOT_RECORDED)


def privacy_of(reading: Reading) -> PrivacyFile:
    return reading.struct_or("privacy.yaml", PrivacyFile, KEPT)


def verification_of(reading: Reading) -> VerificationFile | None:
    """None of an agency that has no such file."""
    file = "verification.yaml"
    return reading.struct(file, VerificationFile) if file in reading.files else None


def case_systems_of(reading: Reading) -> CaseSystemsFile:
    return reading.struct_or("case-systems.yaml", CaseSystemsFile, NO_CASE_SYSTEMS)


def holidays_of(reading: Reading) -> Holidays:
    return reading.struct_or("holidays.yaml", Holidays, NO_HOLIDAYS)


def forms_of(reading: Reading) -> FormsFile:
    return reading.struct_or("forms.yaml", FormsFile, FormsFile())


def closures_of(reading: Reading) -> tuple[Closure, ...]:
    return reading.struct_or("closures.yaml", ClosuresFile, ClosuresFile(())).closures


def sites_file_of(reading: Reading) -> SitesFile:
    return reading.struct_or("sites.yaml", SitesFile, NO_SITES)


def staff_of(reading: Reading) -> StaffFile:
    return reading.struct("staff.yaml", StaffFile)


_PARTS: tuple[Callable[[Reading], object], ...] = (
    profile_of,
    flow_of,
    receipts_of,
    kinds_of,
    routing_of,
    sites_file_of,
    entitlements_of,
    oversight_of,
    tiers_of,
    queues_of,
    work_states_of,
    dispositions_of,
    interpreters_of,
    contacts_of,
    supervision_of,
    emergencies_of,
    recording_of,
    privacy_of,
    verification_of,
    case_systems_of,
    holidays_of,
    forms_of,
    closures_of,
    staff_of,
)
