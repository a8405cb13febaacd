"""Whom an agent may call in, and when."""

from datetime import UTC, date, datetime

import pytest

from tests.sample import load_agency
from tierline.calls.dialling import listed_number, usable_number
from tierline.staff.interpreters import Interpreter, InterpretersFile


def test_a_listed_number_may_be_toll_free_or_abroad_since_no_caller_chose_it() -> None:
    assert listed_number("+1 800 555 0142") == "+18005550142"
    assert listed_number("+44 20 7946 0018") == "+442079460018"
    assert usable_number("+1 800 555 0142") is None


@pytest.mark.parametrize(
    "number", ["911", "+1 900 555 0142", "+1 202 976 0142", "+1 202 555 1212", "sip:x@y"]
)
def test_what_costs_extra_or_is_no_number_is_never_rung(number: str) -> None:
    assert listed_number(number) is None


def test_an_interpreter_without_hours_answers_day_and_night_others_by_their_hours() -> None:
    known = load_agency().interpreters
    line, quechua = known.find("language-line"), known.find("quechua")
    assert line
    assert quechua
    tuesday, monday_noon = (
        datetime(2026, 11, 24, 17, tzinfo=UTC),
        datetime(2026, 11, 23, 17, tzinfo=UTC),
    )
    assert (line.answers_at(tuesday), quechua.answers_at(tuesday)) == (True, False)
    assert quechua.answers_at(monday_noon)
    assert [one.id for one in known.of("qu")] == ["quechua"]


def test_an_agency_without_the_file_has_no_interpreters() -> None:
    assert InterpretersFile().find("line") is None


def test_who_is_chosen_is_found_by_the_id() -> None:
    one = Interpreter(
        id="a",
        name="A",
        languages=("zh",),
        number="+18005550142",
        source="x",
        verified=False,
        as_of=date(2026, 1, 1),
    )
    assert InterpretersFile((one,)).find("a") == one
