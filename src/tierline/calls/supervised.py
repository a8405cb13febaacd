"""What the state of a call says of the supervisors at it, and of an emergency in it."""

from datetime import datetime

import msgspec

from tierline.calls.names import AgentId, LegId, Ref
from tierline.calls.supervision_events import Mode


class Supervising(msgspec.Struct, frozen=True):
    """A supervisor at somebody else's call, from the ring of their phone on; `since` is of the mode. `away`
    is why they were not ready before, None if they were."""

    agent: AgentId
    leg: LegId
    mode: Mode
    since: datetime
    away: str | None
    answered: bool = False
    told: bool = False


class Emergency(msgspec.Struct, frozen=True):
    kind: str
    by: AgentId
    since: datetime
    joined: AgentId | None = None
    """The supervisor who came; nobody is sought any more."""
    acknowledged: AgentId | None = None
    note: Ref | None = None
