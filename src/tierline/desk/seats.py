"""The one screen at which each agent works. Whoever sits down at another leaves the first, which is told
why."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Literal

import msgspec

from tierline.calls.names import AgentId
from tierline.ports.clock import Clock

Desk = str
"""A page's own random name; empty for who works without a screen of ours."""

Lost = Literal["taken_over", "signed_out"]


class SeatLost(msgspec.Struct, frozen=True):
    """Why this screen shows nothing any more: the person went on at another, or a supervisor, who is named,
    signed them out. `why` is in the supervisor's words."""

    lost: Lost
    at: datetime
    by: str | None = None
    why: str | None = None


class Seats:
    """In memory: after a restart the screens that come back take their seats again."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._at: dict[AgentId, Desk] = {}
        self._lost: dict[tuple[AgentId, Desk], SeatLost] = {}
        self._open: dict[AgentId, Counter[Desk]] = {}
        """Of those who have a screen open, and no others."""

    def of(self, agent: AgentId) -> Desk | None:
        return self._at.get(agent)

    @contextmanager
    def opened(self, agent: AgentId, desk: Desk) -> Iterator[None]:
        """The screen is there for as long as the block lasts."""
        screens = self._open.setdefault(agent, Counter())
        screens[desk] += 1
        try:
            yield
        finally:
            screens[desk] -= 1
            if not screens.total():
                del self._open[agent]

    def any_open(self, agent: AgentId) -> bool:
        """Whether a screen is there: the one they work at, or another that looks on."""
        return agent in self._open

    def is_open(self, agent: AgentId) -> bool:
        """Whether the seat is in use, as far as can be known: who works without a screen may be there."""
        desk = self._at.get(agent)
        return desk is not None and (desk == "" or self._open.get(agent, Counter())[desk] > 0)

    def take(self, agent: AgentId, desk: Desk) -> bool:
        """Whether somebody else's screen lost the seat by it."""
        before = self._at.get(agent)
        self._at[agent] = desk
        self._lost.pop((agent, desk), None)
        if before is None or before == desk:
            return False
        self._lose(agent, before, SeatLost("taken_over", self._clock.now()))
        return True

    def vacate(self, agent: AgentId, *, by: str | None, why: str | None) -> None:
        """A supervisor signed the agent out."""
        desk = self._at.pop(agent, None)
        if desk is not None:
            self._lose(agent, desk, SeatLost("signed_out", self._clock.now(), by, why))

    def leave(self, agent: AgentId) -> None:
        """By themselves: nobody has to be told."""
        self._at.pop(agent, None)

    def was_here(self, agent: AgentId, desk: Desk) -> bool:
        """Whether this screen lost the seat, and does not come back by itself."""
        return desk != "" and (agent, desk) in self._lost

    def lost(self, agent: AgentId, desk: Desk) -> SeatLost | None:
        """None for the one in use, and where nobody sits."""
        told = self._lost.get((agent, desk))
        if told or self._at.get(agent) in (None, desk):
            return told
        return SeatLost("taken_over", self._clock.now())

    def _lose(self, agent: AgentId, desk: Desk, why: SeatLost) -> None:
        """Only the last one of each agent is still to be told."""
        for old in [key for key in self._lost if key[0] == agent]:
            del self._lost[old]
        self._lost[agent, desk] = why


def screen_timer(agent: AgentId) -> str:
    """Whose screen is away. A name of its own: the agent's other timers are all cancelled at once when they
    change state."""
    return f"screen-{agent}"
