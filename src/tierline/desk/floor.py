"""The agents on duty and the state each is in."""

from datetime import timedelta

import msgspec

from tierline.acd.agents import AgentState, StateName
from tierline.calls.names import AgentId, CallId
from tierline.ports.clock import Clock


class Floor:
    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._states: dict[AgentId, AgentState] = {}

    def state(self, agent: AgentId) -> AgentState:
        return self._states.get(agent) or AgentState("not_ready", self._clock.now(), reason="signed out")

    def agents(self) -> dict[AgentId, AgentState]:
        return dict(self._states)

    def ready(self) -> dict[AgentId, AgentState]:
        return {agent: state for agent, state in self._states.items() if state.name == "ready"}

    def put(
        self,
        agent: AgentId,
        name: StateName,
        *,
        reason: str | None = None,
        call: CallId | None = None,
        seconds: float | None = None,
    ) -> None:
        now = self._clock.now()
        until = now + timedelta(seconds=seconds) if seconds is not None else None
        self._states[agent] = AgentState(name, now, reason, call, until)

    def forget_call(self, agent: AgentId) -> None:
        """The agent goes on in the same state without the call of before."""
        self._states[agent] = msgspec.structs.replace(self.state(agent), call=None)
