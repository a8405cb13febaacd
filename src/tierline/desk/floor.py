"""The agents on duty and the state each is in."""

from collections.abc import Callable
from datetime import datetime, timedelta

import msgspec

from tierline.acd.agents import AgentState, ReadyAgent, StateName
from tierline.acd.router import Router
from tierline.calls.names import AgentId, CallId
from tierline.ports.clock import Clock

Able = Callable[[AgentId, datetime], ReadyAgent | None]
"""What an agent who has been ready since then can take; None for those who take no calls."""


class Floor:
    """Tells the router who is ready."""

    def __init__(self, clock: Clock, router: Router, able: Able) -> None:
        self._clock = clock
        self._router = router
        self._able = able
        self._states: dict[AgentId, AgentState] = {}

    def state(self, agent: AgentId) -> AgentState:
        return self._states.get(agent) or AgentState("not_ready", self._clock.now(), reason="signed out")

    def agents(self) -> dict[AgentId, AgentState]:
        return dict(self._states)

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
        self._tell(agent)

    def forget_call(self, agent: AgentId) -> None:
        """The agent goes on in the same state without the call of before."""
        self._states[agent] = msgspec.structs.replace(self.state(agent), call=None)

    def staff_changed(self) -> None:
        for agent in self._states:
            self._tell(agent)

    def _tell(self, agent: AgentId) -> None:
        state = self._states[agent]
        ready = self._able(agent, state.since) if state.name == "ready" else None
        if ready:
            self._router.ready(ready)
        else:
            self._router.unready(agent)
