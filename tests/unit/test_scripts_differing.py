"""Differences between versions, word by word."""

import msgspec

from tests.sample_agency import scripts
from tierline.scripts.differing import Difference, Piece, differences
from tierline.scripts.guide import WrittenStep
from tierline.scripts.wording import Wording, written

CARD = written(next(script for script in scripts() if script.id == "card-not-received"))
TEXT = Wording(titles={"en": "A card"}, texts={"en": "It takes 30 days to come."})


def test_nothing_differs_from_itself() -> None:
    assert differences(CARD, CARD) == ()


def test_the_words_that_changed_are_told_and_no_others() -> None:
    now = msgspec.structs.replace(TEXT, texts={"en": "It takes up to 40 days to come."})
    assert differences(TEXT, now) == (
        Difference(
            part="text",
            step="",
            language="en",
            pieces=(
                Piece("both", "It takes "),
                Piece("before", "30"),
                Piece("now", "up to 40"),
                Piece("both", " days to come."),
            ),
        ),
    )


def test_each_language_is_compared_by_itself() -> None:
    now = msgspec.structs.replace(TEXT, texts={**TEXT.texts, "es": "Tarda 30 días."})
    assert [(d.part, d.language, d.pieces) for d in differences(TEXT, now)] == [
        ("text", "es", (Piece("now", "Tarda 30 días."),))
    ]


def test_a_step_that_came_or_went_is_told_with_the_order_of_all() -> None:
    more = WrittenStep(id="thanks", says={"en": "Thank you."}, next="resolve")
    now = msgspec.structs.replace(CARD, steps=(*CARD.steps, more))
    assert [(d.part, d.step) for d in differences(CARD, now)] == [
        ("order", ""),
        ("says", "thanks"),
        ("next_of_step", "thanks"),
    ]
    assert {d.step for d in differences(now, CARD)} == {"", "thanks"}


def test_where_a_choice_leads_is_compared_too() -> None:
    first, *others = CARD.steps
    elsewhere = msgspec.structs.replace(first.choices[0], to="resolve")
    changed = msgspec.structs.replace(first, choices=(elsewhere, *first.choices[1:]))
    now = msgspec.structs.replace(CARD, steps=(changed, *others))
    assert {(d.part, d.step, d.language) for d in differences(CARD, now)} == {
        ("choices", "mailed", "en"),
        ("choices", "mailed", "es"),
    }


def test_what_is_not_recorded_any_more_is_told() -> None:
    asks = msgspec.structs.replace(CARD.steps[0], unrecorded=True)
    now = msgspec.structs.replace(CARD, unrecorded=True, steps=(asks, *CARD.steps[1:]))
    told = [(d.part, d.step, d.pieces) for d in differences(CARD, now)]
    assert told == [
        ("unrecorded", asks.id, (Piece("now", "✓"),)),
        ("unrecorded", "", (Piece("now", "✓"),)),
    ]
