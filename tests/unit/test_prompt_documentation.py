"""The how-to's table of what each function says is what it says."""

import re
from pathlib import Path

import pytest

from tierline.agency import Messages
from tierline.agency.functions import OPTIONS

HOW_TO = Path(__file__).parents[2] / "docs/how-to/prompts.md"
ROWS = re.findall(r"^\| `(.+?)` \| `(.+?)` \| (.+?) \| (.+?) \| (.+?) \|$", HOW_TO.read_text("utf-8"), re.M)


def test_every_function_is_in_the_table() -> None:
    assert {row[0].partition("(")[0] for row in ROWS} == set(OPTIONS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_each_function_says_what_the_table_says(tmp_path: Path, row: tuple[str, ...]) -> None:
    expression, x, *said = row
    languages = ("en", "es", "fr")
    for language in languages:
        (tmp_path / f"{language}.ftl").write_text(f"p = {{ {expression} }}\n")
    messages = Messages(tmp_path)
    value = int(x) if expression.startswith("NUMBER") else x
    assert [messages.text("p", language, {"x": value}) for language in languages] == said
    assert messages.problems() == []
