"""Prompts as people read them who look at the flow."""

import pytest

from tierline.agency import Messages

WRITTEN = {
    "prompts/en.ftl": b"""
-center = the Center
plain = Welcome to { -center }.
status = { $status } as of { DATE($as_of) }.
position = { $position ->
    [one] You are next.
   *[other] You are number { $position }.
  }
both = { plain } { position }
loop = Again: { loop }
"""
}


@pytest.mark.parametrize(
    ("prompt", "text"),
    [
        ("plain", "Welcome to the Center."),
        ("status", "{status} as of {as_of}."),
        ("position", "You are number {position}."),
        ("both", "Welcome to the Center. You are number {position}."),
        ("loop", "Again: {…}"),
    ],
)
def test_a_value_is_shown_by_its_name(prompt: str, text: str) -> None:
    assert Messages(WRITTEN).with_blanks(prompt, "en") == text
