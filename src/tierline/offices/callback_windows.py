"""The stretches of time in which a callback can be promised."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice

from tierline.offices.hours import Holidays, WeeklyHours, openings

Window = tuple[datetime, datetime]


def windows(
    hours: WeeklyHours, holidays: Holidays, now: datetime, length: timedelta, count: int
) -> list[Window]:
    """The next `count` windows (start and end, UTC) that begin at or after `now`, each within one opening.

    They follow one another from the moment of opening, each `length` of real time, also on a day on which the
    clock changes. What is left at the end of an opening is no window; an opening shorter than `length` is one
    as it is. Fewer than `count` where there are not so many within 400 days.
    """
    if length <= timedelta():
        raise ValueError("a window has a length")
    coming = (
        window
        for opens, closes in openings(hours, now, holidays)
        for window in _within(opens, closes, length)
        if window[0] >= now
    )
    return list(islice(coming, count))


def _within(opens: datetime, closes: datetime, length: timedelta) -> Iterator[Window]:
    if closes - opens < length:
        yield opens, closes
        return
    start = opens
    while start + length <= closes:
        yield start, start + length
        start += length
