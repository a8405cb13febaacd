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
from tierline.desk.theirs import oversees
from tierline.desk.views.floor_view import (
    BesideAgents,
    FloorView,
    OnTheFloor,
    beside_agents,
    call_since,
    figures_of,
    on_the_floor,
)
from tierline.ports.agency import Agency
from tierline.staff.person import Person

AGENTS_A_WAKE = 100
"""A millisecond of work."""


class FloorUpdate(BesideAgents, frozen=True, kw_only=True):
    """`reset` begins anew with what follows; `agents` are new or have changed, `gone` take no calls any more,
    or are not for this viewer. All else is all that there is."""

    reset: bool
    agents: tuple[OnTheFloor, ...]
    gone: tuple[AgentId, ...]


class FloorScreen:
    """A viewer's open page, and what it was told last."""

    def __init__(self, board: "FloorBoard", viewer: AgentId) -> None:
        self._board = board
        self._viewer = viewer
        self._told: dict[AgentId, OnTheFloor] = {}
        self._beside: BesideAgents | None = None
        self.has_more = False

    def update(self) -> FloorUpdate | None:
        """What has changed since the last one, or as much of it as one wake tells; None for nothing."""
        viewer = self._board.center.agency.staff.get(self._viewer)  # of now: their site may be another
        if viewer is None:
            return None
        now, changed = beside_agents(self._board.center, viewer), tuple(self._changed(viewer))
        gone = tuple(agent for agent in self._told if not self._board.shows(agent, viewer))
        if not changed and not gone and now == self._beside:
            return None
        for agent in gone:
            del self._told[agent]
        self._told.update((line.user, line) for line in changed)
        reset, self._beside = self._beside is None, now
        return FloorUpdate(reset=reset, agents=changed, gone=gone, **structs.asdict(now))

    def _changed(self, viewer: Person) -> Iterator[OnTheFloor]:
        self.has_more, told = False, 0
        for line in self._board.lines(viewer):
            if self._told.get(line.user) is line:
                continue
            if told == AGENTS_A_WAKE:
                self.has_more = True
                return
            told += 1
            yield line


class FloorBoard:
    """What there is to see of each agent, as it was made last, for those of each viewer's floor."""

    def __init__(self, center: Center) -> None:
        self.center = center
        self._of: Agency | None = None
        self._made: dict[AgentId, tuple[Duty | None, datetime | None, OnTheFloor]] = {}
        self._figures: dict[AgentId, tuple[OnTheFloor, OnTheFloor]] = {}

    def screen(self, viewer: Person) -> FloorScreen:
        return FloorScreen(self, viewer.user)

    def whole(self, viewer: Person) -> FloorView:
        beside = beside_agents(self.center, viewer)
        return FloorView(agents=tuple(self.lines(viewer)), **structs.asdict(beside))

    def line_of(self, agent: AgentId, viewer: Person) -> OnTheFloor:
        """Of one whom this viewer is shown."""
        return next(line for line in self.lines(viewer) if line.user == agent)

    def shows(self, agent: AgentId, viewer: Person) -> bool:
        return oversees(self.center, viewer, self.center.agency.staff.get(agent))

    def lines(self, viewer: Person) -> Iterator[OnTheFloor]:
        """Of everyone on the viewer's floor. Each is the same object as before where nothing has changed."""
        if self._of is not self.center.agency:  # names, reasons and limits are the agency's
            self._of, self._made = self.center.agency, {}
        for person in self.center.agency.staff.values():
            if person.tier and oversees(self.center, viewer, person):
                line = self._line(person, person.tier)
                yield self._figures_of(line) if viewer.role == "workforce" else line

    def _figures_of(self, line: OnTheFloor) -> OnTheFloor:
        made = self._figures.get(line.user)
        if made is None or made[0] is not line:
            made = self._figures[line.user] = (line, figures_of(line))
        return made[1]

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
