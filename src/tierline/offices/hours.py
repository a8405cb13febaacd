"""Published hours and holidays, in the place's own local time, right across daylight-saving changes.

A span is the stretch between two *instants* (the first moments at which the local clock shows opening and
closing time), so that an hour which the clock skips or repeats never opens or closes a place twice.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal, get_args
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from tierline.offices.provenance import Sourced

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAYS: tuple[Weekday, ...] = get_args(Weekday)

_SPAN = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-(?:([01]\d|2[0-3]):([0-5]\d)|24:00)")
_HORIZON_DAYS = 400


class Span(msgspec.Struct, frozen=True):
    """One stretch of one weekday, local time. `closes` at 00:00 is the midnight that ends the day."""

    weekday: Weekday
    opens: time
    closes: time


class Holiday(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A day on which the place is closed all day; `names` by language."""

    day: date
    names: dict[str, str]


class Holidays(Sourced, frozen=True):
    """A calendar of closed days (a file of its own in the agency folder)."""

    days: tuple[Holiday, ...]

    def on(self, day: date) -> Holiday | None:
        return next((holiday for holiday in self.days if holiday.day == day), None)


NO_HOLIDAYS = Holidays(source="none", verified=False, as_of=date.min, days=())


class WeeklyHours(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Hours as an agency publishes them: for each weekday the stretches "HH:MM-HH:MM" (24:00 allowed), none
    for a closed day."""

    time_zone: str
    monday: tuple[str, ...] = ()
    tuesday: tuple[str, ...] = ()
    wednesday: tuple[str, ...] = ()
    thursday: tuple[str, ...] = ()
    friday: tuple[str, ...] = ()
    saturday: tuple[str, ...] = ()
    sunday: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        try:
            ZoneInfo(self.time_zone)
        except (ZoneInfoNotFoundError, ValueError, OSError) as unknown:
            raise ValueError(f"no such time zone: {self.time_zone!r}") from unknown
        for weekday in WEEKDAYS:
            _check(weekday, self.on(weekday))

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    def on(self, weekday: Weekday) -> tuple[Span, ...]:
        texts: tuple[str, ...] = getattr(self, weekday)
        return tuple(_span(weekday, text) for text in texts)

    def spans(self) -> tuple[Span, ...]:
        """The whole week, Monday first, for a prompt or a page to put into words."""
        return tuple(span for weekday in WEEKDAYS for span in self.on(weekday))


def is_open(hours: WeeklyHours, at: datetime, holidays: Holidays = NO_HOLIDAYS) -> bool:
    """`at` is aware. A place is open from its opening instant up to, not including, its closing instant."""
    return closes_at(hours, at, holidays) is not None


def closes_at(hours: WeeklyHours, at: datetime, holidays: Holidays = NO_HOLIDAYS) -> datetime | None:
    """When the place that is open at `at` closes (UTC); None if it is closed then."""
    today = at.astimezone(hours.zone).date()
    around = _openings(hours, holidays, today - timedelta(days=1), days=2)
    return next((closes for opens, closes in around if opens <= at < closes), None)


def next_opening(hours: WeeklyHours, at: datetime, holidays: Holidays = NO_HOLIDAYS) -> datetime | None:
    """The first opening strictly after `at` (UTC), whether or not the place is open now; None if it has no
    opening within 400 days."""
    today = at.astimezone(hours.zone).date()
    coming = _openings(hours, holidays, today, days=_HORIZON_DAYS)
    return next((opens for opens, _ in coming if opens > at), None)


def openings(
    hours: WeeklyHours, at: datetime, holidays: Holidays = NO_HOLIDAYS
) -> Iterator[tuple[datetime, datetime]]:
    """Each stretch from opening to closing (UTC) that is not over at `at`, in order, for 400 days."""
    today = at.astimezone(hours.zone).date()
    coming = _openings(hours, holidays, today - timedelta(days=1), days=_HORIZON_DAYS)
    return ((opens, closes) for opens, closes in coming if closes > at)


def _openings(
    hours: WeeklyHours, holidays: Holidays, first: date, *, days: int
) -> Iterator[tuple[datetime, datetime]]:
    for day in (first + timedelta(days=n) for n in range(days)):
        if holidays.on(day):
            continue
        for span in hours.on(WEEKDAYS[day.weekday()]):
            last = day if span.closes != time.min else day + timedelta(days=1)
            opens, closes = _instant(hours.zone, day, span.opens), _instant(hours.zone, last, span.closes)
            if opens < closes:
                yield opens, closes


def _instant(zone: ZoneInfo, day: date, clock: time) -> datetime:
    """The first instant at which the local clock shows `clock` or, where it skips that, a later time."""
    wall = datetime.combine(day, clock)
    instant = wall.replace(tzinfo=zone).astimezone(UTC)
    if instant.astimezone(zone).replace(tzinfo=None) == wall:
        return instant
    # Skipped: reading the clock with the offset after the jump lands before the jump, by as much as it
    # was skipped.
    after = wall.replace(tzinfo=zone, fold=1).utcoffset() or timedelta()
    before = wall.replace(tzinfo=zone, fold=0).utcoffset() or timedelta()
    return _jump(zone, earliest=instant - (after - before), latest=instant)


def _jump(zone: ZoneInfo, *, earliest: datetime, latest: datetime) -> datetime:
    """The instant between the two, to the second, at which the zone's offset changes."""
    offset = latest.astimezone(zone).utcoffset()
    while latest - earliest > timedelta(seconds=1):
        middle = (earliest + (latest - earliest) / 2).replace(microsecond=0)
        if middle.astimezone(zone).utcoffset() == offset:
            latest = middle
        else:
            earliest = middle
    return latest


def _span(weekday: Weekday, text: str) -> Span:
    match = _SPAN.fullmatch(text)
    if match is None:
        raise ValueError(f"{weekday}: {text!r} is not HH:MM-HH:MM")
    opens_hour, opens_minute, closes_hour, closes_minute = match.groups()
    closes = time.min if closes_hour is None else time(int(closes_hour), int(closes_minute))
    return Span(weekday, time(int(opens_hour), int(opens_minute)), closes)


def _check(weekday: Weekday, spans: tuple[Span, ...]) -> None:
    end = time.min
    for nth, span in enumerate(spans):
        if nth and (end == time.min or span.opens < end):
            raise ValueError(f"{weekday}: its stretches overlap or are out of order")
        if span.closes != time.min and span.closes <= span.opens:
            raise ValueError(f"{weekday}: closes before it opens")
        end = span.closes
