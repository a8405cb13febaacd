"""Times and days, as each language says them."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from tierline.spoken import dates
from tierline.spoken.clock import clock
from tierline.spoken.language import UnknownLanguage

THE_DAY = date(2026, 11, 24)
CHICAGO = ZoneInfo("America/Chicago")
AN_EVENING = datetime(2026, 11, 24, 20, 30, tzinfo=CHICAGO)


@pytest.mark.parametrize(
    ("language", "morning", "evening"),
    [
        ("en", "8:00 AM", "8:30 PM"),
        ("en-GB", "8 in the morning", "8:30 in the evening"),
        ("es", "8 de la mañana", "8:30 de la noche"),
        ("es-MX", "8 de la mañana", "8:30 de la noche"),
        ("fr", "8:00", "20:30"),
        ("de", "8:00", "20:30"),
        ("it", "8 di mattina", "8:30 di sera"),
    ],
)
def test_a_time_is_said_as_the_language_says_it(language: str, morning: str, evening: str) -> None:
    assert (clock(time(8), language), clock(time(20, 30), language)) == (morning, evening)


@pytest.mark.parametrize("language", ["en", "en-GB", "es", "es-MX", "fr", "de", "it", "pt"])
@pytest.mark.parametrize("at", [time(0), time(8, 5), time(12), time(23, 59)])
def test_no_time_has_a_full_stop_at_which_a_voice_would_end_the_sentence(language: str, at: time) -> None:
    assert "." not in clock(at, language)


def test_noon_and_midnight_are_told_apart() -> None:
    assert (clock(time(0), "en"), clock(time(12), "en")) == ("12 midnight", "12 noon")
    assert (clock(time(0, 30), "en"), clock(time(12, 30), "en")) == ("12:30 AM", "12:30 PM")
    assert clock(time(12), "es") == "12 del mediodía"
    assert clock(time(0), "es") == "12 de la madrugada"


@pytest.mark.parametrize(
    ("language", "long", "with_weekday", "without_year"),
    [
        ("en", "November 24, 2026", "Tuesday, November 24, 2026", "November 24"),
        ("es", "24 de noviembre de 2026", "martes, 24 de noviembre de 2026", "24 de noviembre"),
        ("fr", "24 novembre 2026", "mardi 24 novembre 2026", "24 novembre"),
        ("de", "24. November 2026", "Dienstag, 24. November 2026", "24. November"),
    ],
)
def test_a_day_is_said_with_what_was_asked_of_it(
    language: str, long: str, with_weekday: str, without_year: str
) -> None:
    assert dates.day(THE_DAY, language) == long
    assert dates.day(THE_DAY, language, weekday=True) == with_weekday
    assert dates.day(THE_DAY, language, year=False) == without_year


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Tuesday, November 24, 8:00 AM"),
        ("es", "martes, 24 de noviembre, 8 de la mañana"),
        ("fr", "mardi 24 novembre, 8:00"),
        ("de", "Dienstag, 24. November, 8:00"),
        ("it", "martedì 24 novembre, 8 di mattina"),
    ],
)
def test_a_moment_has_weekday_day_and_time(language: str, said: str) -> None:
    assert dates.moment(datetime(2026, 11, 24, 8, tzinfo=CHICAGO), language) == said


def test_a_weekday_with_its_time_is_enough_for_what_is_near() -> None:
    assert dates.weekday_and_time(AN_EVENING, "en") == "Tuesday, 8:30 PM"
    assert dates.weekday_and_time(AN_EVENING, "fr") == "mardi, 20:30"


@pytest.mark.parametrize("tag", ["xx", "english", "", "en/../es"])
def test_a_language_that_the_data_does_not_know_is_refused_in_words(tag: str) -> None:
    with pytest.raises(UnknownLanguage, match="is no language that the locale data knows"):
        clock(time(8), tag)
