"""The one-line script of a scripted caller."""

import pytest

from tierline.caller.script import AwaitSilence, HangUp, Hear, NotAScript, Press, Wait, steps


def test_a_script_is_read_word_by_word() -> None:
    assert steps("1 ... 2 hear:receipt-number 8721234567890# wait:2.5 * hangup") == [
        Press("1"),
        AwaitSilence(),
        Press("2"),
        Hear("receipt-number"),
        Press("8721234567890#"),
        Wait(2.5),
        Press("*"),
        HangUp(),
    ]


def test_commas_separate_words_as_spaces_do() -> None:
    assert steps("1 , 2,3# ") == [Press("1"), Press("2"), Press("3#")]


def test_an_empty_script_only_listens() -> None:
    assert steps(" ") == []


@pytest.mark.parametrize("word", ["x", "wait:", "wait:-1", "hear:", "1a", "hang-up"])
def test_a_word_that_is_no_step_is_named(word: str) -> None:
    with pytest.raises(NotAScript, match=word):
        steps(f"1 {word} 2")
