"""An agency's folder as `Agency`: one YAML file for each matter, read strictly."""

from hashlib import sha256
from pathlib import Path
from typing import TypeVar

import msgspec
import yaml

from tierline.agency.flow_file import flow_files, read_flow
from tierline.agency.messages import Messages
from tierline.ivr.flow import Flow
from tierline.ivr.forms import FormsFile
from tierline.ivr.receipts import ReceiptPrefixes
from tierline.offices.countries import CountriesFile
from tierline.offices.directory import Directory, UnknownOffice
from tierline.offices.hours import Holidays
from tierline.offices.jurisdictions import JurisdictionsFile
from tierline.offices.office import OfficesFile
from tierline.ports.agency import Agency, Profile
from tierline.requests.kinds import RequestKindsFile
from tierline.requests.table import RoutingTable
from tierline.scripts.script import Script
from tierline.staff.entitlement import Entitlements
from tierline.staff.person import StaffFile
from tierline.staff.tiers import TiersFile

T = TypeVar("T")


class BadAgency(Exception):
    """The folder cannot be used; the message names the file and what is wrong in it."""


def load(folder: Path) -> Agency:
    """Raises BadAgency."""
    if not folder.is_dir():
        raise BadAgency(f"{folder}: there is no such agency folder")
    try:
        directory = Directory(
            _read(folder / "offices.yaml", OfficesFile),
            _read(folder / "countries.yaml", CountriesFile),
            _read(folder / "jurisdictions.yaml", JurisdictionsFile),
        )
    except UnknownOffice as unknown:
        raise BadAgency(f"{folder}: no office has the id {unknown}") from unknown
    staff = _read(folder / "staff.yaml", StaffFile).staff
    receipts = _read(folder / "receipts.yaml", ReceiptPrefixes)
    return Agency(
        version=_version(folder),
        profile=_read(folder / "agency.yaml", Profile),
        flow=_flow(folder, receipts),
        receipts=receipts,
        directory=directory,
        kinds=_read(folder / "request-kinds.yaml", RequestKindsFile),
        routing=_read(folder / "routing.yaml", RoutingTable),
        scripts=tuple(_read(file, Script) for file in sorted((folder / "scripts").glob("*.yaml"))),
        entitlements=_read(folder / "entitlements.yaml", Entitlements),
        tiers=_read(folder / "tiers.yaml", TiersFile),
        holidays=_read(folder / "holidays.yaml", Holidays),
        forms=_read(folder / "forms.yaml", FormsFile),
        staff={person.user: person for person in staff},
        prompts=Messages(folder / "prompts").names,
    )


def _flow(folder: Path, receipts: ReceiptPrefixes) -> Flow:
    names = [str(file.relative_to(folder)) for file in folder.glob("flows/*.yaml")]
    flow, misread = read_flow({name: _yaml(folder / name) for name in flow_files(names)}, receipts)
    if flow is None:
        raise BadAgency("; ".join(f"{folder / wrong.file}: {wrong.message}" for wrong in misread))
    return flow


def _read(file: Path, type_: type[T]) -> T:
    try:
        return msgspec.convert(_yaml(file), type=type_, strict=True)
    except msgspec.ValidationError as invalid:
        raise BadAgency(f"{file}: {invalid}") from invalid


def _yaml(file: Path) -> object:
    try:
        return yaml.safe_load(file.read_text("utf-8"))
    except OSError as missing:
        raise BadAgency(f"{file}: cannot be read ({missing.strerror})") from missing
    except yaml.YAMLError as malformed:
        raise BadAgency(f"{file}: is not YAML: {malformed}") from malformed


def _version(folder: Path) -> str:
    """A hash over every file's name and content."""
    whole = sha256()
    for file in sorted(f for f in folder.rglob("*") if f.is_file()):
        content = file.read_bytes()
        whole.update(f"{file.relative_to(folder)} {len(content)}\n".encode())
        whole.update(content)
    return whole.hexdigest()[:16]
