"""When an answer is due, and how much of its time has passed.

The time of a request runs from its making: all the time where its target is in days of the calendar, while
the office that has it is open where it is in business time. It rests while the caller is asked something.
An answer is due when as much of it has run as the target is. Nothing is kept but moments, so that another
target, another office or a pause found out later changes what is to come, and never what has passed.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import msgspec
from msgspec.structs import replace

from tierline.offices.hours import NO_HOLIDAYS, Holidays, WeeklyHours, openings
from tierline.requests.target import Target

Stretch = tuple[datetime, datetime]
"""From the one moment up to, not including, the other."""

_LAST_SECOND = timedelta(seconds=1)
_FAR = timedelta(days=3_650)
"""Nobody waits for longer: a request of which the time never runs has no due moment."""


class Pause(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """While the caller was asked something; `until` is None while they still are. Raises ValueError for one
    that ends before it begins, and for moments without an offset from UTC."""

    from_: datetime
    until: datetime | None = None

    def __post_init__(self) -> None:
        if self.from_.tzinfo is None or (self.until and self.until.tzinfo is None):
            raise ValueError("a pause needs an offset from UTC, as in 2026-11-24T08:00:00-05:00")
        if self.until and self.until < self.from_:
            raise ValueError("a pause ends before it begins")


class Stay(msgspec.Struct, frozen=True):
    """At an office with these hours, from `since` until the next stay begins."""

    since: datetime
    hours: WeeklyHours
    holidays: Holidays = NO_HOLIDAYS


class Clock(msgspec.Struct, frozen=True, kw_only=True):
    """Of one request. `zone` is the agency's; `stays` in order, the first from the making."""

    created_at: datetime
    target: Target
    zone: ZoneInfo
    stays: Sequence[Stay]
    pauses: Sequence[Pause] = ()


def due(clock: Clock) -> datetime | None:
    """The last moment (UTC) that is in time. None while the time rests without an end, and where it never
    runs: an office without hours."""
    return reached(clock, 1.0)


def reached(clock: Clock, part: float) -> datetime | None:
    """When so much of the target has run: 1.0 is all of it, 0.5 half. None as in `due`."""
    clock = _in_utc(clock)
    goal = _goal(clock)
    if goal is None:
        return None
    left = goal * part
    for begin, end in _running(clock):
        if end - begin >= left:
            return begin + left
        left -= end - begin
    return None


def elapsed(clock: Clock, at: datetime) -> timedelta:
    """How much of the time had run at `at`: of the calendar or of business, as the target is."""
    ran = timedelta()
    for begin, end in _running(_in_utc(clock)):
        if begin >= at:
            break
        ran += min(end, at) - begin
    return ran


def is_overdue(clock: Clock, at: datetime) -> bool:
    last = due(clock)
    return last is not None and at > last


def _in_utc(clock: Clock) -> Clock:
    """Between two moments of one zone Python reckons by the clock on the wall, which jumps."""
    pauses = [
        replace(p, from_=p.from_.astimezone(UTC), until=p.until.astimezone(UTC) if p.until else None)
        for p in clock.pauses
    ]
    stays = [replace(stay, since=stay.since.astimezone(UTC)) for stay in clock.stays]
    return replace(clock, created_at=clock.created_at.astimezone(UTC), stays=stays, pauses=pauses)


def _goal(clock: Clock) -> timedelta | None:
    """How much of the time has to run. None for business days that the office does not have."""
    target, created = clock.target, clock.created_at
    if target.business_hours is not None:
        return timedelta(hours=target.business_hours)
    if target.calendar_days is not None:
        last = created.astimezone(clock.zone).date() + timedelta(days=target.calendar_days + 1)
        return datetime.combine(last, time.min, clock.zone).astimezone(UTC) - _LAST_SECOND - created
    assert target.business_days
    return _until_the_close(clock.stays[0], created, target.business_days)


def _until_the_close(stay: Stay, created: datetime, days: int) -> timedelta | None:
    """Of the so-manieth day after that of the making on which this office is open, in business time."""
    zone, ran = stay.hours.zone, timedelta()
    made_on, seen = created.astimezone(zone).date(), set()
    for opens, closes in openings(stay.hours, created, stay.holidays):
        day = opens.astimezone(zone).date()
        if day > made_on:
            seen.add(day)
        if len(seen) > days:
            return ran
        ran += closes - max(opens, created)
    return None


def _running(clock: Clock) -> Iterator[Stretch]:
    """The stretches in which the time runs, in order."""
    if clock.target.calendar_days is not None:
        stretches: Iterator[Stretch] = iter([(clock.created_at, clock.created_at + _FAR)])
    else:
        stretches = _open(clock)
    for stretch in stretches:
        yield from _without(stretch, clock.pauses)


def _open(clock: Clock) -> Iterator[Stretch]:
    """Of whichever office has the request."""
    ends = [stay.since for stay in clock.stays[1:]]
    far = clock.stays[-1].since + _FAR
    for stay, end in zip(clock.stays, [*ends, far], strict=True):
        for opens, closes in openings(stay.hours, stay.since, stay.holidays):
            if opens >= end:
                break
            yield max(opens, stay.since), min(closes, end)


def _without(stretch: Stretch, pauses: Sequence[Pause]) -> Iterator[Stretch]:
    """What is left of it. Pauses may touch and overlap, and come in any order."""
    begin, end = stretch
    inside = sorted((max(p.from_, begin), min(p.until or end, end)) for p in pauses)
    merged: list[Stretch] = []
    for pause in inside:
        if pause[0] >= pause[1]:
            continue
        if merged and pause[0] <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(pause[1], merged[-1][1])
        else:
            merged.append(pause)
    edges = [(begin, begin), *merged, (end, end)]
    yield from ((before[1], after[0]) for before, after in pairwise(edges) if before[1] < after[0])
