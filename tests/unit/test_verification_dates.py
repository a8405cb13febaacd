"""A date is read as people write and say it, and one that could be several is not guessed."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tierline.staff.verification.dates import UnreadableDate, read_date

MARCH_4 = date(1980, 3, 4)
dates = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("1980-03-04", "en"),
        ("1980-03-04", "es"),
        ("3/4/1980", "en"),
        ("04/03/1980", "es"),
        ("03041980", "en"),
        ("04031980", "es"),
        ("19800304", "es"),
        ("March 4 1980", "en"),
        ("the 4th of March, 1980", "en"),
        ("4 Mar 1980", "en"),
        ("4 de marzo de 1980", "es"),
        ("4 de MARZO del 1980", "es"),
        ("March 4, 1980", "es"),
        ("4 mars 1980", "fr"),
    ],
)
def test_ways_to_say_the_fourth_of_march(text: str, language: str) -> None:
    assert read_date(text, language) == MARCH_4


def test_an_order_that_cannot_be_is_read_as_the_one_that_can() -> None:
    assert read_date("25/12/1980", "en") == read_date("12/25/1980", "es") == date(1980, 12, 25)


@pytest.mark.parametrize(
    ("text", "language", "month"), [("Sept 4 1980", "en", 9), ("4 de setiembre de 1980", "es", 9)]
)
def test_months_by_their_beginnings_and_other_spellings(text: str, language: str, month: int) -> None:
    assert read_date(text, language) == date(1980, month, 4)


def test_the_first_of_a_month_is_said_in_words() -> None:
    assert read_date("primero de mayo de 1980", "es") == read_date("May first, 1980", "en")


@pytest.mark.parametrize(
    "text", ["", "soon", "12 April", "3/4/80", "30 February 1980", "Ju 4 1980", "4 5 March 1980", "1980", "0"]
)
def test_what_is_no_date_is_not_guessed(text: str) -> None:
    with pytest.raises(UnreadableDate):
        read_date(text, "en")


@given(dates, st.sampled_from(["en", "es", "fr"]))
def test_every_date_is_read_in_each_of_its_forms(day: date, language: str) -> None:
    order = "%m/%d/%Y" if language == "en" else "%d/%m/%Y"
    for form in ("%Y-%m-%d", order, "%d %B %Y", "%B %d, %Y"):
        assert read_date(day.strftime(form), language) == day


@given(dates, dates, st.sampled_from(["en", "es"]))
def test_two_dates_are_never_read_as_one(one: date, other: date, language: str) -> None:
    said = [day.strftime("%d.%m.%Y") for day in (one, other)]
    assert (read_date(said[0], language) == read_date(said[1], language)) == (one == other)


@given(st.text(max_size=30), st.sampled_from(["en", "es", "fr"]))
def test_whatever_is_written_is_a_date_or_is_none(text: str, language: str) -> None:
    with suppress(UnreadableDate):
        assert read_date(text, language)
