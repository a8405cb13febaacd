"""Times and hours in the words of a language, as they are said and shown."""

from datetime import datetime, time

from babel.dates import format_date, format_datetime, format_time, get_day_names, get_timezone_name

from tierline.offices.hours import WEEKDAYS, Span, WeeklyHours


def moment(at: datetime, hours: WeeklyHours, language: str) -> str:
    """ "Monday, November 23, 8:00 AM", local to the place whose hours these are."""
    local = at.astimezone(hours.zone)
    day = format_date(
        local.date(), "EEEE, MMMM d" if language == "en" else "EEEE d 'de' MMMM", locale=language
    )
    return f"{day}, {format_time(local.time(), 'short', locale=language)}"


def day(at: datetime, language: str) -> str:
    return format_date(at.date(), "long", locale=language)


def local_time(at: datetime, hours: WeeklyHours, language: str) -> str:
    return format_datetime(
        at.astimezone(hours.zone), "EEEE, h:mm a" if language == "en" else "EEEE, H:mm", locale=language
    )


def zone(hours: WeeklyHours, language: str) -> str:
    return str(get_timezone_name(hours.zone, "long", zone_variant="generic", locale=language))


def weekly(hours: WeeklyHours, language: str) -> list[tuple[str, str, str]]:
    """(days, from, to) for each run of days with the same hours: ("Monday–Friday", "8:00 AM", "8:00 PM")."""
    runs: list[tuple[Span, Span]] = []
    for span in hours.spans():
        last = runs[-1][1] if runs else None
        follows = last and WEEKDAYS.index(span.weekday) == WEEKDAYS.index(last.weekday) + 1
        if last and follows and (span.opens, span.closes) == (last.opens, last.closes):
            runs[-1] = (runs[-1][0], span)
        else:
            runs.append((span, span))
    return [
        (_days(first, last, language), _at(first.opens, language), _at(first.closes, language))
        for first, last in runs
    ]


def _days(first: Span, last: Span, language: str) -> str:
    names = get_day_names("wide", locale=language)
    start, end = (str(names[WEEKDAYS.index(span.weekday)]) for span in (first, last))
    if first is last:
        return start
    return f"{start} to {end}" if language == "en" else f"{start} a {end}"


def _at(clock: time, language: str) -> str:
    return format_time(clock, "short", locale=language)
