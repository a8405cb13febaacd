"""The floor, for pages that are told of changes alone.

With a thousand agents the whole of it is 8 ms of work and half a megabyte, and something changes many times
a second. What there is to see of an agent is made again only when their duty or their call has changed, once
for all screens; and a screen is told of those whom it was not told of as they are, so many at a time.
"""

from collections.abc import Iterator
from datetime import datetime

from msgspec import structs

from tierline.acd.duty import Duty
from tierline.calls.names import AgentId, Tier
from tierline.desk.center import Center
from tierline.desk.views.floor_view import (
    BesideAgents,
    FloorView,
    OnTheFloor,
    beside_agents,
    call_since,
    on_the_floor,
)
from tierline.ports.agency import Agency
from tierline.staff.person import Person

AGENTS_A_WAKE = 100
"""A millisecond of work."""


class FloorUpdate(BesideAgents, frozen=True, kw_only=True):
    """`reset` begins anew with what follows; `agents` are new or have changed, `gone` take no calls any more.
    All else is all that there is."""

    reset: bool
    agents: tuple[OnTheFloor, ...]
    gone: tuple[AgentId, ...]


class FloorScreen:
    """An open page, and what it was told last."""

    def __init__(self, board: "FloorBoard") -> None:
        self._board = board
        self._told: dict[AgentId, OnTheFloor] = {}
        self._beside: BesideAgents | None = None
        self.has_more = False

    def update(self) -> FloorUpdate | None:
        """What has changed since the last one, or as much of it as one wake tells; None for nothing."""
        now, changed = beside_agents(self._board.center), tuple(self._changed())
        gone = tuple(agent for agent in self._told if not self._board.takes_calls(agent))
        if not changed and not gone and now == self._beside:
            return None
        for agent in gone:
            del self._told[agent]
        self._told.update((line.user, line) for line in changed)
        reset, self._beside = self._beside is None, now
        return FloorUpdate(reset=reset, agents=changed, gone=gone, **structs.asdict(now))

    def _changed(self) -> Iterator[OnTheFloor]:
        self.has_more, told = False, 0
        for line in self._board.lines():
            if self._told.get(line.user) is line:
                continue
            if told == AGENTS_A_WAKE:
                self.has_more = True
                return
            told += 1
            yield line


class FloorBoard:
    """What there is to see of each agent, as it was made last."""

    def __init__(self, center: Center) -> None:
        self.center = center
        self._of: Agency | None = None
        self._made: dict[AgentId, tuple[Duty | None, datetime | None, OnTheFloor]] = {}

    def screen(self) -> FloorScreen:
        return FloorScreen(self)

    def whole(self) -> FloorView:
        return FloorView(agents=tuple(self.lines()), **structs.asdict(beside_agents(self.center)))

    def line_of(self, agent: AgentId) -> OnTheFloor:
        """Of one who takes calls."""
        return next(line for line in self.lines() if line.user == agent)

    def takes_calls(self, agent: AgentId) -> bool:
        person = self.center.agency.staff.get(agent)
        return bool(person and person.tier)

    def lines(self) -> Iterator[OnTheFloor]:
        """Of everyone who takes calls. Each is the same object as before where nothing has changed."""
        if self._of is not self.center.agency:  # names, reasons and limits are the agency's
            self._of, self._made = self.center.agency, {}
        for person in self.center.agency.staff.values():
            if person.tier:
                yield self._line(person, person.tier)

    def _line(self, person: Person, tier: Tier) -> OnTheFloor:
        # Nobody who has not been on duty yet has a duty that stays: one is made for whoever asks.
        floor = self.center.floor
        duty = floor.duty(person.user) if floor.knows(person.user) else None
        since = call_since(self.center, person.user)
        made = self._made.get(person.user)
        if made and made[0] is duty and made[1] == since:
            return made[2]
        line = on_the_floor(self.center, person, tier)
        self._made[person.user] = (duty, since, line)
        return line
