"""The states of an agent, as the field names them."""

from datetime import datetime
from typing import Literal

import msgspec

from tierline.acd.line import Place
from tierline.acd.needs import Ability
from tierline.calls.names import AgentId, CallId
from tierline.staff.work_states import SIGNED_OUT

StateName = Literal["not_ready", "ready", "reserved", "talking", "wrap_up"]


class AgentState(msgspec.Struct, frozen=True):
    """`reason` says why not ready: one of the agency's, or the center's own; `until` ends wrap-up; `call` is
    the one reserved for, talked to or wrapped up. `by` is the supervisor who put the agent into it, and `why`
    in their words; `extended` says that wrap-up was made longer already."""

    name: StateName
    since: datetime
    reason: str | None = None
    call: CallId | None = None
    until: datetime | None = None
    by: AgentId | None = None
    why: str | None = None
    extended: bool = False

    @property
    def signed_out(self) -> bool:
        return self.name == "not_ready" and self.reason == SIGNED_OUT

    @property
    def in_call(self) -> bool:
        """Or about to be."""
        return self.name in ("reserved", "talking")


class ReadyAgent(msgspec.Struct, frozen=True):
    id: AgentId
    ability: Ability
    since: datetime

    @property
    def place(self) -> Place[AgentId]:
        """The longest idle is first."""
        return self.since.timestamp(), self.id
