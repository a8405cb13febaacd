"""The facts of a case are told as people say them."""

from datetime import date

from tests.sample import load_agency
from tierline.desk.facts_in_words import in_words
from tierline.ports.case_system import CaseRecord

CASE = CaseRecord(
    receipt="EAC2190012345",
    status="transferred",
    status_texts={"en": "Your case was transferred.", "es": "Su caso fue transferido."},
    updated=date(2026, 10, 5),
    file_office="new-delhi",
    processing_office="electronic",
    identity={"alien_number": "A201555101"},
    flags=frozenset({"protected"}),
)


def test_a_day_and_an_office_are_told_in_the_language_of_the_call() -> None:
    told = {language: in_words(load_agency(), CASE, language) for language in ("en", "es")}
    assert [told[language]["updated"] for language in told] == ["October 5, 2026", "5 de octubre de 2026"]
    assert [told[language]["file_office"] for language in told] == [
        "New Delhi Field Office",
        "Oficina de Nueva Delhi",
    ]
    assert told["es"]["status"] == "Su caso fue transferido."


def test_what_is_no_office_and_what_only_this_agency_has_is_told_as_it_stands() -> None:
    told = in_words(load_agency(), CASE, "en")
    assert (told["processing_office"], told["alien_number"]) == ("electronic", "A201555101")
    assert (told["flags"], told["zip"], "received" in told) == ("protected", "", False)
