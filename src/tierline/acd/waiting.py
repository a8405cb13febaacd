"""A caller who waits for a person, and whom they will do with as time passes."""

from datetime import datetime

import msgspec

from tierline.acd.line import Place
from tierline.acd.needs import Need
from tierline.calls.names import AgentId, CallId, Tier


class QueueName(msgspec.Struct, frozen=True, order=True, cache_hash=True):
    """Those who wait for the same: `rule` is the one of `queues.yaml` that put them there, "" where none
    did."""

    tier: Tier
    language: str
    rule: str = ""


class Stage(msgspec.Struct, frozen=True):
    """From `at` on, anyone who meets `need` will do."""

    at: datetime
    need: Need


class WaitingCall(msgspec.Struct, frozen=True):
    """`since` is the original age, whatever happened to the call in between (I4). `stages` follow one another
    in time; before the first it is not the caller's turn, whoever is ready. `head_start` seconds are the
    priority: counted as if the caller had waited that much longer, so that nobody waits for ever behind
    others who come later."""

    id: CallId
    queue: QueueName
    since: datetime
    stages: tuple[Stage, ...]
    head_start: float = 0.0
    not_to: frozenset[AgentId] = frozenset()
    """Agents who already are in this call."""

    @property
    def place(self) -> Place[CallId]:
        """Never changes while the caller waits, so that a line need not be sorted again."""
        return self.since.timestamp() - self.head_start, self.id

    def need(self, now: datetime) -> Need | None:
        """None before the first stage."""
        begun = [stage.need for stage in self.stages if stage.at <= now]
        return begun[-1] if begun else None

    def next_stage(self, now: datetime) -> datetime | None:
        return min((stage.at for stage in self.stages if stage.at > now), default=None)
