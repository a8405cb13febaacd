"""An agency's data as rules and use cases read it. `tierline.agency` makes one from a folder."""

from collections.abc import Mapping
from datetime import datetime
from functools import cached_property
from typing import Annotated
from zoneinfo import ZoneInfo

import msgspec

from tierline.acd.queues import NO_QUEUES, QueuesFile
from tierline.calls.names import IVR, AgentId
from tierline.ivr.flow import Flow
from tierline.ivr.forms import FormsFile
from tierline.ivr.receipts import ReceiptPrefixes
from tierline.offices.closures import Closure
from tierline.offices.contacts import NO_CONTACTS, ContactsFile
from tierline.offices.directory import Directory
from tierline.offices.hours import Holidays
from tierline.ports.case_systems_file import NO_CASE_SYSTEMS, CaseSystemsFile
from tierline.practice.case import PracticeCase
from tierline.privacy.schedule import KEPT, PrivacyFile
from tierline.requests.kinds import RequestKindsFile
from tierline.requests.table import RoutingTable
from tierline.scripts.faults import Around
from tierline.scripts.script import Script
from tierline.scripts.searching import ScriptIndex
from tierline.staff import emergencies, supervision
from tierline.staff.dispositions import NO_DISPOSITIONS, DispositionsFile
from tierline.staff.emergencies import EmergenciesFile
from tierline.staff.entitlement import Entitlements
from tierline.staff.interpreters import NO_INTERPRETERS, InterpretersFile
from tierline.staff.oversight import UNWRITTEN, Oversight
from tierline.staff.person import Person
from tierline.staff.recording import NOT_RECORDED, RecordingFile
from tierline.staff.sites import NO_SITES, SitesFile
from tierline.staff.supervision import SupervisionFile
from tierline.staff.tiers import TiersFile
from tierline.staff.verification.policy import VerificationFile
from tierline.staff.work_states import USUAL_STATES, WorkStatesFile


class Profile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`agency.yaml`: `numbers` are the telephone numbers answered, in E.164. Messages in writing: as many to
    one number or address in 24 hours, and in one call, so that nobody can be pestered by way of us."""

    name: dict[str, str]
    disclaimer: dict[str, str]
    languages: tuple[str, ...]
    time_zone: str
    numbers: tuple[str, ...]
    messages_per_day: Annotated[int, msgspec.Meta(ge=0)] = 3
    messages_per_call: Annotated[int, msgspec.Meta(ge=0)] = 3


class Agency(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """`version` is a hash over all of it: what a call pins when it begins."""

    version: str
    profile: Profile
    flow: Flow
    receipts: ReceiptPrefixes
    directory: Directory
    kinds: RequestKindsFile
    routing: RoutingTable
    scripts: tuple[Script, ...]
    practice: tuple[PracticeCase, ...] = ()
    entitlements: Entitlements
    oversight: Oversight = UNWRITTEN
    sites: SitesFile = NO_SITES
    tiers: TiersFile
    queues: QueuesFile = NO_QUEUES
    work_states: WorkStatesFile = USUAL_STATES
    dispositions: DispositionsFile = NO_DISPOSITIONS
    interpreters: InterpretersFile = NO_INTERPRETERS
    contacts: ContactsFile = NO_CONTACTS
    supervision: SupervisionFile = supervision.BY_DEFAULT
    emergencies: EmergenciesFile = emergencies.BY_DEFAULT
    recording: RecordingFile = NOT_RECORDED
    privacy: PrivacyFile = KEPT
    verification: VerificationFile | None = None
    """None of an agency whose callers are asked nothing to be recognised by: no case is told of."""
    case_systems: CaseSystemsFile = NO_CASE_SYSTEMS
    holidays: Holidays
    forms: FormsFile
    closures: tuple[Closure, ...] = ()
    staff: Mapping[AgentId, Person]
    prompts: Mapping[str, frozenset[str]]
    """Per language, the names of its prompts."""

    def name_of(self, user: AgentId) -> str:
        """Someone who has left the staff is still known by the sign-in name."""
        if user == IVR:
            return "center"
        person = self.staff.get(user)
        return person.name if person else user

    @cached_property
    def script_index(self) -> ScriptIndex:
        """Takes some tenths of a second to make where scripts are many: an edition has it made before it is
        in force."""
        return ScriptIndex(self.scripts)

    @cached_property
    def script_moments(self) -> tuple[datetime, ...]:
        """When scripts take effect and expire, in order."""
        moments = ((script.effective_from, script.expires) for script in self.scripts)
        return tuple(sorted({moment for both in moments for moment in both if moment}))

    @property
    def around_scripts(self) -> Around:
        return Around(
            languages=self.profile.languages,
            fields=self.entitlements.fields,
            kinds=frozenset(kind.id for kind in self.kinds.kinds),
            scripts=frozenset(script.id for script in self.scripts),
        )

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.profile.time_zone)
