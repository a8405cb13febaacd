"""The agency's queues: who is counted as waiting longer, and with whom else a caller will do as time
passes."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Annotated

import msgspec
from msgspec.structs import replace

from tierline.acd.capacity import Capacity
from tierline.acd.needs import Need
from tierline.acd.waiting import QueueName, Stage, WaitingCall
from tierline.calls.names import AgentId, CallId, Tier

Seconds = Annotated[float, msgspec.Meta(ge=0)]


class Widening(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """After so many seconds of waiting the caller will do with more agents: those of every site, those who
    speak another language (an interpreter joins), those without the skills. Never with those of another tier:
    a call climbs only as the policy allows (`staff.escalation`)."""

    after_seconds: Seconds
    all_sites: bool = False
    languages: frozenset[str] = frozenset()
    without_skills: bool = False


class QueueRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Callers for this tier, in these languages (none named: any), who need all of these skills.

    `head_start_seconds` is their priority: counted as if they had waited that much longer. `sites` come
    first. A caller who comes back to an agent who knows them waits `known_agent_seconds` for that agent, one
    whom a colleague handed to an agent by name `named_agent_seconds`. A line that is full takes
    nobody more of those whom the flow sends there, each language's for itself."""

    id: str
    tier: Tier
    says: str
    languages: frozenset[str] = frozenset()
    skills: frozenset[str] = frozenset()
    head_start_seconds: Seconds = 0
    sites: frozenset[str] = frozenset()
    known_agent_seconds: Seconds = 0
    named_agent_seconds: Seconds = 30
    widening: tuple[Widening, ...] = ()
    capacity: Capacity | None = None


class QueuesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`queues.yaml`. The first rule that fits a caller holds; where none does, those of a tier and language
    wait for the longest idle agent, wherever. An agent knows who rings for `known_agent_days` after they
    spoke."""

    queues: tuple[QueueRule, ...] = ()
    known_agent_days: Annotated[int, msgspec.Meta(ge=1)] = 14

    @property
    def prefers_known_agents(self) -> bool:
        return any(rule.known_agent_seconds for rule in self.queues)

    def rule(self, tier: Tier, language: str, skills: frozenset[str]) -> QueueRule:
        for rule in self.queues:
            speaks = not rule.languages or language in rule.languages
            if rule.tier == tier and speaks and rule.skills <= skills:
                return rule
        return QueueRule(id="", tier=tier, says="")

    def capacity(self, queue: QueueName) -> Capacity | None:
        """Of a line; None for one that takes everybody."""
        return next((rule.capacity for rule in self.queues if rule.id == queue.rule), None)


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """Whom a caller asks for. It is nobody's turn before `not_before`; `knows` is the agent who knows the
    caller; `named` the one whom a colleague chose for them, of whatever language, from `named_at` on. With
    `nobody_else` the caller waits for that one alone."""

    tier: Tier
    language: str
    skills: frozenset[str] = frozenset()
    since: datetime
    not_before: datetime | None = None
    knows: AgentId | None = None
    named: AgentId | None = None
    named_at: datetime | None = None
    nobody_else: bool = False
    not_to: frozenset[AgentId] = frozenset()


def lined_up(rules: QueuesFile, call: CallId, wanted: Wanted) -> WaitingCall:
    """The caller in the line of the rule that fits."""
    rule = rules.rule(wanted.tier, wanted.language, wanted.skills)
    return WaitingCall(
        id=call,
        queue=QueueName(wanted.tier, wanted.language, rule.id),
        since=wanted.since,
        stages=_stages(rule, wanted),
        head_start=rule.head_start_seconds,
        not_to=wanted.not_to,
    )


def _stages(rule: QueueRule, wanted: Wanted) -> tuple[Stage, ...]:
    """In time; of several that begin at once the last holds."""
    begins = max(wanted.since, wanted.not_before or wanted.since)
    need = Need(wanted.tier, frozenset({wanted.language}), wanted.skills, rule.sites or None)
    stages = [Stage(begins, need)]
    for widening in sorted(rule.widening, key=lambda w: w.after_seconds):
        need = _wider(need, widening)
        stages.append(Stage(max(begins, wanted.since + timedelta(seconds=widening.after_seconds)), need))
    if wanted.named:
        only = Need(wanted.tier, frozenset(), agent=wanted.named, by_name=True)
        if wanted.nobody_else:
            return (Stage(begins, only),)
        return _first(only, stages, (wanted.named_at or begins) + timedelta(seconds=rule.named_agent_seconds))
    if wanted.knows and rule.known_agent_seconds:
        only = replace(stages[0].need, agent=wanted.knows)
        return _first(only, stages, begins + timedelta(seconds=rule.known_agent_seconds))
    return tuple(stages)


def _first(only: Need, stages: Sequence[Stage], for_others: datetime) -> tuple[Stage, ...]:
    """One agent alone, until others may."""
    return (Stage(stages[0].at, only), *(Stage(max(s.at, for_others), s.need) for s in stages))


def _wider(need: Need, widening: Widening) -> Need:
    return replace(
        need,
        languages=need.languages | widening.languages,
        skills=frozenset() if widening.without_skills else need.skills,
        sites=None if widening.all_sites else need.sites,
    )


NO_QUEUES = QueuesFile()
