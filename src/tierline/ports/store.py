"""Where calls, requests and personal values are kept. What is acknowledged is durable."""

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import datetime

import msgspec

from tierline.acd.agents import AgentState
from tierline.acd.duty import Duty
from tierline.calls.events import Recorded
from tierline.calls.fold import follows
from tierline.calls.messages import OutboxMessage
from tierline.calls.names import AgentId, CallId, Ref
from tierline.calls.state import Call
from tierline.calls.walk import Walk
from tierline.ports.personal_data import PersonalData
from tierline.ports.privacy_records import PrivacyRecords
from tierline.ports.script_library import ScriptLibrary
from tierline.ports.value import Value
from tierline.privacy.record import Record
from tierline.requests.events import RequestMade, RequestRecorded, Submitted, ToldByCaller
from tierline.requests.request import ServiceRequest

__all__ = ["Change", "Conflict", "Credential", "Fenced", "RequestChange", "Store", "StoreAway", "Value"]


class StoreAway(Exception):
    """The database does not answer; nothing of this change was kept."""


class Conflict(Exception):
    """Another change was first: a sequence number, a live reservation or a request number exists already.
    Nothing was kept."""


class Fenced(Conflict):
    """Another process has taken over since: this one may commit nothing any more."""


class RequestChange(msgspec.Struct, frozen=True, kw_only=True):
    """One step of one Service Request: its events, the state after them, and the values that they refer
    to."""

    request: ServiceRequest
    events: Sequence[RequestRecorded]
    values: Sequence[Value] = ()

    @property
    def follows(self) -> int:
        """The `seq` that the request has to stand at for this change; 0 for a new one."""
        return self.events[0].seq - 1

    @property
    def key(self) -> str | None:
        """Of the submission that it is."""
        return next((r.event.key for r in self.events if isinstance(r.event, RequestMade | Submitted)), None)

    @property
    def record(self) -> Record:
        return Record(self.request.number, "request", self.request.call)

    def record_of(self, ref: Ref) -> Record:
        """What one of its values belongs to."""
        return self.record

    def begins(self, record: Record) -> bool:
        return self.follows == 0

    @property
    def closed(self) -> Mapping[str, datetime]:
        """As of a change of a call."""
        request = self.request
        return {request.number: request.answered_at} if request.answered_at else {}

    @property
    def opens_again(self) -> bool:
        """What was answered, so that the time for which it is kept has not begun."""
        asked = any(isinstance(recorded.event, ToldByCaller | Submitted) for recorded in self.events)
        return asked and self.request.status != "answered"


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One step of one call: its events, the state after them, and what it commits us to, all or nothing.
    Raises ValueError for a practice call that would commit us to anything: none may, by whatever way."""

    call: Call
    events: Sequence[Recorded]
    values: Sequence[Value] = ()
    requests: Sequence[RequestChange] = ()
    """With the call's, each of another request."""
    messages: Sequence[OutboxMessage] = ()
    """New ones, and those of which something is known now."""
    epoch: int = 0
    """Of the process that commits, where it must not have been superseded; 0 for what has only happened."""

    def __post_init__(self) -> None:
        if self.call.practice and (self.requests or self.messages):
            raise ValueError(f"{self.call.id} is practice: it makes no request and sends no message")

    @property
    def follows(self) -> int:
        """The `seq` that the call has to stand at for this change; 0 for a new call."""
        return follows(self.events[0])

    def record_of(self, ref: Ref) -> Record:
        """What one of its values belongs to: the message that refers to it, else the call."""
        call = self.call
        for message in self.messages:
            if ref in (message.to, message.text):
                return Record(message.id, "message", call.id)
        return Record(call.id, "practice" if call.practice else "call", call.id)

    def begins(self, record: Record) -> bool:
        """Whether nothing can have been kept of it before."""
        return self.follows == 0 and record.id == self.call.id

    @property
    def closed(self) -> Mapping[str, datetime]:
        """The records that it finds over, with when they were: from then on they are kept for a time. Those
        of its requests come with these."""
        closed: dict[str, datetime] = {m.id: m.settled_at for m in self.messages if m.settled_at}
        if self.call.ended_at:
            closed[self.call.id] = self.events[-1].at
        return closed


class Credential(msgspec.Struct, frozen=True):
    user: str
    password_hash: str


