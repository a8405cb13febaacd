"""How hard words are to follow, told to who writes them."""

import pytest

from tierline.scripts.readability import english_syllables, readability, spanish_syllables


@pytest.mark.parametrize(
    ("word", "syllables"),
    {
        "card": 1,
        "mailed": 1,
        "address": 2,
        "notice": 2,
        "table": 2,
        "request": 2,
        "information": 4,
        "received": 2,
        "needed": 2,
        "changes": 2,
        "the": 1,
        "situation": 4,
        "telephone": 3,
        "30": 2,
        "I130": 4,
    }.items(),
)
def test_syllables_of_english_words(word: str, syllables: int) -> None:
    assert english_syllables(word) == syllables


@pytest.mark.parametrize(
    ("word", "syllables"),
    {
        "tarjeta": 3,
        "dirección": 3,
        "envió": 2,
        "días": 2,
        "ley": 1,
        "ciudad": 2,
        "aéreo": 4,
        "quiere": 2,
        "guía": 2,
        "y": 1,
        "buzón": 2,
        "vergüenza": 3,
        "12": 2,
    }.items(),
)
def test_syllables_of_spanish_words(word: str, syllables: int) -> None:
    assert spanish_syllables(word) == syllables


EASY = "Your card is in the mail. It can take a week. Please call us if it does not come."
HARD = (
    "Notwithstanding the aforementioned considerations, adjudication of the administrative application "
    "necessitates supplementary documentation demonstrating continuous residence."
)


@pytest.mark.clause("A9")
def test_short_words_in_short_sentences_are_easy_and_long_ones_hard() -> None:
    easy, hard = readability(EASY, "en"), readability(HARD, "en")
    assert (easy.scale, easy.level, hard.level) == ("flesch_kincaid", "easy", "hard")
    assert easy.score is not None
    assert easy.score < 3


def test_spanish_has_a_scale_of_its_own() -> None:
    easy = readability("Su tarjeta está en el correo. Llámenos si no llega.", "es")
    hard = readability(
        "La adjudicación administrativa correspondiente requiere documentación complementaria "
        "acreditativa de la residencia continuada del solicitante.",
        "es",
    )
    assert (easy.scale, easy.level, hard.level) == ("inflesz", "easy", "hard")


def test_it_is_told_how_long_it_takes_to_say_in_any_language() -> None:
    told = readability("Bonjour. " * 50, "fr")
    assert (told.words, told.seconds, told.score, told.level) == (50, 20, None, "")


def test_a_blank_counts_as_the_word_that_fills_it() -> None:
    assert readability("Your form is {form}.", "en").words == 4
    assert readability("", "en").words == 0
