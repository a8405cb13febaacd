"""What is wrong in the agency's prompts is found with its line, and the rest goes on being said."""

import re
from pathlib import Path

import pytest

from tierline.agency import Messages


def messages(tmp_path: Path, text: str, name: str = "en.ftl") -> Messages:
    (tmp_path / name).write_text(text, "utf-8")
    return Messages(tmp_path)


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("a = A.\nb B.\nc = C.", 2, 'lost: Expected token: "="'),
        ("a = A.\nb = { $x ->\n    [one] One.\n    [other] Some.\n  }", 5, "default"),
        ("a = { $x", 1, "not Fluent"),
        ("a = One.\na = Two.", 2, "a is already in line 1"),
        ("a = { b }", 1, "no message b"),
        ("a = { b.c }\nb = B.", 1, "no message b.c"),
        ("a = { -b }", 1, "no term -b"),
        ("-b = The { $x }.\na = { -b }", 2, r"-b says \$x, which it is not given"),
        ("a = Once { b }\nb = and { a }", 1, "a refers to itself"),
        ("a = { SHOUT($x) }", 1, "no function SHOUT, only DATE, DIGITS"),
        ("a = { DATETIME($x) }", 1, "use DATE, TIME or MOMENT"),
        ("a = { DATE() }", 1, "takes one value"),
        ("a = { TIME($x, zone: 1) }", 1, "TIME takes no zone."),
        ('a = { DATE($x, month: "long") }', 1, "takes no month, only weekday, year"),
        ('a = { DATE($x, weekday: "maybe") }', 1, "cannot use weekday: 'maybe'"),
        ("a = { MONEY($x) }", 1, "needs a currency"),
        ("a =\n    Now\n    press #.", 3, "stumbles over '#'"),
        ("a = Call 18003755283.", 1, "write it with spaces"),
        ("a = " + "long" * 11, 1, "too long for one word"),
        ("a = Number R{ $x }.", 1, "touches the letter or digit 'R'"),
        ("a = The { $x }th.", 1, "touches the letter or digit 't'"),
        ("a = A.\n    .certainty = maybe", 2, "verified or unverified"),
        ("a = A.\n    .certanity = unverified", 2, "No attribute .certanity is known"),
        ("a =\n    .certainty = unverified", 1, "no words of its own"),
    ],
)
def test_a_problem_is_found_with_its_line(tmp_path: Path, text: str, line: int, says: str) -> None:
    found = messages(tmp_path, text).problems()
    assert [(p.line, p.file) for p in found if re.search(says, p.message)] == [
        (line, f"{tmp_path.name}/en.ftl")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "a = Welcome.\n    .certainty = unverified",
        '-name = the { $kind } center\na = This is { -name(kind: "contact") }.',
        'a = On { DATE($x, weekday: "yes") }, { TIME($y) }. l\'{ $office }!',
        "a = { $n ->\n    [one] You are next.\n   *[other] You are number { NUMBER($n) }.\n  }",
        "a = 第{ $n }位",
        'a = { DIGITS($x, groups: "3 4 3 3") }; { PHONE($y, country: "US") }',
        "a = 2 people of 2026, 5 2 and pound.",
    ],
)
def test_what_is_right_is_left_alone(tmp_path: Path, text: str) -> None:
    assert messages(tmp_path, text).problems() == []


def test_all_are_found_at_once_in_the_order_of_the_lines(tmp_path: Path) -> None:
    found = messages(tmp_path, "a = { b }\nc C\nd = { SHOUT($x) }\n").problems()
    assert [problem.line for problem in found] == [1, 2, 3]


def test_a_broken_message_does_not_take_the_others_with_it(tmp_path: Path) -> None:
    some = messages(tmp_path, "a = A.\nb B.\nc = C.\n")
    assert some.names == {"en": {"a", "c"}}
    assert some.text("c", "en", {}) == "C."


def test_a_file_whose_name_is_no_language_is_one_problem(tmp_path: Path) -> None:
    some = messages(tmp_path, "a = A.", "old-english.ftl")
    assert some.names == {}
    assert ["is no language" in problem.message for problem in some.problems()] == [True]


def test_a_file_that_is_not_text_is_one_problem(tmp_path: Path) -> None:
    (tmp_path / "en.ftl").write_bytes(b"a = caf\xe9")
    some = Messages(tmp_path)
    assert some.names == {}
    assert ["cannot be read as UTF-8" in problem.message for problem in some.problems()] == [True]
