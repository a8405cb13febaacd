"""A store in memory, under the same contract as the real one (`tests/contract/test_store.py`)."""

from collections import Counter
from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from typing import get_args

from tierline.acd.agents import AgentState
from tierline.acd.duty import Duty
from tierline.calls.events import Answered, Recorded
from tierline.calls.messages import OutboxMessage
from tierline.calls.names import AgentId, CallId, MessageId, Ref
from tierline.calls.review_events import ReviewEvent
from tierline.calls.service_events import NoScriptFits, QuestionNoted
from tierline.calls.state import Call
from tierline.calls.walk import Walk, walk
from tierline.ports.bundles import Bundles
from tierline.ports.store import Change, Conflict, Credential, Fenced, RequestChange, Store, StoreAway
from tierline.requests.events import RequestRecorded
from tierline.requests.request import ServiceRequest, in_order_of_work
from tierline.twin.bundles import MemoryBundles
from tierline.twin.privacy_records import MemoryPrivacyRecords
from tierline.twin.script_library import MemoryScriptLibrary
from tierline.twin.vault import MemoryVault


class MemoryStore(Store):
    """`away = True` is a database that does not answer."""

    def __init__(self) -> None:
        self.away = False
        self.bundles: Bundles = MemoryBundles(self._answers)
        self.library = MemoryScriptLibrary(self._answers)
        self.privacy = MemoryPrivacyRecords(self._answers)
        self._calls: dict[CallId, Call] = {}
        self._events: dict[CallId, list[Recorded]] = {}
        self.personal_data = self._vault = MemoryVault(self._calls, self._answers)
        self._requests: dict[str, ServiceRequest] = {}
        self._request_events: dict[str, list[RequestRecorded]] = {}
        self._by_key: dict[str, str] = {}
        self._messages: dict[MessageId, OutboxMessage] = {}
        self._serial = 0
        self._epoch = 0
        self._credentials: dict[str, Credential] = {}
        self._sessions: dict[str, tuple[AgentId, datetime]] = {}
        self._duties: dict[AgentId, Duty] = {}
        self._states: list[tuple[AgentId, AgentState]] = []

    async def take_over(self) -> int:
        self._answers()
        self._epoch += 1
        return self._epoch

    async def commit(self, change: Change) -> None:
        self._answers()
        self._refuse_conflicts(change)
        call = change.call
        self._calls[call.id] = call
        self._events.setdefault(call.id, []).extend(change.events)
        self._vault.keep(change)
        for of_request in change.requests:
            self._keep_request(of_request)
        self._messages |= {message.id: message for message in change.messages}

    async def commit_all(self, changes: Sequence[Change]) -> Sequence[Conflict | None]:
        self._answers()
        return [await self._outcome(change) for change in changes]

    async def _outcome(self, change: Change) -> Conflict | None:
        try:
            await self.commit(change)
        except Conflict as conflict:
            return conflict
        return None

    def _refuse_conflicts(self, change: Change) -> None:
        call = change.call
        if (change.epoch or self._reserves(call)) and change.epoch != self._epoch:
            raise Fenced(f"another process has taken over, in epoch {self._epoch}")
        before = self._calls[call.id].seq if call.id in self._calls else 0
        if before != change.follows:
            raise Conflict(f"call {call.id} stands at event {before}")
        if call.reservation and call.reservation.agent in self._reserved_by_others(call.id):
            raise Conflict(f"{call.reservation.agent} is reserved already")
        if self._vault.has({value.ref for value in change.values}):
            raise Conflict("a reference exists already")
        for of_request in change.requests:
            self._refuse_request(of_request)

    def _refuse_request(self, change: RequestChange) -> None:
        number = change.request.number
        stands = self._requests[number].seq if number in self._requests else 0
        if stands != change.follows:
            raise Conflict(f"request {number} stands at event {stands}")
        if change.key in self._by_key:
            raise Conflict("a submission of this key was kept already")
        if self._vault.has({value.ref for value in change.values}):
            raise Conflict("a reference exists already")

    def _keep_request(self, change: RequestChange) -> None:
        number = change.request.number
        self._requests[number] = change.request
        self._request_events.setdefault(number, []).extend(change.events)
        if change.key:
            self._by_key[change.key] = number
        if change.opens_again:
            self._vault.keep_open(number)
        self._vault.keep(change)

    def _reserves(self, call: Call) -> bool:
        before = self._calls[call.id].reservation if call.id in self._calls else None
        now = call.reservation
        return now is not None and (before is None or before.agent != now.agent)

    def _reserved_by_others(self, call: CallId) -> set[AgentId]:
        return {c.reservation.agent for c in self._calls.values() if c.reservation and c.id != call}

    async def call(self, call: CallId) -> Call | None:
        self._answers()
        return self._calls.get(call)

    async def open_calls(self) -> Sequence[Call]:
        return [call for call in self._by_age() if call.phase != "ended"]

    async def calls_with_alert(self) -> Sequence[Call]:
        return [call for call in self._by_age() if call.alert]

    async def calls_awaiting_contact(self) -> Sequence[Call]:
        return [call for call in self._by_age() if call.awaits_contact]

    async def recent_calls(self, limit: int) -> Sequence[Call]:
        return [call for call in self._by_age()[::-1] if not call.practice][:limit]

    async def practice_calls(self, limit: int, agent: AgentId | None = None) -> Sequence[Call]:
        newest_first = self._by_age()[::-1]
        return [c for c in newest_first if c.practice and agent in (None, c.practice.agent)][:limit]

    def _by_age(self) -> list[Call]:
        self._answers()
        return sorted(self._calls.values(), key=lambda c: (c.arrived_at, c.id))

    async def who_served(self, caller: str, since: datetime, limit: int) -> Sequence[AgentId]:
        theirs = [c for c in self._by_age() if c.caller and self._vault.text(c.caller) == caller]
        answered = [
            (recorded.at, recorded.event.agent)
            for call in theirs
            for recorded in self._events[call.id]
            if isinstance(recorded.event, Answered) and recorded.at >= since
        ]
        return tuple(dict.fromkeys(agent for _, agent in sorted(answered, reverse=True)[:limit]))

    async def unanswered(self, since: datetime) -> Sequence[Recorded]:
        return self._of_all(since, (NoScriptFits, QuestionNoted))

    async def reviews(self, since: datetime) -> Sequence[Recorded]:
        return self._of_all(since, get_args(ReviewEvent))

    def _of_all(self, since: datetime, kind: tuple[type, ...]) -> Sequence[Recorded]:
        calls = [call for call in self._by_age() if not call.practice]
        every = (recorded for call in calls for recorded in self._events[call.id] if recorded.at >= since)
        found = [recorded for recorded in every if isinstance(recorded.event, kind)]
        return sorted(found, key=lambda r: (r.at, r.call, r.seq))

    async def timeline(self, call: CallId) -> Sequence[Recorded]:
        self._answers()
        return tuple(self._events.get(call, ()))

    async def walks(self, since: datetime, until: datetime) -> AsyncIterator[Walk]:
        arrived = [c for c in self._by_age() if since <= c.arrived_at < until and not c.practice]
        each = Counter(walk(call, self._events[call.id]) for call in arrived)
        for way, calls in each.items():
            yield Walk(way.agency, way.marks, calls)

    async def values(self, refs: Sequence[Ref]) -> dict[Ref, str]:
        self._answers()
        found = {ref: self._vault.text(ref) for ref in refs}
        return {ref: text for ref, text in found.items() if text is not None}

    async def refs_of(self, value: str) -> dict[Ref, CallId]:
        self._answers()
        return self._vault.refs_of(value)

    async def next_request_serial(self) -> int:
        self._answers()
        self._serial += 1
        return self._serial

    async def commit_request(self, change: RequestChange) -> None:
        self._answers()
        self._refuse_request(change)
        self._keep_request(change)

    async def request(self, number: str) -> ServiceRequest | None:
        self._answers()
        return self._requests.get(number)

    async def request_history(self, number: str) -> Sequence[RequestRecorded]:
        self._answers()
        return tuple(self._request_events.get(number, ()))

    async def request_by_key(self, key: str) -> ServiceRequest | None:
        self._answers()
        return self._requests.get(self._by_key.get(key, ""))

    async def requests_about(self, receipt: str) -> Sequence[ServiceRequest]:
        self._answers()
        every = self._requests.values()
        of_it = [r for r in every if r.receipt and self._vault.text(r.receipt) == receipt]
        return sorted(of_it, key=lambda r: (r.created_at, r.number))

    async def requests_at(self, office: str) -> Sequence[ServiceRequest]:
        self._answers()
        return in_order_of_work(r for r in self._requests.values() if r.office == office)

    async def messages(self, call: CallId) -> Sequence[OutboxMessage]:
        self._answers()
        return sorted((m for m in self._messages.values() if m.call == call), key=lambda m: m.created_at)

    async def queued_messages(self) -> Sequence[OutboxMessage]:
        self._answers()
        queued = [m for m in self._messages.values() if m.status == "queued"]
        return sorted(queued, key=lambda m: m.due_at)

    async def count_messages(self, to: str, since: datetime) -> int:
        self._answers()
        made = [m for m in self._messages.values() if m.created_at >= since]
        return sum(self._vault.text(m.to) == to for m in made)

    async def put_off_message(self, message: OutboxMessage) -> None:
        self._answers()
        self._messages[message.id] = message

    async def credential(self, user: str) -> Credential | None:
        self._answers()
        return self._credentials.get(user)

    async def set_credential(self, credential: Credential) -> None:
        self._answers()
        self._credentials[credential.user] = credential

    async def open_session(self, token_hash: str, user: str, until: datetime, now: datetime) -> None:
        self._answers()
        self._sessions = {key: kept for key, kept in self._sessions.items() if kept[1] > now}
        self._sessions[token_hash] = (AgentId(user), until)

    async def session(self, token_hash: str, now: datetime) -> AgentId | None:
        self._answers()
        user, until = self._sessions.get(token_hash, (None, now))
        return user if until > now else None

    async def close_session(self, token_hash: str) -> None:
        self._answers()
        self._sessions.pop(token_hash, None)

    async def close_sessions(self, user: str, *, but: str | None = None) -> None:
        self._answers()
        for token_hash, (whose, _) in list(self._sessions.items()):
            if whose == user and token_hash != but:
                del self._sessions[token_hash]

    async def keep_duties(self, duties: Sequence[Duty]) -> None:
        self._answers()
        for duty in duties:
            before = self._duties.get(duty.agent)
            self._duties[duty.agent] = duty
            if before is None or before.state != duty.state:
                self._states.append((duty.agent, duty.state))

    async def duties(self) -> Sequence[Duty]:
        self._answers()
        return [self._duties[agent] for agent in sorted(self._duties)]

    async def states_of(self, agent: AgentId, since: datetime) -> Sequence[AgentState]:
        self._answers()
        return [state for who, state in self._states if who == agent and state.since >= since]

    def _answers(self) -> None:
        if self.away:
            raise StoreAway("the database is away")
