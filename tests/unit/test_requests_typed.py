"""What cannot be a fact's value is told beside its field, and what can is left in peace."""

from datetime import date
from typing import Literal

import pytest

from tierline.requests.kinds import FactNeeded
from tierline.requests.typed import why_not

TODAY = date(2026, 11, 23)
Days = Literal["any", "past", "to_come"]


def a_day(days: Days = "any") -> FactNeeded:
    return FactNeeded(id="day", form="date", labels={"en": "Day"}, days=days)


ZIP = FactNeeded(id="zip", form="zip", labels={"en": "ZIP code"})
CHOICE = FactNeeded(id="which", form="choice", labels={"en": "Which"}, choices=("card", "notice"))
TEXT = FactNeeded(id="text", form="text", labels={"en": "Text"})


@pytest.mark.parametrize(
    ("fact", "typed"),
    [
        (a_day(), "2026-11-24"),
        (a_day("past"), "2026-11-23"),
        (a_day("past"), " 2026-01-02 "),
        (a_day("to_come"), "2026-11-23"),
        (a_day("to_come"), "2027-01-02"),
        (ZIP, "07102"),
        (ZIP, "07102-1234"),
        (CHOICE, "card"),
        (TEXT, "whatever the caller said"),
        (a_day("past"), "  "),
        (ZIP, ""),
    ],
)
def test_what_can_be_it_or_is_not_typed_yet_is_not_objected_to(fact: FactNeeded, typed: str) -> None:
    assert why_not(fact, typed, today=TODAY) is None


@pytest.mark.parametrize(
    ("fact", "typed", "says"),
    [
        (a_day(), "October", "write the day as in 2026-11-23"),
        (a_day(), "2026-02-30", "write the day as in 2026-11-23"),
        (a_day("past"), "2026-11-24", "this day is still to come"),
        (a_day("to_come"), "2026-11-22", "this day is over"),
        (ZIP, "0710", "a ZIP code has five digits"),
        (ZIP, "ABCDE", "a ZIP code has five digits"),
        (ZIP, "071021234", "a ZIP code has five digits"),
        (CHOICE, "passport", "choose one of these"),
    ],
)
def test_what_cannot_be_it_is_said_in_plain_words(fact: FactNeeded, typed: str, says: str) -> None:
    assert says in str(why_not(fact, typed, today=TODAY))
