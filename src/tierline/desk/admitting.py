"""Keeps the door: no new call comes in while we are behind, so that those in progress go on being served,
and afterwards fewer a second than before.

How far behind is measured by what callers wait for: how long those ring who have come in, and how late a
timer of ours comes."""

from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from itertools import islice

import structlog

from tierline.acd.pace import Pace
from tierline.desk.center import Center
from tierline.desk.overload import Crowd
from tierline.ports.door import Admission, Door
from tierline.ports.switch import SwitchAway

log = structlog.get_logger()

LOOKS_EACH = 0.25
"""Seconds. Shorter than what a caller would call a wait."""

REMEMBERS, A_SECOND = 17, 4
"""Looks: how many came in is the most of any second of the last four."""

OVER_AFTER = timedelta(minutes=1)
"""Without a call that was turned away."""


class Admitting:
    """`begin`s to look, for as long as the center runs."""

    def __init__(self, center: Center, door: Door, most: Admission) -> None:
        self._center = center
        self._door = door
        self._most = most
        self._held = False
        self._pace = Pace(most.a_second)
        self._told: float | None = None
        """The pace that the engine has; None while that is not known."""
        self._came: deque[tuple[datetime, int]] = deque(maxlen=REMEMBERS)
        self._due = center.clock.now() + timedelta(seconds=LOOKS_EACH)

    def begin(self) -> None:
        self._center.every("door", "look", LOOKS_EACH, self.look)

    async def look(self) -> None:
        now = self._center.clock.now()
        behind = max(now - self._due, self._center.overload.answering.took(now))
        self._due = now + timedelta(seconds=LOOKS_EACH)
        told, self._told = self._told, None  # unless it answers all of this: another may be in its place
        with suppress(SwitchAway):  # the engine has its own bounds, and nobody comes in but by it
            if told is None:
                await self._door.admit(self._most)
            await self._react(late=behind.total_seconds() > self._most.late_seconds)
            if self._pace.most != told:
                await self._door.pace(self._pace.most)
            self._told = self._pace.most

    async def _react(self, *, late: bool) -> None:
        await self._hold(late)
        self._came.append((self._center.clock.now(), await self._door.came_in()))
        more = await self._count()
        self._pace = self._pace.after(late=late, came=_most_a_second(self._came), more=more)

    async def _hold(self, held: bool) -> None:
        if held or self._held:  # again and again, since it would let go by itself
            await self._door.hold(held=held)
        self._held = held

    async def _count(self) -> bool:
        """Whether more were turned away."""
        overload, now = self._center.overload, self._center.clock.now()
        before, total = overload.turned_away, await self._door.turned_away()
        overload.turned_away = total
        crowd = overload.crowd
        more = total.calls - before.calls if before else 0
        if more > 0:
            if crowd is None:
                log.warning("more calls than we carry: callers are turned away")
            overload.crowd = Crowd(crowd.since, now, crowd.calls + more) if crowd else Crowd(now, now, more)
            self._center.changed()
        elif crowd and now - crowd.last >= OVER_AFTER:
            log.warning("all calls come in again", turned_away=crowd.calls, since=crowd.since.isoformat())
            overload.crowd = None
            self._center.changed()
        return more > 0


def _most_a_second(came: Sequence[tuple[datetime, int]]) -> float:
    seconds = zip(came, islice(came, A_SECOND, None), strict=False)
    rates = (
        (after - before) / (then - at).total_seconds()
        for (at, before), (then, after) in seconds
        if then > at and after >= before
    )
    return max(rates, default=0.0)
