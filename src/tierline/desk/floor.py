"""The agents on duty and the state each is in."""

from collections.abc import Callable
from datetime import datetime, timedelta

from tierline.acd import duty as acd
from tierline.acd.agents import AgentState, ReadyAgent, StateName
from tierline.acd.duty import Duty
from tierline.acd.router import Router
from tierline.calls.names import AgentId, CallId
from tierline.desk.seats import Seats
from tierline.ports.clock import Clock

Able = Callable[[AgentId, datetime], ReadyAgent | None]
"""What an agent who has been ready since then can take; None for those who take no calls."""

Keep = Callable[[Duty], None]


class Floor:
    """Tells the router who is ready, and the record what each agent's duty has come to. A reservation is not
    told: it is durable with its call."""

    def __init__(self, clock: Clock, router: Router, able: Able, keep: Keep) -> None:
        self._clock = clock
        self._router = router
        self._able = able
        self._keep = keep
        self._duties: dict[AgentId, Duty] = {}
        self.on_change: list[Callable[[AgentId], None]] = []
        self.seats = Seats(clock)

    def knows(self, agent: AgentId) -> bool:
        """Whether they have been on duty; for anybody else `duty` gives one as of now."""
        return agent in self._duties

    def duty(self, agent: AgentId) -> Duty:
        return self._duties.get(agent) or acd.absent(agent, self._clock.now())

    def state(self, agent: AgentId) -> AgentState:
        return self.duty(agent).state

    def agents(self) -> dict[AgentId, AgentState]:
        return {agent: duty.state for agent, duty in self._duties.items()}

    def on_duty(self) -> dict[AgentId, AgentState]:
        """Those of them who are there for real callers."""
        return {agent: duty.state for agent, duty in self._duties.items() if not duty.practising}

    def put(
        self,
        agent: AgentId,
        name: StateName,
        *,
        reason: str | None = None,
        call: CallId | None = None,
        seconds: float | None = None,
        by: AgentId | None = None,
        why: str | None = None,
    ) -> None:
        now = self._clock.now()
        until = now + timedelta(seconds=seconds) if seconds is not None else None
        self.change(acd.moved(self.duty(agent), AgentState(name, now, reason, call, until, by, why)))

    def change(self, duty: Duty) -> None:
        """Whatever else becomes of a duty than another state."""
        self._duties[duty.agent] = duty
        self._tell(duty.agent)
        for tell in self.on_change:
            tell(duty.agent)
        if duty.state.name != "reserved":
            self._keep(duty)

    def take_up(self, duty: Duty) -> None:
        """As a process before this one left it."""
        self._duties[duty.agent] = duty
        self._tell(duty.agent)

    def staff_changed(self) -> None:
        for agent in self._duties:
            self._tell(agent)

    def _tell(self, agent: AgentId) -> None:
        state = self._duties[agent].state
        ready = self._able(agent, state.since) if state.name == "ready" else None
        if ready:
            self._router.ready(ready)
        else:
            self._router.unready(agent)
