"""A JSON Schema for each file of an agency, by which editors complete and explain what is written."""

from collections.abc import Mapping
from typing import Any

import msgspec

from tierline.acd.queues import QueuesFile
from tierline.ivr.forms import FormsFile
from tierline.ivr.receipts import ReceiptPrefixes
from tierline.offices.closures import ClosuresFile
from tierline.offices.contacts import ContactsFile
from tierline.offices.countries import CountriesFile
from tierline.offices.hours import Holidays
from tierline.offices.jurisdictions import JurisdictionsFile
from tierline.offices.office import OfficesFile
from tierline.ports.agency import Profile
from tierline.ports.case_systems_file import CaseSystemsFile
from tierline.practice.case import PracticeCase
from tierline.privacy.schedule import PrivacyFile
from tierline.reference.flow_schema import flow_schema, sub_flow_schema
from tierline.requests.kinds import RequestKindsFile
from tierline.requests.table import RoutingTable
from tierline.scripts.script import Script
from tierline.staff.dispositions import DispositionsFile
from tierline.staff.emergencies import EmergenciesFile
from tierline.staff.entitlement import EntitlementsFile
from tierline.staff.interpreters import InterpretersFile
from tierline.staff.person import StaffFile
from tierline.staff.recording import RecordingFile
from tierline.staff.sites import SitesFile
from tierline.staff.supervision import SupervisionFile
from tierline.staff.tiers import TiersFile
from tierline.staff.verification.policy import VerificationFile
from tierline.staff.work_states import WorkStatesFile

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

FILES: Mapping[str, type] = {
    "agency": Profile,
    "closures": ClosuresFile,
    "contacts": ContactsFile,
    "countries": CountriesFile,
    "dispositions": DispositionsFile,
    "emergencies": EmergenciesFile,
    "entitlements": EntitlementsFile,
    "forms": FormsFile,
    "holidays": Holidays,
    "interpreters": InterpretersFile,
    "jurisdictions": JurisdictionsFile,
    "offices": OfficesFile,
    "practice-case": PracticeCase,
    "privacy": PrivacyFile,
    "queues": QueuesFile,
    "receipts": ReceiptPrefixes,
    "recording": RecordingFile,
    "request-kinds": RequestKindsFile,
    "routing": RoutingTable,
    "script": Script,
    "sites": SitesFile,
    "staff": StaffFile,
    "supervision": SupervisionFile,
    "tiers": TiersFile,
    "verification": VerificationFile,
    "case-systems": CaseSystemsFile,
    "work-states": WorkStatesFile,
}
"""The files that are written as their types are. A flow is not (`agency.flow_file`)."""


def schemas() -> dict[str, Schema]:
    """By the name of the file that each is for, without its ending."""
    plain = {name: msgspec.json.schema(type_) for name, type_ in FILES.items()}
    every = {**plain, "flow": flow_schema(), "sub-flow": sub_flow_schema()}
    return {
        name: {"$schema": DIALECT, **_readable(schema), "title": name}
        for name, schema in sorted(every.items())
    }


def _readable(value: Any) -> Any:
    """Descriptions are docstrings, with the breaks and margins of the code; the order of a set is chance."""
    match value:
        case {"default": list() as default, **rest}:
            return {**_readable(rest), "default": sorted(default)}
        case dict():
            return {key: _readable(of) for key, of in value.items()}
        case list():
            return [_readable(of) for of in value]
        case str():
            return " ".join(value.split())
        case _:
            return value


def schema_for(file: str) -> str:
    """The name of the schema for a YAML file, by its name in the agency's folder."""
    folder, _, name = file.rpartition("/")
    of_folder = {"flows": "sub-flow", "practice": "practice-case", "scripts": "script"}
    return of_folder.get(folder, name.removesuffix(".yaml"))
