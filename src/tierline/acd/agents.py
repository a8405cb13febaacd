"""The states of an agent, as the field names them."""

from datetime import datetime
from typing import Literal

import msgspec

from tierline.acd.line import Place
from tierline.acd.needs import Ability
from tierline.calls.names import AgentId, CallId

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
    ability: Ability
    since: datetime

    @property
    def place(self) -> Place[AgentId]:
        """The longest idle is first."""
        return self.since.timestamp(), self.id
