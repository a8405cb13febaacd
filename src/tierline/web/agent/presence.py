"""Whether an agent's screen is there: when the last one has been away for some seconds, so is the agent.
Those who work without a screen are never taken for gone."""

from collections.abc import Iterator
from contextlib import contextmanager

from tierline.calls.names import AgentId
from tierline.desk import duty
from tierline.desk.center import Center
from tierline.desk.seats import Desk, screen_timer

_SECONDS_TO_COME_BACK = 5.0


class Presence:
    def __init__(self, center: Center) -> None:
        self._center = center
        self._seats = center.floor.seats

    def is_here(self, agent: AgentId) -> bool:
        return self._seats.any_open(agent)

    @contextmanager
    def screen(self, agent: AgentId, desk: Desk = "") -> Iterator[None]:
        """Open for as long as the block lasts. An agent has one that they work at, and others that look
        on."""
        self._center.cancel(screen_timer(agent))
        try:
            with self._seats.opened(agent, desk):
                yield
        finally:
            if not self.is_here(agent):
                self._center.after(
                    screen_timer(agent), "gone", _SECONDS_TO_COME_BACK, lambda: self._gone(agent)
                )

    async def _gone(self, agent: AgentId) -> None:
        if not self.is_here(agent):
            await duty.gone(self._center, agent)
