"""A time of day as a language says it.

Three ways, chosen by what the locale data says of the language, so that a voice has nothing to stumble on:

- "8:00 AM", where the 12-hour clock is the custom and its marks are bare letters, which a voice spells (but
  "12 noon").
- "20:30", where the language has a word for the hour of the 24-hour clock (heures, Uhr): a voice puts it in.
- "8 de la mañana" elsewhere. "8:00 a. m." has full stops, at which a voice ends the sentence; and "20:00" is
  understood by fewer callers than the part of the day.
"""

import re
from datetime import time

from babel import Locale
from babel.dates import format_time

from tierline.spoken.language import locale_of, plain


def clock(at: time, language: str) -> str:
    """ "8:00 AM", "20:30", "8 de la mañana". Raises UnknownLanguage."""
    locale = locale_of(language)
    return plain(format_time(at, _pattern(at, locale), locale=locale))


def _pattern(at: time, locale: Locale) -> str:
    custom = locale.time_formats["short"].pattern
    twelve = at.hour % 12 == 0 and at.minute == 0  # "12:00 AM" is taken for noon: "12 midnight" is not
    if "h" in custom and locale.day_periods["format"]["abbreviated"]["am"].isalpha() and not twelve:
        return str(custom)
    if "H" in custom and _has_a_word_for_the_hour(locale):
        return str(custom).replace("HH", "H")  # "08" would be said "zero eight"
    with_part_of_the_day = locale.datetime_skeletons["Bhm" if at.minute else "Bh"].pattern
    return str(with_part_of_the_day).replace("B", "BBBB")


def _has_a_word_for_the_hour(locale: Locale) -> bool:
    return re.fullmatch(r"H+", locale.datetime_skeletons["H"].pattern) is None
