"""The search for what an answer must not have can fail: a leak that is planted is found."""

from tests.journeys.leaks import CALLERS_NUMBER, FACTS, facts_in, leaked


def test_a_planted_fact_is_found_and_named() -> None:
    for fact, value in FACTS.items():
        assert leaked(f'{{"error": "no: {value}"}}', set(), set()) == {fact}


def test_what_the_reader_may_see_is_no_leak() -> None:
    answer = f'{{"status": "{FACTS["status"]}", "zip": "{FACTS["zip"]}"}}'
    assert facts_in(answer) == {"status", "zip"}
    assert leaked(answer, {"status"}, set()) == {"zip"}
    assert leaked(answer, {"status", "zip"}, set()) == set()


def test_somebody_of_another_site_and_a_callers_number_are_found_in_whatever_form_they_come() -> None:
    answer = f'{{"by": "Colin Sample", "user": "colin", "from": "+1{CALLERS_NUMBER}"}}'
    hidden = {"Colin Sample", '"colin"', CALLERS_NUMBER, '"irma"'}
    assert leaked(answer, set(), hidden) == hidden - {'"irma"'}
