"""Who gets which call: of all callers whom a ready agent can help, the one whose turn it is first, to the
agent who has been idle longest.

It is told of each change and keeps everyone in order, so that no decision looks at all who wait: a caller
joins one line, an agent another, and only lines that something has changed for are compared. The kinds of
need and of ability are few (tiers x languages x skills x sites), however many people there are.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime

import msgspec

from tierline.acd.agents import ReadyAgent
from tierline.acd.explaining import why_presented, why_waiting
from tierline.acd.fitting import Fitting
from tierline.acd.line import Line, Lines, Place
from tierline.acd.needs import Ability, Need, meets
from tierline.acd.waiting import QueueName, WaitingCall
from tierline.calls.names import AgentId, CallId
from tierline.sentence import Sentence


class Present(msgspec.Struct, frozen=True):
    call: CallId
    agent: AgentId
    because: Sentence


class Queue(msgspec.Struct, frozen=True):
    length: int
    first: WaitingCall


class _Standing(msgspec.Struct, frozen=True):
    """Where a caller stands: lined up for `need` (None before the first stage), until `next` begins."""

    call: WaitingCall
    need: Need | None
    next: datetime | None

    @property
    def change(self) -> Place[CallId] | None:
        return (self.next.timestamp(), self.call.id) if self.next else None


class _Match(msgspec.Struct, frozen=True):
    call: WaitingCall
    need: Need
    agent: ReadyAgent


class Router:
    """Asks no clock: `now` is an argument, and never goes back. Not safe for threads."""

    def __init__(self) -> None:
        self._calls: dict[CallId, _Standing] = {}
        self._agents: dict[AgentId, ReadyAgent] = {}
        self._waiting: defaultdict[AgentId | None, Lines[Need, CallId]] = defaultdict(Lines)
        """By the agent they wait for: None for those who will do with anybody able."""
        self._ready: Lines[Ability, AgentId] = Lines()
        self._queues: Lines[QueueName, CallId] = Lines()
        self._changes: Line[CallId] = Line()
        """By when each caller's next stage begins."""
        self._touched: set[Need] = set()
        """The lines that may have a match; any other has none."""
        self._fitting = Fitting()

    # ---- what happens

    def waits(self, call: WaitingCall, now: datetime) -> None:
        """From now on, or otherwise than before."""
        self.leaves(call.id)
        self._line_up(call, now)

    def leaves(self, call_id: CallId) -> None:
        """Nothing happens for one who does not wait."""
        if call_id in self._calls:
            self._out_of_line(call_id)

    def ready(self, agent: ReadyAgent) -> None:
        """From now on, or otherwise than before."""
        self.unready(agent.id)
        self._agents[agent.id] = agent
        self._ready.join(agent.ability, agent.place)
        self._touched.update(n for n in self._fitting.needs(agent.ability) if n in self._waiting[None])
        self._touched.update(self._waiting[agent.id])

    def unready(self, agent_id: AgentId) -> None:
        """Nothing happens for one who is not ready."""
        if agent := self._agents.pop(agent_id, None):
            self._ready.leave(agent.ability, agent.place)

    # ---- what follows from it

    def decide(self, now: datetime, at_most: int | None = None) -> Sequence[Present]:
        """Who is presented whom, in the order of the callers' turns. They wait and are ready no more. After
        `at_most` the others are left to the next time, as they are then."""
        self._begin_stages(now)
        decisions: list[Present] = []
        matches = self._matches(self._touched)
        self._touched.clear()
        while matches and len(decisions) != at_most:
            match = min(matches.values(), key=_turn)
            because = why_presented(match.need, self._ready_for(match.need))
            decisions.append(Present(match.call.id, match.agent.id, because))
            self.leaves(match.call.id)
            self.unready(match.agent.id)
            # The other matches stand: that somebody else is gone makes nobody's turn come, nor go.
            broken = [n for n, m in matches.items() if m.call is match.call or m.agent is match.agent]
            for need in broken:
                del matches[need]
            matches |= self._matches(broken)
        self._touched.update(matches)
        return decisions

    def next_change(self) -> datetime | None:
        """When a caller's next stage begins, and `decide` is to be asked again."""
        return self._calls[self._changes.first].next if self._changes else None

    # ---- what is so

    @property
    def undecided(self) -> bool:
        """Whether something has changed since `decide`."""
        return bool(self._touched)

    def has(self, call_id: CallId) -> bool:
        """Whether this caller waits, also for a turn that is only to come."""
        return call_id in self._calls

    def why_waiting(self, call_id: CallId) -> Sentence:
        """Why this caller, who waits, has not been presented to anybody. Raises KeyError."""
        standing = self._calls[call_id]
        if standing.need is None:
            return why_waiting(None, ready=0, ahead=0)
        ahead = self._waiting[standing.need.agent].of(standing.need).ahead_of(standing.call.place)
        return why_waiting(standing.need, ready=self._ready_for(standing.need), ahead=ahead)

    def position(self, call: WaitingCall) -> int:
        """1 for the next of the call's queue, also for one who does not wait yet. Who is called back later is
        not counted before."""
        return 1 + self._queues.of(call.queue).ahead_of(call.place)

    def length(self, queue: QueueName) -> int:
        """How many wait in it for their turn."""
        return len(self._queues.of(queue))

    def queues(self) -> Mapping[QueueName, Queue]:
        """Those in which somebody waits for their turn."""
        return {name: Queue(len(line), self._calls[line.first].call) for name, line in self._queues.items()}

    # ----

    def _line_up(self, call: WaitingCall, now: datetime) -> None:
        standing = _Standing(call, call.need(now), call.next_stage(now))
        self._calls[call.id] = standing
        if standing.change:
            self._changes.join(standing.change)
        if standing.need:
            self._queues.join(call.queue, call.place)
            self._waiting[standing.need.agent].join(standing.need, call.place)
            self._touched.add(standing.need)

    def _out_of_line(self, call_id: CallId) -> WaitingCall:
        standing = self._calls.pop(call_id)
        if standing.change:
            self._changes.leave(standing.change)
        if standing.need:
            self._queues.leave(standing.call.queue, standing.call.place)
            self._waiting[standing.need.agent].leave(standing.need, standing.call.place)
        return standing.call

    def _begin_stages(self, now: datetime) -> None:
        while (at := self.next_change()) and at <= now:
            self._line_up(self._out_of_line(self._changes.first), now)

    def _matches(self, needs: Iterable[Need]) -> dict[Need, _Match]:
        """A line without one is looked at again when it is touched."""
        return {need: match for need in needs if (match := self._match(need))}

    def _match(self, need: Need) -> _Match | None:
        for call_id in self._waiting[need.agent].of(need):
            call = self._calls[call_id].call
            if agent := self._longest_idle(need, but=call.not_to):
                return _Match(call, need, agent)
            if not call.not_to:
                return None  # nor is there one for those behind, who are no less choosy
        return None

    def _longest_idle(self, need: Need, but: Collection[AgentId]) -> ReadyAgent | None:
        if need.agent:
            known = self._agents.get(need.agent)
            return known if known and meets(known.ability, need) and known.id not in but else None
        firsts = (next((a for a in line if a not in but), None) for line in self._able(need))
        return min((self._agents[a] for a in firsts if a), key=lambda agent: agent.place, default=None)

    def _able(self, need: Need) -> Iterator[Line[AgentId]]:
        return (self._ready[kind] for kind in self._fitting.abilities(need) if kind in self._ready)

    def _ready_for(self, need: Need) -> int:
        if need.agent:
            return int(need.agent in self._agents)
        return sum(map(len, self._able(need)))


def _turn(match: _Match) -> Place[CallId]:
    return match.call.place
