"""What the functions of prompts make of their values, in three languages."""

from pathlib import Path

import pytest

from tierline.agency import Messages
from tierline.ports.prompts import PromptFailed

LANGUAGES = ("en", "es", "fr")


def say(tmp_path: Path, expression: str, x: str | int, language: str = "en", more: str = "") -> str:
    (tmp_path / f"{language}.ftl").write_text(f"p = {{ {expression} }}\n{more}", "utf-8")
    return Messages(tmp_path).text("p", language, {"x": x})


@pytest.mark.parametrize(
    ("expression", "x", "said"),
    [
        ("DIGITS($x)", "VSC2190123456", ["V S C, 2 1 9, 0 1 2, 3 4 5 6"] * 3),
        ('DIGITS($x, groups: "3 4 3 3")', "VSC2190123456", ["V S C, 2 1 9 0, 1 2 3, 4 5 6"] * 3),
        ("DIGITS($x)", 20741, ["2 0 7, 4 1"] * 3),
        ("SPELL($x)", "VSC", ["V S C"] * 3),
        ("PHONE($x)", "+1-202-555-0101", ["1, 2 0 2, 5 5 5, 0 1 0 1"] * 3),
        ('PHONE($x, country: "US")', "+1-202-555-0101", ["2 0 2, 5 5 5, 0 1 0 1"] * 3),
        ("DATE($x)", "2026-11-24", ["November 24, 2026", "24 de noviembre de 2026", "24 novembre 2026"]),
        (
            'DATE($x, weekday: "yes")',
            "2026-11-24",
            ["Tuesday, November 24, 2026", "martes, 24 de noviembre de 2026", "mardi 24 novembre 2026"],
        ),
        ('DATE($x, year: "no")', "2026-11-24", ["November 24", "24 de noviembre", "24 novembre"]),
        (
            "DATE($x)",
            "2026-11-24T20:30",
            ["November 24, 2026", "24 de noviembre de 2026", "24 novembre 2026"],
        ),
        ("TIME($x)", "20:30", ["8:30 PM", "8:30 de la noche", "20:30"]),
        ("TIME($x)", "2026-11-24T08:00:00-06:00", ["8:00 AM", "8 de la mañana", "8:00"]),
        (
            "MOMENT($x)",
            "2026-11-24T08:00-06:00",
            [
                "Tuesday, November 24, 8:00 AM",
                "martes, 24 de noviembre, 8 de la mañana",
                "mardi 24 novembre, 8:00",
            ],
        ),
        (
            'MONEY($x, currency: "USD")',
            760,
            ["760 US dollars", "760 dólares estadounidenses", "760 dollars des États-Unis"],
        ),
    ],
)
def test_a_value_is_said_properly_in_each_language(
    tmp_path: Path, expression: str, x: str | int, said: list[str]
) -> None:
    assert [say(tmp_path, expression, x, language) for language in LANGUAGES] == said


def test_money_is_said_in_the_agencys_words_where_its_prompts_have_them(tmp_path: Path) -> None:
    own = (
        "money-USD = { $amount ->\n    [one] { $amount } dollar\n   *[other] { $amount } dollars\n  }\n"
        "money-USD-cents = { $amount ->\n    [one] { $amount } cent\n   *[other] { $amount } cents\n  }\n"
    )
    assert say(tmp_path, 'MONEY($x, currency: "USD")', 760, more=own) == "760 dollars"
    assert say(tmp_path, 'MONEY($x, currency: "USD")', "1.50", more=own) == "1 dollar and 50 cents"


def test_numbers_choose_their_plural_form(tmp_path: Path) -> None:
    choice = "$x ->\n    [one] { $x } persona\n   *[other] { $x } personas\n "
    assert [say(tmp_path, choice, x, "es") for x in (1, 2)] == ["1 persona", "2 personas"]


@pytest.mark.parametrize(
    ("expression", "x", "says"),
    [
        ("DATE($x)", "soon", r"prompt p in en: 'soon' is no day \(as 2026-11-24\)"),
        ("DATE($x)", "2026-02-30", "is no day"),
        ("DATE($x)", 20261124, "is no day"),
        ("TIME($x)", "20", r"is no time \(as 20:30\)"),
        ("TIME($x)", "25:00", "is no time"),
        ("MOMENT($x)", "2026-11-24", "is no moment"),
        ('DIGITS($x, groups: "3 3")', "1234", "4 characters do not fit"),
        ("PHONE($x)", "soon", "no telephone number"),
        ('MONEY($x, currency: "USD")', "free", "no amount"),
    ],
)
def test_a_value_that_cannot_be_read_fails_in_words(
    tmp_path: Path, expression: str, x: str | int, says: str
) -> None:
    with pytest.raises(PromptFailed, match=says):
        say(tmp_path, expression, x)


def test_a_value_that_is_missing_fails_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(PromptFailed, match="Unknown external: day"):
        say(tmp_path, "DATE($day)", "2026-11-24")
