"""Keeps the door: no new call comes in while we are behind, so that those in progress go on being served.

How far behind is measured by what a caller would wait for: a timer of ours that comes late, or an engine that
takes long to answer a trifle, which waits its turn among all else that it was asked."""

import asyncio
from datetime import timedelta

import structlog

from tierline.desk.center import Center
from tierline.desk.overload import Crowd
from tierline.ports.door import Admission, Door
from tierline.ports.switch import SwitchAway

log = structlog.get_logger()

LOOKS_EACH = 0.25
"""Seconds. Shorter than what a caller would call a wait."""

COUNTS_EACH = timedelta(seconds=2)
OVER_AFTER = timedelta(minutes=1)
"""Without a call that was turned away."""


class Admitting:
    """`begin`s to look, for as long as the center runs."""

    def __init__(self, center: Center, door: Door, most: Admission) -> None:
        self._center = center
        self._door = door
        self._most = most
        self._set = False
        self._held = False
        self._due = self._counted = center.clock.now()

    def begin(self) -> None:
        self._look_again()

    async def look(self) -> None:
        now = self._center.clock.now()
        late = (now - self._due).total_seconds() > self._most.late_seconds
        try:
            if not self._set:
                await self._door.admit(self._most)
                self._set = True
            await self._hold(late or not await self._in_time())
            if now - self._counted >= COUNTS_EACH:
                self._counted = now
                await self._count()
        except SwitchAway:
            self._set = False  # the engine has its own bounds, and nobody comes in but by it
        except OSError as full:
            log.warning("how many were turned away could not be written down", why=str(full))

    async def _in_time(self) -> bool:
        try:
            async with asyncio.timeout(self._most.late_seconds):
                await self._door.reach()
        except TimeoutError:
            return False
        return True

    async def _hold(self, held: bool) -> None:
        if held or self._held:  # again and again, since it would let go by itself
            await self._door.hold(held=held)
        self._held = held

    async def _count(self) -> None:
        overload, now = self._center.overload, self._center.clock.now()
        before, total = overload.turned_away, await self._door.turned_away()
        overload.turned_away = total
        crowd = overload.crowd
        if before is not None and total.calls > before.calls:
            if crowd is None:
                log.warning("more calls than we carry: callers are turned away")
            more = total.calls - before.calls
            overload.crowd = Crowd(crowd.since, now, crowd.calls + more) if crowd else Crowd(now, now, more)
            self._center.changed()
        elif crowd and now - crowd.last >= OVER_AFTER:
            log.warning("all calls come in again", turned_away=crowd.calls, since=crowd.since.isoformat())
            overload.crowd = None
            self._center.changed()

    def _look_again(self) -> None:
        self._due = self._center.clock.now() + timedelta(seconds=LOOKS_EACH)
        self._center.after("door", "look", LOOKS_EACH, self._looked)

    async def _looked(self) -> None:
        try:
            await self.look()
        finally:
            self._look_again()