class Store(ABC):
    """StoreAway comes within a few seconds. A disk that hangs in the very act of a commit is waited for: else
    nobody could say whether it was kept."""

    library: ScriptLibrary
    privacy: PrivacyRecords
    personal_data: PersonalData

    @abstractmethod
    async def take_over(self) -> int:
        """Raises the epoch, durably, and gives it: whoever took over before commits nothing any more, and
        presents nobody. Raises StoreAway."""

    @abstractmethod
    async def commit(self, change: Change) -> None:
        """Durable when it returns. The live reservation of `change.call.reservation` is unique per call and
        per agent (I2), and made in the current epoch alone; so is any change that names its epoch. Raises
        Conflict, Fenced, StoreAway."""

    @abstractmethod
    async def commit_all(self, changes: Sequence[Change]) -> Sequence[Conflict | None]:
        """The same for several, in order and with one wait for the disk. Each is kept or not by itself: None,
        or its Conflict. Raises StoreAway, none of them being kept."""

    @abstractmethod
    async def call(self, call: CallId) -> Call | None: ...

    @abstractmethod
    async def open_calls(self) -> Sequence[Call]:
        """Calls that have not ended, oldest first."""

    @abstractmethod
    async def calls_with_alert(self) -> Sequence[Call]:
        """Those with an emergency that nobody has acknowledged, over or not, oldest first."""

    @abstractmethod
    async def calls_awaiting_contact(self) -> Sequence[Call]:
        """Those with a message that no point of contact has acknowledged nor answered, over or not, oldest
        first."""

    @abstractmethod
    async def recent_calls(self, limit: int) -> Sequence[Call]:
        """Newest first, without practice."""

    @abstractmethod
    async def practice_calls(self, limit: int, agent: AgentId | None = None) -> Sequence[Call]:
        """Those of this agent, or of all, newest first."""

    @abstractmethod
    async def who_served(self, caller: str, since: datetime, limit: int) -> Sequence[AgentId]:
        """The agents who answered calls from this number (as the network gave it) from then on, the last one
        first, of the last `limit` answers. Raises StoreAway."""

    @abstractmethod
    async def unanswered(self, since: datetime) -> Sequence[Recorded]:
        """Whenever no script fitted from then on, and what was then written of it, in the order in which it
        happened; without practice. Raises StoreAway."""

    @abstractmethod
    async def reviews(self, since: datetime) -> Sequence[Recorded]:
        """What supervisors found from then on of the words that callers were told, and what followed from it,
        in the order in which it happened; without practice. Raises StoreAway."""

    @abstractmethod
    async def timeline(self, call: CallId) -> Sequence[Recorded]:
        """By `seq`."""

    @abstractmethod
    def walks(self, since: datetime, until: datetime) -> AsyncIterator[Walk]:
        """The ways through the flow of the calls that arrived from `since` until before `until`, with the
        number of calls, in no order; without practice. The same way may come again with more calls: those not
        over are told one by one. Other work goes on after every few. Raises StoreAway."""

    @abstractmethod
    async def values(self, refs: Sequence[Ref]) -> dict[Ref, str]:
        """Those that exist, and were not destroyed (`personal_data.disposed`)."""

    @abstractmethod
    async def refs_of(self, value: str) -> dict[Ref, CallId]:
        """What stands for this receipt or telephone number, each with the call that it is kept of. A number
        is looked for as it is kept. Raises StoreAway."""

    @abstractmethod
    async def next_request_serial(self) -> int:
        """Never the same twice, even across processes and rollbacks."""

    @abstractmethod
    async def commit_request(self, change: RequestChange) -> None:
        """Durable when it returns: all of it, or nothing. Raises Conflict where the request does not stand at
        the event before any more, or a submission of this key was kept already; StoreAway."""

    @abstractmethod
    async def request(self, number: str) -> ServiceRequest | None: ...

    @abstractmethod
    async def request_history(self, number: str) -> Sequence[RequestRecorded]:
        """By `seq`."""

    @abstractmethod
    async def request_by_key(self, key: str) -> ServiceRequest | None:
        """The request that was made, or followed up, under this idempotency key, for a retried
        submission."""

    @abstractmethod
    async def requests_about(self, receipt: str) -> Sequence[ServiceRequest]:
        """Of the case with this number, as it is kept, whoever made them, in the order of their making; not
        those of which the number was destroyed. Raises StoreAway."""

    @abstractmethod
    async def requests_at(self, office: str) -> Sequence[ServiceRequest]:
        """Priority ones first, then first-in first-out."""

    @abstractmethod
    async def messages(self, call: CallId) -> Sequence[OutboxMessage]:
        """All in writing that this call led to, oldest first."""

    @abstractmethod
    async def queued_messages(self) -> Sequence[OutboxMessage]:
        """Those of any call that are neither sent nor given up, by `due_at`."""

    @abstractmethod
    async def count_messages(self, to: str, since: datetime) -> int:
        """How many were made for this number or address, by any call, from then on."""

    @abstractmethod
    async def put_off_message(self, message: OutboxMessage) -> None:
        """A try came to nothing: nothing that belongs on the timeline."""

    @abstractmethod
    async def credential(self, user: str) -> Credential | None: ...

    @abstractmethod
    async def set_credential(self, credential: Credential) -> None: ...

    @abstractmethod
    async def open_session(self, token_hash: str, user: str, until: datetime, now: datetime) -> None:
        """Those that have expired are forgotten by it."""

    @abstractmethod
    async def session(self, token_hash: str, now: datetime) -> AgentId | None:
        """Whose unexpired session this is."""

    @abstractmethod
    async def close_session(self, token_hash: str) -> None: ...

    @abstractmethod
    async def close_sessions(self, user: str, *, but: str | None = None) -> None:
        """All of this user's, but the one of this token hash."""

    @abstractmethod
    async def keep_duties(self, duties: Sequence[Duty]) -> None:
        """What agents' duties have come to, in order; each state stays on record. Durable when it returns."""

    @abstractmethod
    async def duties(self) -> Sequence[Duty]:
        """The latest of each agent."""

    @abstractmethod
    async def states_of(self, agent: AgentId, since: datetime) -> Sequence[AgentState]:
        """All that this agent has been in from then on, in order."""
