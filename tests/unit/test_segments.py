"""How many short messages a text takes, and what is left of one that takes too many."""

import pytest

from tierline.calls.segments import segments, shortened


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 1),
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("€" * 80, 1),
        ("€" * 81, 2),
        ("Ñandú" + "a" * 65, 1),
        ("Ñandú" + "a" * 66, 2),
        ("é" * 160, 1),
        ("á" * 70, 1),
        ("á" * 71, 2),
        ("😀" * 35, 1),
        ("😀" * 36, 2),
    ],
)
def test_a_text_takes_as_many_messages_as_a_carrier_counts(text: str, count: int) -> None:
    assert segments(text) == count


def test_a_text_that_fits_stays_as_it_is() -> None:
    assert shortened("a" * 459, 3) == "a" * 459


def test_what_is_too_long_is_cut_behind_a_sentence() -> None:
    assert shortened("First. Second. " + "third " * 40, 1) == "First. Second. ..."


def test_one_long_sentence_is_cut_behind_a_word() -> None:
    cut = shortened("word " * 60, 1)
    assert cut.endswith("word ...")
    assert segments(cut) == 1
    assert segments(cut.replace(" ...", " word ...")) == 2


@pytest.mark.parametrize("text", ["x" * 500, "ş" * 500, "no. " * 300, "á é. " * 300])
@pytest.mark.parametrize("most", [1, 2, 3])
def test_whatever_the_text_it_fits_and_something_is_left_of_it(text: str, most: int) -> None:
    cut = shortened(text, most)
    assert segments(cut) <= most
    assert text.startswith(cut.removesuffix(" ..."))
    assert len(cut) > 4
