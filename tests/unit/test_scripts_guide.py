"""A script as a guide: steps, and where they lead."""

import msgspec
import pytest

from tests.sample_agency import scripts
from tierline.scripts.filling import LanguageMissing, MissingFact, fill
from tierline.scripts.guide import Choice, Step, other_script, reached, without_end
from tierline.scripts.script import Script

CARD, *_ = (script for script in scripts() if script.id == "card-not-received")
TIME, *_ = (script for script in scripts() if script.id == "normal-processing-time")
FACTS = {"form": "I-130", "normal_months": "14", "received": "May 1"}


def step(name: str, *to: str, end: str | None = None) -> Step:
    choices = tuple(Choice({"en": f"to {way}"}, way) for way in to)
    return Step(id=name, says={"en": name}, choices=choices, next=end)


def of(script: Script, name: str) -> Step:
    found = script.step(name)
    assert found
    return found


@pytest.mark.clause("A9")
def test_a_guide_begins_with_its_first_step() -> None:
    assert of(CARD, "").id == "mailed"
    assert CARD.step("nowhere") is None


@pytest.mark.clause("A9")
def test_a_step_is_filled_with_its_own_facts_alone() -> None:
    first = fill(TIME, "en", FACTS, of(TIME, "normally"))
    assert "up to 14 months. We received yours on May 1." in first.text
    assert first.used_facts == ("form", "normal_months", "received")
    assert fill(TIME, "en", {}, of(TIME, "within")).used_facts == ()


@pytest.mark.clause("A9")
def test_a_step_whose_fact_this_reader_may_not_see_is_not_read_with_a_hole() -> None:
    with pytest.raises(MissingFact):
        fill(TIME, "en", {}, of(TIME, "normally"))


@pytest.mark.clause("A9")
def test_a_guide_is_read_in_a_language_that_all_its_steps_speak() -> None:
    assert CARD.speaks("es")
    half = msgspec.structs.replace(CARD, steps=(step("begin", "resolve"), *CARD.steps))
    assert not half.speaks("es")
    with pytest.raises(LanguageMissing):
        fill(half, "es", {}, of(half, ""))


@pytest.mark.clause("A9")
@pytest.mark.parametrize("fact", ["<b>I-130</b>", "<script>alert(1)</script>", "{received}", "a & b"])
def test_a_fact_with_markup_is_read_as_it_is(fact: str) -> None:
    assert fact in fill(TIME, "en", {**FACTS, "form": fact}, of(TIME, "")).text


def test_what_no_choice_leads_to_is_not_reached() -> None:
    assert reached([step("a", "b"), step("b", "resolve"), step("c", end="resolve")]) == {"a", "b"}


def test_steps_that_only_lead_to_one_another_have_no_end() -> None:
    steps = [step("a", "b", "resolve"), step("b", "c"), step("c", "b")]
    assert without_end(steps) == {"b", "c"}
    assert without_end([*steps[:2], step("c", "b", "script:other")]) == set()


def test_a_way_to_a_dead_end_is_no_loop() -> None:
    assert without_end([step("a", "b"), step("b")]) == set()


def test_a_choice_may_lead_to_another_script() -> None:
    assert (other_script("script:change-of-address"), other_script("trace")) == ("change-of-address", None)


def test_a_script_has_either_a_text_or_steps() -> None:
    for changes in ({"texts": {"en": "x"}}, {"steps": ()}):
        with pytest.raises(ValueError, match="either texts or steps"):
            msgspec.structs.replace(CARD, **changes)


def test_what_is_neither_read_nor_done_is_no_step() -> None:
    with pytest.raises(ValueError, match="nothing to read"):
        Step(id="a")


def test_a_step_has_choices_or_is_the_last() -> None:
    with pytest.raises(ValueError, match="cannot have a next"):
        step("a", "resolve", end="resolve")


def test_two_steps_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="same id"):
        msgspec.structs.replace(CARD, steps=(step("a", end="resolve"), step("a", end="resolve")))


def test_what_an_agent_is_to_do_has_no_blanks() -> None:
    asked = Step(id="a", do={"en": "Look at {form}."}, next="resolve")
    with pytest.raises(ValueError, match="blanks"):
        msgspec.structs.replace(CARD, steps=(asked,))


@pytest.mark.clause("A9")
def test_every_way_of_the_sample_guides_ends() -> None:
    guides = [script for script in scripts() if script.steps]
    assert len(guides) >= 2
    for guide in guides:
        assert reached(guide.steps) == {one.id for one in guide.steps}
        assert without_end(guide.steps) == set()
