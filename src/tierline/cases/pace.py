"""How fast a system may be asked: evenly, since such systems refuse bursts first; and how often a day."""

from datetime import datetime, timedelta

import msgspec
from msgspec.structs import replace

A_DAY = timedelta(days=1)


class Allowed(msgspec.Struct, frozen=True):
    per_second: float
    per_day: int


class Pace(msgspec.Struct, frozen=True):
    """`next` is when the next question may go out. `used` went out since `day`."""

    next: datetime
    day: datetime
    used: int = 0


def begun(now: datetime) -> Pace:
    return Pace(next=now, day=now)


def slot(pace: Pace, allowed: Allowed, now: datetime, longest: timedelta) -> tuple[Pace, timedelta] | None:
    """How long to wait until the question may go out; None where that is longer than `longest`, or the day's
    questions are used up: then it is not asked, and the place is not taken."""
    if now - pace.day >= A_DAY:
        pace = replace(pace, day=now, used=0)
    at = max(now, pace.next)
    if pace.used >= allowed.per_day or at - now > longest:
        return None
    following = at + timedelta(seconds=1 / allowed.per_second)
    return replace(pace, next=following, used=pace.used + 1), at - now


def held_up(pace: Pace, now: datetime, for_: timedelta) -> Pace:
    """The system said that it was too much."""
    return replace(pace, next=max(pace.next, now + for_))
