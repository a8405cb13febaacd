"""Days, and moments of a day, as a language says them."""

from datetime import date, datetime

from babel import Locale
from babel.dates import format_date, get_datetime_format, get_day_names

from tierline.spoken.clock import clock
from tierline.spoken.language import locale_of, plain


def day(on: date, language: str, *, weekday: bool = False, year: bool = True) -> str:
    """ "November 24, 2026", "Tuesday, November 24, 2026", "November 24". Raises UnknownLanguage."""
    locale = locale_of(language)
    if year:
        return plain(format_date(on, "full" if weekday else "long", locale=locale))
    return plain(format_date(on, _without_year(locale, weekday=weekday), locale=locale))


def moment(at: datetime, language: str) -> str:
    """ "Tuesday, November 24, 8:00 AM", by the clock that `at` itself shows. Raises UnknownLanguage."""
    date_and_time = str(get_datetime_format("medium", locale=locale_of(language)))
    return _joined(date_and_time, day(at.date(), language, weekday=True, year=False), at, language)


def weekday_and_time(at: datetime, language: str) -> str:
    """ "Tuesday, 8:00 AM", by the clock that `at` itself shows. Raises UnknownLanguage."""
    date_and_time = str(get_datetime_format("medium", locale=locale_of(language)))
    return _joined(date_and_time, weekday_name(at.weekday(), language), at, language)


def weekday_name(nth: int, language: str) -> str:
    """Monday is 0. Raises UnknownLanguage."""
    return str(get_day_names("wide", locale=locale_of(language))[nth])


def _without_year(locale: Locale, *, weekday: bool) -> str:
    """The data's own order and small words, every name in full: it has "E, d MMM" where we say "EEEE, d
    MMMM"."""
    skeletons = locale.datetime_skeletons
    wanted = ("MMMMEEEEd", "MMMMEd", "MMMEd") if weekday else ("MMMMd", "MMMd")
    pattern = str(next(skeletons[name] for name in wanted if name in skeletons).pattern)
    return pattern.replace("MMMM", "MMM").replace("MMM", "MMMM").replace("EEEE", "E").replace("E", "EEEE")


def _joined(pattern: str, date_words: str, at: datetime, language: str) -> str:
    return plain(pattern.replace("{0}", clock(at.time(), language)).replace("{1}", date_words))
