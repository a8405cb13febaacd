"""What of a caller's answers is right, and to which level that verifies."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tierline.staff.verification.comparing import UnreadableAnswer, as_compared, right_answers
from tierline.staff.verification.policy import (
    Comparing,
    Level,
    Levels,
    Others,
    Question,
    SpecialLevel,
    VerificationFile,
)

KINDS: Mapping[str, Comparing] = {
    "name": "name",
    "born": "date",
    "zip": "zip",
    "card": "digits",
    "country": "text",
    "lawyer": "name",
}
POLICY = VerificationFile(
    source="test",
    questions={
        name: Question(fact=f"the {name}", compare=kind, names={"en": name}, asks={"en": name, "es": name})
        for name, kind in KINDS.items()
    },
    levels=Levels(
        basic=Level(right=("name",), others=Others(1, ("born", "card"))),
        special=SpecialLevel(
            right=("name", "born"), others=Others(2, ("card", "zip", "country")), grant="cleared"
        ),
    ),
    representative=("lawyer",),
    used_up={"en": "Help otherwise."},
)
FACTS = {
    "the name": "Ana María López",
    "the born": "1980-03-04",
    "the zip": "07102-1234",
    "the card": "A201-555-101",
    "the country": "El Salvador",
    "the lawyer": "",
}


def right(given_: Mapping[str, str], language: str = "en") -> frozenset[str]:
    return right_answers(POLICY, as_compared(POLICY, given_, language), FACTS)


def test_answers_are_compared_as_their_questions_say() -> None:
    said = {"name": "lopez ana maria", "born": "March 4 1980", "zip": "07102", "card": "201555101"}
    assert right({**said, "country": "el salvador"}) == {"name", "born", "zip", "card", "country"}
    assert right({"name": "Ana Gomez", "born": "4 March 1981", "zip": "07103", "card": "20155510"}) == set()


def test_nothing_is_right_that_the_case_does_not_have() -> None:
    assert right({"lawyer": ""}) == right({"lawyer": "Anybody"}) == right({"lawyer": "-"}) == set()
    assert right_answers(POLICY, {"born": "1980-03-04", "zip": "07102"}, {}) == set()


def test_part_of_a_number_is_enough_for_a_zip_code_alone() -> None:
    assert right({"zip": "07102"}) == {"zip"}
    assert right({"card": "20155"}) == set()


def test_an_unreadable_date_is_told_before_any_case_is_looked_at() -> None:
    with pytest.raises(UnreadableAnswer) as told:
        as_compared(POLICY, {"name": "Ana", "born": "12 April"}, "en")
    assert told.value.question == "born"


def test_what_nobody_asked_and_what_was_left_empty_is_no_answer() -> None:
    assert as_compared(POLICY, {"name": " ", "shoe size": "38", "zip": " 07102 "}, "en") == {"zip": "07102"}


def test_a_month_is_named_in_any_language_of_the_agency_whatever_the_call_is_in() -> None:
    assert right({"born": "4 de marzo de 1980"}, "en") == {"born"}
    assert right({"born": "March 4 1980"}, "es") == {"born"}


def test_a_date_in_figures_is_read_in_the_order_of_the_language() -> None:
    assert right({"born": "4/3/1980"}, "es") == {"born"}
    assert right({"born": "4/3/1980"}, "en") == set()


@pytest.mark.parametrize(
    ("answered", "reached"),
    [
        ({"name", "born"}, ["basic"]),
        ({"name", "card"}, ["basic"]),
        ({"born", "card"}, []),
        ({"name", "zip", "country"}, []),
        ({"name", "born", "zip", "country"}, ["special", "basic"]),
        ({"name", "card", "zip", "country"}, ["basic"]),
    ],
)
def test_a_level_wants_some_answers_and_so_many_of_others(answered: set[str], reached: list[str]) -> None:
    open_to = POLICY.open_to({"cleared"})
    assert [name for name, level in open_to if level.reached(answered)] == reached


def test_the_special_questions_are_for_the_cleared_alone() -> None:
    assert [name for name, _ in POLICY.open_to(set())] == ["basic"]
    assert POLICY.asked(set()) == ("name", "born", "card")
    assert POLICY.asked({"cleared"}) == ("name", "born", "card", "zip", "country")
    assert POLICY.asked(set(), "representative") == ("name", "born", "card", "lawyer")


@given(st.sets(st.sampled_from(sorted(KINDS))), st.sets(st.sampled_from(sorted(KINDS))))
def test_more_right_answers_never_verify_less(some: set[str], more: set[str]) -> None:
    for _, level in POLICY.open_to({"cleared"}):
        assert level.reached(some | more) >= level.reached(some)
