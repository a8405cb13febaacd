"""Walks a caller through an agency's flow: the real use cases, on the twin."""

from collections import deque
from collections.abc import Sequence
from datetime import datetime

import msgspec

from tierline.calls.events import AnyEvent
from tierline.calls.message_events import MessageQueued
from tierline.calls.names import CallId, MessageId, Tier
from tierline.desk.look_ups.answer import Answer
from tierline.desk.speaking import language_of
from tierline.ports.case_system import CaseRecord
from tierline.ports.prompts import Spoken
from tierline.twin import systems
from tierline.twin.caller import Caller, SpeaksOnAndOn
from tierline.twin.cases import MemoryCases
from tierline.twin.closing import closed
from tierline.twin.earlier import Earlier, all_made
from tierline.twin.folder import Folder
from tierline.twin.given import instead, not_asked
from tierline.twin.keys import HANGS_UP, LISTENS, OUTWAITS, SILENT, TYPES
from tierline.twin.outcome import Outcome, outcome
from tierline.twin.problems import gathered
from tierline.twin.rehearsal import Rehearsal
from tierline.twin.staffing import all_ready, all_waiting, staffed
from tierline.twin.systems import CaseSystemState, RecordsState
from tierline.twin.trace import Did, Entry, Sent, merged


class Scenario(msgspec.Struct, frozen=True, kw_only=True):
    """Who calls when, what they do and what they meet. `caller` None withholds the number; `at` is in UTC.
    `silent` are case systems that do not answer, by id. `staff` are agents who are on duty, `ahead` callers
    who asked for a person before. `closure` is what the agency says of one that holds. `requests` were made
    before. `answers` are given instead of those that the center would find."""

    at: datetime
    keys: str = ""
    caller: str | None = None
    case_records: tuple[CaseRecord, ...] = ()
    cases: CaseSystemState = "sample"
    silent: frozenset[str] = frozenset()
    records: RecordsState = "kept"
    staff: dict[Tier, int] = {}
    ahead: dict[Tier, int] = {}
    closure: str = ""
    requests: tuple[Earlier, ...] = ()
    answers: dict[str, Answer] = {}


class Walked(msgspec.Struct, frozen=True, kw_only=True):
    """`keys_left` could not be pressed, the call being over. `not_asked` are the given answers that nothing
    asked for. `problems` are errors that a live center would have logged."""

    trace: tuple[Entry, ...]
    events: tuple[AnyEvent, ...]
    outcome: Outcome
    keys_left: str
    not_asked: tuple[str, ...]
    problems: tuple[str, ...]


def walk(folder: Folder, scenario: Scenario) -> Walked:
    """One call, until the center has nothing more to say before the caller does something."""
    agency = staffed(folder.agency, scenario.staff)
    if scenario.closure:
        agency = closed(agency, scenario.closure, scenario.at)
    cases = MemoryCases(scenario.case_records)
    find = instead(scenario.answers)
    rehearsal = Rehearsal(agency, folder.messages, cases, scenario.at, find_instead=find)
    with gathered() as problems, rehearsal:
        all_made(rehearsal, scenario.requests)
        all_ready(rehearsal, scenario.staff)
        all_waiting(rehearsal, scenario.ahead)
        systems.put(rehearsal, scenario.cases)
        systems.put_silent(rehearsal, scenario.silent)
        systems.put_records(rehearsal, scenario.records)
        call = _Walk(rehearsal, scenario.caller)
        left = call.do(scenario.keys)
    return Walked(
        trace=tuple(call.trace),
        events=tuple(call.events),
        outcome=outcome(call.events),
        keys_left=left,
        not_asked=not_asked(scenario.answers, call.events),
        problems=(*call.problems, *problems),
    )


class _Walk:
    def __init__(self, rehearsal: Rehearsal, caller: str | None) -> None:
        self._rehearsal = rehearsal
        self._spoken: deque[tuple[CallId, Sequence[Spoken]]] = deque()
        self.trace: list[Entry] = []
        self.events: list[AnyEvent] = []
        self.problems: list[str] = []
        rehearsal.center.on_spoken.append(self._hears)
        self._caller = Caller(rehearsal, rehearsal.offer(rehearsal.agency.profile.numbers[0], caller))
        self._does = {
            HANGS_UP: self._caller.hangs_up,
            TYPES: self._caller.types,
            OUTWAITS: self._caller.outwaits_the_hours,
        }
        self._follow()

    def do(self, keys: str) -> str:
        """Then stays on the line. Returns the keys for which the call was over."""
        try:
            for place, key in enumerate(keys):
                if not self._caller.connected:
                    return keys[place:].strip()
                self._act(key)
            self._caller.stays_until_asked()
        except SpeaksOnAndOn as endless:
            self.problems.append(str(endless))
        self._follow()
        return ""

    def _act(self, key: str) -> None:
        if key == LISTENS:
            self._caller.hears_out()
        elif key == SILENT:
            self._caller.stays_until_asked()
            self._follow()
            self.trace.append(Did(key))
            self._caller.stays_silent()
        else:
            self.trace.append(Did(key))
            self._does.get(key, lambda: self._caller.presses(key))()
        self._follow()

    def _hears(self, call: CallId, spoken: Sequence[Spoken]) -> None:
        self._spoken.append((call, spoken))

    def _follow(self) -> None:
        """Takes up what has happened since."""
        timeline = self._rehearsal.timeline(self._caller.call_id)
        news = [recorded.event for recorded in timeline[len(self.events) :]]
        self.events += news
        said = [spoken for call, spoken in self._spoken if call == self._caller.call_id]
        self.trace += merged(news, said, self._rehearsal.do(self._written(news)))
        self._spoken.clear()

    async def _written(self, news: Sequence[AnyEvent]) -> dict[MessageId, Sent]:
        center = self._rehearsal.center
        queued = [event for event in news if isinstance(event, MessageQueued)]
        if not queued:  # as always while the records are away
            return {}
        values = await center.store.values([ref for event in queued for ref in (event.to, event.text)])
        call = await center.store.call(self._caller.call_id)
        assert call
        language = language_of(center, call)
        return {
            event.message: Sent(event.channel, event.prompt, language, values[event.to], values[event.text])
            for event in queued
        }
