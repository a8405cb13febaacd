"""What is known of a prompt without saying it, and the sample agency's own prompts."""

from pathlib import Path

import pytest

from tests.sample_agency import FOLDER
from tierline.agency import Messages
from tierline.ports.prompts import PromptFailed

PROMPTS = """\
# A comment with a = sign.
-center = the Contact Center
welcome = Welcome to { -center }.
status = { $known ->
    [yes] { $status } { next }
   *[no] { $other }
  }
next = Come back on { DATE($day) }.
hours = Open from { TIME($from) }.
    .certainty = unverified
stay = Stay on the line for a person,
    or press 9.
    .silence = person
around = Once more: { around }
"""


@pytest.fixture
def messages(tmp_path: Path) -> Messages:
    (tmp_path / "en.ftl").write_text(PROMPTS, "utf-8")
    return Messages(tmp_path)


def test_names_are_messages_and_neither_terms_nor_lines_that_look_like_them(messages: Messages) -> None:
    assert messages.names == {"en": {"welcome", "status", "next", "hours", "stay", "around"}}


def test_the_values_of_a_prompt_are_those_of_every_variant_and_reference(messages: Messages) -> None:
    assert messages.variables("status", "en") == {"known", "status", "other", "day"}
    assert messages.variables("welcome", "en") == frozenset()
    assert messages.variables("around", "en") == frozenset()


def test_a_prompt_says_how_certain_it_is(messages: Messages) -> None:
    assert messages.attributes("hours", "en") == {"certainty": "unverified"}
    assert messages.attributes("stay", "en") == {"silence": "person"}
    assert messages.attributes("next", "en") == {}


def test_a_prompt_of_several_lines_is_said_as_one(messages: Messages) -> None:
    assert messages.text("stay", "en", {}) == "Stay on the line for a person, or press 9."


def test_a_prompt_has_its_line(messages: Messages) -> None:
    assert (messages.line("welcome", "en"), messages.line("hours", "en")) == (3, 9)


@pytest.mark.parametrize(("prompt", "language"), [("good-bye", "en"), ("welcome", "fr")])
def test_a_prompt_that_is_not_there_is_said_to_be_missing(
    messages: Messages, prompt: str, language: str
) -> None:
    for ask in (messages.variables, messages.attributes, messages.line):
        with pytest.raises(PromptFailed, match=f"there is no prompt {prompt} in {language}"):
            ask(prompt, language)


@pytest.mark.parametrize("agency", sorted(FOLDER.parent.iterdir()), ids=lambda folder: folder.name)
def test_the_prompts_of_every_sample_agency_are_sound(agency: Path) -> None:
    assert Messages(agency / "prompts").problems() == []


@pytest.mark.parametrize("file", sorted(FOLDER.parent.glob("*/prompts/es*.ftl")), ids=str)
def test_spanish_prompts_say_presione_for_oprima_is_misheard_on_the_telephone(file: Path) -> None:
    words = file.read_text("utf-8").casefold()
    assert "oprim" not in words
    assert "presione" in words
