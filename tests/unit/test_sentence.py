"""A sentence is told whole in English, whatever goes into its blanks."""

import msgspec

from tierline.desk.refusal import Refused
from tierline.sentence import SentenceView, read_again, sentence, view

BREAK = {"en": "Break", "es": "Descanso"}


def test_a_sentence_is_told_whole_in_english() -> None:
    why = sentence("is in a call")
    assert str(sentence("{name} {why}; wait {n} seconds", name="Ana", why=why, n=3)) == (
        "Ana is in a call; wait 3 seconds"
    )


def test_the_agencys_words_are_told_in_english_or_in_what_there_is() -> None:
    told = sentence("one of: {reasons}", reasons=[BREAK, {"fr": "Repas"}, sentence("{n} more", n=2)])
    assert str(told) == "one of: Break, Repas, 2 more"


def test_a_sentence_is_the_same_after_it_was_written_down() -> None:
    tier = sentence("Tier {tier}", tier="1")
    told = sentence("{tier}: {listed}", tier=tier, listed=[BREAK, sentence("{n} more", n=2)])
    written = msgspec.json.encode(view(told))
    assert read_again(msgspec.json.decode(written, type=SentenceView)) == told


def test_a_value_that_looks_like_a_blank_is_left_as_it_is() -> None:
    assert str(sentence("{name} is away", name="{other}")) == "{other} is away"


def test_a_refusal_is_its_sentence_in_english_and_carries_it_for_other_languages() -> None:
    refused = Refused("choose another reason than {reason}", reason=BREAK)
    assert str(refused) == "choose another reason than Break"
    assert str(Refused.saying(refused.sentence)) == str(refused)
    assert msgspec.to_builtins(refused.sentence) == {
        "template": "choose another reason than {reason}",
        "values": {"reason": BREAK},
    }
