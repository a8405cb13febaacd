"""What a system writes is said and shown as plain text."""

import pytest

from tierline.cases.plain_text import LONGEST, plain_text


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("We received your case.", "We received your case."),
        ('Go to <a href="https://x.example/">our page</a>.', "Go to our page."),
        ("<script>alert(1)</script>Approved", "alert(1) Approved"),
        ("&lt;b&gt;Approved&lt;/b&gt; &amp; mailed", "Approved & mailed"),
        ("On November 3,\r\n 2026\x00 we \x1b[31mmailed", "On November 3, 2026 we [31mmailed"),
        ("left \u202e thgir", "left thgir"),
        ("5 < 6 and 7 > 4", "5 < 6 and 7 > 4"),
        ("Peña", "Peña"),
        ("", ""),
    ],
)
def test_of_markup_and_control_characters_the_words_stay(written: str, plain: str) -> None:
    assert plain_text(written) == plain


def test_a_system_that_writes_without_end_is_cut_off() -> None:
    assert len(plain_text("word " * 100_000)) <= LONGEST
