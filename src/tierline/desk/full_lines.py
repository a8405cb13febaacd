"""Lines that take nobody more: decided when a caller would join, and told to supervisors while it lasts."""

import msgspec
from msgspec.structs import replace

from tierline.acd.capacity import Capacity, FullLine, has_room_again, reached
from tierline.acd.waiting import QueueName
from tierline.calls.line_events import LineFull
from tierline.calls.names import Tier
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.estimating import wait_minutes
from tierline.desk.speaking import language_of
from tierline.desk.waiting import for_tier

LOOKS_EACH = 5.0
"""Seconds, for what supervisors see. Who would join is not let in or turned away by an old look."""


class _Standing(msgspec.Struct, frozen=True):
    """`minutes` is the wait of whoever joins next; None while nobody can reckon it."""

    capacity: Capacity
    waiting: int
    minutes: float | None


def full_for(center: Center, call: Call, tier: Tier, skills: frozenset[str]) -> LineFull | None:
    """Why the line would not take this caller. None for one who has waited before: whoever was in line, lost
    their agent or was promised a callback keeps their place, however long the line has become."""
    if call.waiting_since:
        return None
    queue = for_tier(center.pinned(call), replace(call, skills=skills or call.skills), tier).queue
    capacity = center.pinned(call).queues.capacity(queue)
    if capacity is None:
        return None
    now = _standing(center, queue, capacity)
    full = reached(capacity, now.waiting, now.minutes)
    if full is None:
        return None
    minutes = None if now.minutes is None else round(now.minutes)
    return LineFull(tier, queue.rule, full.bound, full.most, now.waiting, minutes)


def turn_away(center: Center, call: Call, full: LineFull) -> Call:
    """On record, and told to supervisors."""
    queue = QueueName(full.tier, language_of(center, call), full.queue)
    before = center.overload.lines.get(queue) or FullLine(center.clock.now())
    center.overload.lines[queue] = replace(before, turned_away=before.turned_away + 1)
    return center.note(call, full)


def watch_lines(center: Center) -> None:
    """For as long as the center runs."""

    async def look_again() -> None:
        look(center)

    center.every("lines", "full", LOOKS_EACH, look_again)


def look(center: Center) -> None:
    """By the newest rules, whichever the callers began with."""
    for queue in {*center.router.queues(), *center.overload.lines}:
        capacity = center.agency.queues.capacity(queue)
        now = _standing(center, queue, capacity) if capacity else None
        if now and reached(now.capacity, now.waiting, now.minutes):
            center.overload.lines.setdefault(queue, FullLine(center.clock.now()))
        elif now is None or has_room_again(now.capacity, now.waiting, now.minutes):
            center.overload.lines.pop(queue, None)


def _standing(center: Center, queue: QueueName, capacity: Capacity) -> _Standing:
    waiting = center.router.length(queue)
    return _Standing(capacity, waiting, wait_minutes(center, center.agency, queue, waiting + 1))
