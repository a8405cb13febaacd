"""The states of an agent, as the field names them."""

from datetime import datetime
from typing import Literal

import msgspec

from tierline.calls.names import AgentId, CallId, Tier

StateName = Literal["not_ready", "ready", "reserved", "talking", "wrap_up"]


class AgentState(msgspec.Struct, frozen=True):
    """`reason` says why not ready; `until` ends wrap-up; `call` is the one reserved for, talked to or wrapped
    up."""

    name: StateName
    since: datetime
    reason: str | None = None
    call: CallId | None = None
    until: datetime | None = None


class ReadyAgent(msgspec.Struct, frozen=True):
    id: AgentId
    tier: Tier
    languages: frozenset[str]
    ready_since: datetime


class WaitingCall(msgspec.Struct, frozen=True):
    """`since` is the original age, whatever happened to the call in between (I4)."""

    id: CallId
    tier: Tier
    language: str
    since: datetime
    not_to: frozenset[AgentId] = frozenset()
    """Agents who already are in this call, or to whom it should not ring again just now."""
