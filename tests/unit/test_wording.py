"""Opening hours and moments in words, in any language."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tierline.agency import Messages
from tierline.desk import wording
from tierline.offices.hours import WeeklyHours
from tierline.ports.prompts import PromptFailed
from tierline.twin.prompts import WrittenPrompts

WORKDAYS = dict.fromkeys(("monday", "tuesday", "wednesday", "thursday", "friday"), ("08:00-20:00",))
HOURS = WeeklyHours(time_zone="America/Chicago", **WORKDAYS, saturday=("10:00-14:00",))
AT = datetime(2026, 11, 24, 14, tzinfo=UTC)
RANGES = {"en": "{ $from } to { $to }", "es": "{ $from } a { $to }", "de": "{ $from } bis { $to }"}


@pytest.fixture
def prompts(tmp_path: Path) -> WrittenPrompts:
    for language, words in RANGES.items():
        (tmp_path / f"{language}.ftl").write_text(f"days-range = {words}\n")
    return WrittenPrompts(Messages(tmp_path))


@pytest.mark.parametrize(
    ("language", "workdays", "saturday"),
    [
        ("en", ("Monday to Friday", "8:00 AM", "8:00 PM"), ("Saturday", "10:00 AM", "2:00 PM")),
        (
            "es",
            ("lunes a viernes", "8 de la mañana", "8 de la noche"),
            ("sábado", "10 de la mañana", "2 de la tarde"),
        ),
        ("de", ("Montag bis Freitag", "8:00", "20:00"), ("Samstag", "10:00", "14:00")),
    ],
)
def test_days_with_the_same_hours_are_one_range_in_the_agencys_words(
    prompts: WrittenPrompts, language: str, workdays: tuple[str, ...], saturday: tuple[str, ...]
) -> None:
    assert wording.weekly(HOURS, language, prompts) == [workdays, saturday]


def test_a_screen_shows_a_range_of_days_with_a_dash() -> None:
    assert wording.weekly(HOURS, "fr")[0] == ("lundi – vendredi", "8:00", "20:00")


def test_a_language_without_the_words_for_a_range_fails_in_words(prompts: WrittenPrompts) -> None:
    with pytest.raises(PromptFailed, match="no prompt days-range in fr"):
        wording.weekly(HOURS, "fr", prompts)


def test_an_office_that_closes_at_noon_has_two_ranges_and_not_one_for_each_day() -> None:
    twice = WeeklyHours(time_zone="Asia/Tokyo", **dict.fromkeys(WORKDAYS, ("09:00-12:00", "13:00-17:00")))
    assert wording.weekly(twice, "en") == [
        ("Monday – Friday", "9:00 AM", "12 noon"),
        ("Monday – Friday", "1:00 PM", "5:00 PM"),
    ]


def test_days_that_do_not_follow_each_other_are_not_a_range() -> None:
    apart = WeeklyHours(time_zone="Asia/Tokyo", monday=("09:00-12:00",), wednesday=("09:00-12:00",))
    assert [days for days, _, _ in wording.weekly(apart, "en")] == ["Monday", "Wednesday"]


@pytest.mark.parametrize(
    ("language", "moment", "local", "zone"),
    [
        ("en", "Tuesday, November 24, 8:00 AM", "Tuesday, 8:00 AM", "Central Time"),
        ("es", "martes, 24 de noviembre, 8 de la mañana", "martes, 8 de la mañana", "hora central"),
        ("fr", "mardi 24 novembre, 8:00", "mardi, 8:00", "heure du centre nord-américain"),
        ("de", "Dienstag, 24. November, 8:00", "Dienstag, 8:00", "Nordamerikanische Zentralzeit"),
    ],
)
def test_a_moment_is_local_to_the_place_whose_hours_these_are(
    language: str, moment: str, local: str, zone: str
) -> None:
    assert wording.moment(AT, HOURS, language) == moment
    assert wording.local_time(AT, HOURS, language) == local
    assert wording.zone(HOURS, language) == zone
