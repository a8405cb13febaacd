"""What the workspace's API shows to staff: the parts that the demonstration looks at."""

from datetime import datetime

import msgspec


class Keyed(msgspec.Struct, frozen=True):
    kind: str
    value: str


class CaseField(msgspec.Struct, frozen=True):
    name: str
    value: str


class Case(msgspec.Struct, frozen=True):
    fields: tuple[CaseField, ...]


class OfferedScript(msgspec.Struct, frozen=True):
    id: str
    version: int


class PresentedScript(msgspec.Struct, frozen=True):
    by: str
    version: int
    language: str
    text: str


class MadeRequest(msgspec.Struct, frozen=True):
    number: str
    spoken: str
    office: str
    because: tuple[str, ...]


class MadeReferral(msgspec.Struct, frozen=True):
    office: str
    address: str | None
    phone: str | None
    email: str | None
    because: tuple[str, ...]


class Line(msgspec.Struct, frozen=True):
    kind: str
    who: str
    what: str


class RecordingOnScreen(msgspec.Struct, frozen=True):
    status: str | None


class CallOnScreen(msgspec.Struct, frozen=True):
    id: str
    phase: str
    role: str | None
    language: str
    arrived_at: datetime
    waiting_since: datetime | None
    path: tuple[str, ...]
    keyed: tuple[Keyed, ...]
    verification: str
    case: Case | None
    scripts: tuple[OfferedScript, ...]
    presented: tuple[PresentedScript, ...]
    supervisor: str
    requests: tuple[MadeRequest, ...]
    referrals: tuple[MadeReferral, ...]
    recording: RecordingOnScreen | None
    timeline: tuple[Line, ...]

    def keyed_value(self, kind: str) -> str | None:
        return next((keyed.value for keyed in self.keyed if keyed.kind == kind), None)

    @property
    def case_fields(self) -> set[str]:
        return {field.name for field in self.case.fields} if self.case else set()


class StateOnScreen(msgspec.Struct, frozen=True):
    name: str
    reason: str | None


class Choice(msgspec.Struct, frozen=True):
    id: str


class Dispositions(msgspec.Struct, frozen=True):
    choices: tuple[Choice, ...]
    required: bool


class Screen(msgspec.Struct, frozen=True):
    state: StateOnScreen
    reasons: tuple[Choice, ...]
    dispositions: Dispositions
    call: CallOnScreen | None
    last_call: CallOnScreen | None


class Me(msgspec.Struct, frozen=True):
    user: str
    name: str
    role: str
    tier: str | None
    office: str | None


class Reason(msgspec.Struct, frozen=True):
    says: str


class InboxRequest(msgspec.Struct, frozen=True):
    number: str
    kind: str
    because: tuple[Reason, ...] = ()


class Inbox(msgspec.Struct, frozen=True):
    requests: tuple[InboxRequest, ...]


class CallRow(msgspec.Struct, frozen=True):
    id: str
    phase: str
    ending: str | None


class CallRows(msgspec.Struct, frozen=True):
    calls: tuple[CallRow, ...]


class Problem(msgspec.Struct, frozen=True):
    error: str
