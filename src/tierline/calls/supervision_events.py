"""A supervisor listens in on a call, whispers to the agent, joins, or takes the caller over."""

from typing import Literal

from tierline.calls.event import Event
from tierline.calls.names import AgentId, LegId, Ref

Mode = Literal["monitor", "whisper", "barge"]
"""The field's names: hears all and is heard by nobody; is heard by the agent alone; is heard by all."""

Ending = Literal["left", "unanswered", "call_over", "no_agent", "took_over", "withdrawn"]
"""The supervisor hung up, or was lost; their phone did not answer; the call ended; nobody served the caller
any more; they serve the caller now; they were not needed any more."""


class SupervisionAsked(Event, frozen=True, tag=True):
    """Durable before the supervisor's phone rings. `reason` is None where they gave none. `away` is why they
    were not ready before, None if they were."""

    agent: AgentId
    leg: LegId
    mode: Mode
    reason: Ref | None
    away: str | None


class SupervisionBegan(Event, frozen=True, tag=True):
    """The supervisor is on the line. `told`: the agent is, on screen."""

    agent: AgentId
    mode: Mode
    told: bool


class SupervisionChanged(Event, frozen=True, tag=True):
    agent: AgentId
    mode: Mode
    told: bool


class SupervisionEnded(Event, frozen=True, tag=True):
    """`told`: the agent knew of it."""

    agent: AgentId
    how: Ending
    told: bool


SupervisionEvent = SupervisionAsked | SupervisionBegan | SupervisionChanged | SupervisionEnded
