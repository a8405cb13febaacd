"""Whether hours and holidays can be what was meant."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from tierline.agency.folder import contacts_of, holidays_of
from tierline.agency.yaml_lines import Path
from tierline.check.finding import Finding, Rule
from tierline.check.repeated import repeated
from tierline.check.subject import Subject
from tierline.offices.hours import WEEKDAYS, Span, WeeklyHours
from tierline.offices.office import OfficesFile

NEVER = Rule("hours-never", "A tier is open at some time of the week.")
HOLE = Rule("hours-hole", "No one is turned away in a few minutes that were forgotten between two stretches.")
TWICE = Rule("holiday-twice", "No day is a holiday by two names.")
PAST = Rule("holidays-past", "The calendar of holidays does not run out unnoticed.")

RULES = (NEVER, HOLE, TWICE, PAST)

SHORTEST_BREAK = timedelta(minutes=5)
"""A place that closes for less than this was not meant to."""


def find(agency: Subject) -> Iterator[Finding]:
    for nth, tier in enumerate(agency.tiers.tiers):
        at = ("tiers", nth, "hours")
        if not tier.hours.spans():
            message = f"tier {tier.id} is open on no day: write its hours, or take the tier out"
            yield agency.at(NEVER, "tiers.yaml", at, message)
        yield from _holes(agency, "tiers.yaml", at, tier.hours)
    yield from _holidays(agency)
    for nth, office in enumerate(agency.reading.struct("offices.yaml", OfficesFile).offices):
        yield from _holes(agency, "offices.yaml", ("offices", nth, "hours"), office.hours)
    for nth, contact in enumerate(contacts_of(agency.reading).contacts):
        yield from _holes(agency, "contacts.yaml", ("contacts", nth, "hours"), contact.hours)


def _holes(agency: Subject, file: str, at: Path, hours: WeeklyHours) -> Iterator[Finding]:
    spans = hours.spans()
    for before, after in pairwise((*spans, *spans[:1])):
        gap = _minute(after, after.opens) - _minute(before, before.closes)
        if timedelta() < gap % timedelta(days=7) < SHORTEST_BREAK:
            message = (
                f"it closes on {before.weekday} at {before.closes:%H:%M} and opens on {after.weekday} at "
                f"{after.opens:%H:%M}: close the gap (a day ends at 24:00)"
            )
            yield agency.at(HOLE, file, (*at, before.weekday), message)


def _minute(span: Span, clock: time) -> timedelta:
    """Since the week began."""
    day = WEEKDAYS.index(span.weekday) + (clock == time.min and clock == span.closes)
    return timedelta(days=day, hours=clock.hour, minutes=clock.minute)


def _holidays(agency: Subject) -> Iterator[Finding]:
    days = [holiday.day for holiday in holidays_of(agency.reading).days]
    for nth in repeated(days):
        message = f"{days[nth]} is a holiday already: take one out"
        yield agency.at(TWICE, "holidays.yaml", ("days", nth), message)
    if days and max(days) < _today(agency, agency.now):
        message = f"the last holiday was {max(days)}: write those to come"
        yield agency.at(PAST, "holidays.yaml", ("days",), message)


def _today(agency: Subject, now: datetime) -> date:
    return now.astimezone(agency.zone).date()
