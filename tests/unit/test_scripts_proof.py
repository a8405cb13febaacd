"""What an author is told to mend, and where."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from tests.sample_agency import scripts
from tierline.calls.names import AgentId
from tierline.scripts.faults import Around
from tierline.scripts.guide import Choice, WrittenStep
from tierline.scripts.proof import proof
from tierline.scripts.script import Script
from tierline.scripts.wording import Wording, scripted, tidied, written

NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)
AROUND = Around(
    languages=("en", "es"),
    fields={"form": "basic", "status": "basic", "applicant": "case"},
    kinds=frozenset({"non-receipt-card"}),
    scripts=frozenset({"change-of-address"}),
)
SOUND = Wording(
    titles={"en": "A card", "es": "Una tarjeta"},
    texts={"en": "Your form is {form}.", "es": "Su formulario es {form}."},
)


def found(**changed: object) -> dict[str, str]:
    wording = msgspec.structs.replace(SOUND, **changed)
    return {".".join(map(str, fault.path)): str(fault.why) for fault in proof(wording, AROUND, NOON)}


def step(name: str, *to: str, **more: object) -> WrittenStep:
    choices = tuple(Choice({"en": way, "es": way}, way) for way in to)
    return WrittenStep(**{"id": name, "says": {"en": name, "es": name}, "choices": choices, **more})  # type: ignore[arg-type]


def guide(*steps: WrittenStep) -> dict[str, str]:
    return found(texts={}, steps=steps)


@pytest.mark.clause("A9")
def test_there_is_nothing_to_mend_in_sound_wording() -> None:
    assert found() == {}
    assert (
        guide(step("one", "two", "script:change-of-address"), step("two", next="request:non-receipt-card"))
        == {}
    )


@pytest.mark.parametrize("script", scripts(), ids=lambda script: script.id)
def test_what_the_sample_agency_has_in_force_has_nothing_to_mend(script: Script) -> None:
    around = Around(
        languages=("en", "es"),
        fields=dict.fromkeys(script.variables, "basic") | dict.fromkeys(script.cases, "basic"),
        kinds=frozenset(one.next.removeprefix("request:") for one in scripts()),
        scripts=frozenset(one.id for one in scripts()),
    )
    assert proof(written(script), around, NOON) == ()


@pytest.mark.clause("A9")
def test_languages_match() -> None:
    assert found(titles={"en": "A card"}) == {"titles.es": "no words in this language yet: write them"}
    assert "texts.fr" in found(texts={**SOUND.texts, "fr": "Le formulaire {form}."})
    untranslated = step("one", next="resolve", says={"en": "Hello"})
    assert list(guide(untranslated)) == ["steps.0.says.es"]
    assert guide(WrittenStep(id="one", do={"en": "Wait.", "es": "Espere."}, next="resolve")) == {}


@pytest.mark.clause("A9")
def test_a_blank_that_no_fact_fills_is_found_before_a_caller_waits_for_it() -> None:
    assert (
        "no case has a fact shoe_size"
        in found(texts={"en": "Yours is {shoe_size}.", "es": "El suyo es {shoe_size}."})["texts"]
    )
    assert found(texts={"en": "{form}", "es": "su formulario"}) == {
        "texts.es": "the words in es lack the blank form, which another language has"
    }
    assert "allowed_tiers" in found(texts={"en": "{applicant}", "es": "{applicant}"})
    assert found(texts={"en": "{applicant}", "es": "{applicant}"}, allowed_tiers=("2",)) == {}


@pytest.mark.parametrize("text", ["Your {Form}.", "Your {form.", "Your form}.", "{ form }"])
def test_braces_that_are_no_blank_are_never_read_aloud(text: str) -> None:
    assert "texts.en" in found(texts={"en": text, "es": text})


def test_a_guide_leads_on_and_ends() -> None:
    assert "steps.0.id" in guide(step("one"))
    assert "steps.1.id" in guide(step("one", next="resolve"), step("two", next="resolve"))
    assert "steps.0.choices.0.to" in guide(step("one", "nowhere"))
    assert "steps.0.next" in guide(step("one", next="request:nothing"))
    assert "steps.0.id" in guide(step("one", "one"))
    assert "steps.1.id" in guide(step("one", "one", "resolve"), step("one", next="resolve"))
    assert "steps.0.id" in guide(step("One!", next="resolve"))
    assert "steps.0.id" in guide(WrittenStep(id="one", next="resolve"))
    assert "steps.0.next" in guide(step("one", "resolve", next="resolve"))
    assert "steps.0.do.en" in guide(step("one", next="resolve", do={"en": "Ask {form}", "es": "Pida {form}"}))


def test_what_is_missing_or_contradicts_itself_is_found() -> None:
    assert "texts" in found(texts={})
    assert "texts" in found(steps=(step("one", next="resolve", says=SOUND.texts),))
    assert "next" in found(next="")
    assert "allowed_tiers" in found(allowed_tiers=())
    assert "cases.shoes" in found(cases={"shoes": ("brown",)})
    assert "expires" in found(expires=NOON)
    assert "expires" in found(effective_from=NOON + timedelta(days=2), expires=NOON + timedelta(days=1))


def test_what_has_nothing_to_mend_becomes_a_script_as_it_was_written() -> None:
    made = scripted(SOUND, id="card", version=3, author=AgentId("ada"), approver=AgentId("paul"), at=NOON)
    assert (made.status, made.effective_from, made.variables) == ("published", NOON, ("form",))
    assert written(made) == SOUND


def test_all_that_an_author_may_write_comes_through_unchanged() -> None:
    """A part of it that were forgotten on the way would be lost with the next approval."""
    all_of_it = Wording(
        titles=SOUND.titles,
        steps=(
            step("one", "two", do={"en": "wait", "es": "espere"}, unrecorded=True),
            step("two", next="resolve"),
        ),
        topics=("cards",),
        cases={"form": ("I-90",)},
        allowed_tiers=("2",),
        next="escalate",
        expires=NOON + timedelta(days=9),
        unrecorded=True,
        source="the card office's letter of November",
    )
    for field in msgspec.structs.fields(Wording):
        assert field.name in ("texts", "effective_from") or getattr(all_of_it, field.name) != field.default, (
            field.name
        )
    made = scripted(
        tidied(all_of_it), id="card", version=3, author=AgentId("ada"), approver=AgentId("paul"), at=NOON
    )
    assert msgspec.to_builtins(written(made)) == msgspec.to_builtins(all_of_it)


def test_nothing_takes_effect_before_it_was_approved() -> None:
    early = msgspec.structs.replace(SOUND, effective_from=NOON - timedelta(days=3))
    late = msgspec.structs.replace(SOUND, effective_from=NOON + timedelta(days=3))
    for wording, begins in ((early, NOON), (late, NOON + timedelta(days=3))):
        made = scripted(
            wording, id="card", version=1, author=AgentId("ada"), approver=AgentId("paul"), at=NOON
        )
        assert made.effective_from == begins


def test_what_was_left_empty_is_not_kept() -> None:
    left = Wording(
        titles={"en": " A card ", "es": " "},
        texts={"en": ""},
        steps=(WrittenStep(id="one", says={"en": "Hi"}, do={"en": ""}, next=""),),
        topics=("card", " ", "card"),
        cases={"status": ()},
    )
    kept = tidied(left)
    assert (kept.titles, kept.texts, kept.topics, kept.cases) == ({"en": "A card"}, {}, ("card",), {})
    assert kept.steps == (WrittenStep(id="one", says={"en": "Hi"}),)
