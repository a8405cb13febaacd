"""Times and hours in the words of a language, as they are said, shown and written."""

from datetime import datetime, time

from babel.dates import format_time, get_day_names, get_timezone_name

from tierline.offices.hours import WEEKDAYS, Span, WeeklyHours
from tierline.ports.prompts import Prompts
from tierline.spoken import dates
from tierline.spoken.clock import clock
from tierline.spoken.language import locale_of, plain


def moment(at: datetime, hours: WeeklyHours, language: str) -> str:
    """ "Monday, November 23, 8:00 AM", local to the place whose hours these are."""
    return dates.moment(at.astimezone(hours.zone), language)


def time_of_day(at: datetime, hours: WeeklyHours, language: str) -> str:
    """ "10:00 AM", local to that place."""
    return clock(at.astimezone(hours.zone).time(), language)


def local_time(at: datetime, hours: WeeklyHours, language: str) -> str:
    """ "Monday, 8:00 AM"."""
    return dates.weekday_and_time(at.astimezone(hours.zone), language)


def zone(hours: WeeklyHours, language: str) -> str:
    return str(get_timezone_name(hours.zone, "long", zone_variant="generic", locale=locale_of(language)))


def weekly(hours: WeeklyHours, language: str, words: Prompts | None = None) -> list[tuple[str, str, str]]:
    """(days, from, to) for each run of days with the same hours: ("Monday to Friday", "8:00 AM", "8:00 PM").

    How a language says "to" is the agency's: its prompt `days-range`, with $from and $to, from `words`.
    Without them, for a screen, a dash. Raises PromptFailed when `words` have no such prompt."""
    return [
        (_days(first, last, language, words), clock(first.opens, language), clock(first.closes, language))
        for first, last in _runs(hours)
    ]


def weekly_written(hours: WeeklyHours, language: str) -> str:
    """ "Mon-Fri 8:00 AM-4:00 PM, Sat 9:00 AM-12:00 PM", for a short message: with hyphens, since a dash takes
    twice the room there. Empty without hours."""
    return ", ".join(
        f"{_short_days(first, last, language)} "
        f"{_print(first.opens, language)}-{_print(first.closes, language)}"
        for first, last in _runs(hours)
    )


def _short_days(first: Span, last: Span, language: str) -> str:
    names = get_day_names("abbreviated", locale=locale_of(language))
    return "-".join(dict.fromkeys(str(names[WEEKDAYS.index(span.weekday)]) for span in (first, last)))


def _print(at: time, language: str) -> str:
    return plain(format_time(at, "short", locale=locale_of(language)))


def _runs(hours: WeeklyHours) -> list[tuple[Span, Span]]:
    """First and last day of each stretch of days; a day that closes at noon is in two of them."""
    runs: list[tuple[Span, Span]] = []
    for span in hours.spans():
        before = next((nth for nth, (_, last) in enumerate(runs) if _goes_on(last, span)), None)
        if before is None:
            runs.append((span, span))
        else:
            runs[before] = (runs[before][0], span)
    return runs


def _goes_on(last: Span, span: Span) -> bool:
    follows = WEEKDAYS.index(span.weekday) == WEEKDAYS.index(last.weekday) + 1
    return follows and (span.opens, span.closes) == (last.opens, last.closes)


def _days(first: Span, last: Span, language: str, words: Prompts | None) -> str:
    start, end = (dates.weekday_name(WEEKDAYS.index(s.weekday), language) for s in (first, last))
    if first is last:
        return start
    if words is None:
        return plain(str(locale_of(language).interval_formats[None]).format(start, end))
    return words.words("days-range", language, {"from": start, "to": end})
