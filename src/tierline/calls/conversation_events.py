"""What agents do with a call that several people may be in."""

from typing import Literal

from tierline.calls.event import Event
from tierline.calls.names import AgentId, Ref, Tier, Trigger


class ConsultAsked(Event, frozen=True, tag=True):
    """The agent wants to speak with a colleague, and then to go on with the caller. `person` is the one who
    was asked for; None for whoever of the tier is free first."""

    agent: AgentId
    to: Tier
    reason: Ref
    person: AgentId | None = None


class ConsultEnded(Event, frozen=True, tag=True):
    """The agent and the caller go on without the colleague."""

    agent: AgentId
    why: str


class SpokeWith(Event, frozen=True, tag=True):
    """With whom the agent speaks from now on: the colleague while the caller holds, the caller while the
    colleague does, or both together."""

    agent: AgentId
    whom: Literal["colleague", "caller", "everyone"]


class HandedOn(Event, frozen=True, tag=True):
    """The agent left the caller to another tier without waiting for somebody to answer: in the queue, or by a
    `callback` that was promised. `person` is the colleague who was chosen."""

    by: AgentId
    to: Tier
    trigger: Trigger
    reason: Ref
    person: AgentId | None = None
    how: Literal["queue", "callback"] = "queue"


class GivenBack(Event, frozen=True, tag=True):
    """The agent gave the caller back to the queue."""

    by: AgentId
    reason: Ref


class Muted(Event, frozen=True, tag=True):
    """The agent is not heard by anybody, or again."""

    agent: AgentId
    muted: bool


class KeysSent(Event, frozen=True, tag=True):
    """The agent pressed this many keys into the call. Which, is not kept: they may be an access code."""

    agent: AgentId
    count: int
    to: Literal["caller", "interpreter", "contact"]


ConversationEvent = ConsultAsked | ConsultEnded | SpokeWith | HandedOn | GivenBack | Muted | KeysSent
