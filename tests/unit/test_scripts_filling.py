import pytest

from tests.sample_agency import read, scripts
from tierline.requests.kinds import RequestKindsFile
from tierline.scripts.filling import LanguageMissing, MissingFact, fill
from tierline.staff.entitlement import EntitlementsFile

STATUS, *_ = (script for script in scripts() if script.id == "case-status")
FACTS = {"form": "I-130", "status": "Approved.", "next_steps": "Wait.", "updated": "May 1"}


@pytest.mark.clause("A9")
def test_a_script_is_read_with_its_blanks_filled_and_says_which_facts_it_used() -> None:
    filled = fill(STATUS, "en", {**FACTS, "zip": "07102"})
    assert filled.text == (
        "This is what our system shows for your form I-130. Approved. Wait. The last change was on May 1."
    )
    assert filled.used_facts == ("form", "status", "next_steps", "updated")


@pytest.mark.clause("A9")
@pytest.mark.parametrize("facts", [{}, {**FACTS, "status": ""}])
def test_a_script_whose_fact_this_reader_may_not_see_is_not_read_with_a_hole(facts: dict[str, str]) -> None:
    with pytest.raises(MissingFact):
        fill(STATUS, "en", facts)


@pytest.mark.clause("A9")
def test_a_script_is_never_read_in_another_language_than_the_callers() -> None:
    with pytest.raises(LanguageMissing):
        fill(STATUS, "fr", FACTS)


@pytest.mark.clause("A9")
def test_a_fact_that_looks_like_a_blank_is_read_as_it_is() -> None:
    assert "{form}" in fill(STATUS, "es", {**FACTS, "status": "{form}"}).text


@pytest.mark.clause("A8")
def test_scripts_for_tier_1_use_only_facts_that_tier_1_may_see() -> None:
    classes = read("entitlements.yaml", EntitlementsFile).fields
    for script in scripts():
        if "1" in script.allowed_tiers:
            assert {classes[variable] for variable in script.variables} <= {"basic"}


def test_every_script_leads_on_to_something_there_is() -> None:
    kinds = {f"request:{kind.id}" for kind in read("request-kinds.yaml", RequestKindsFile).kinds}
    assert {script.next for script in scripts()} <= {"resolve", "escalate", "supervisor", *kinds}
