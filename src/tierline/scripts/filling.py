"""The words that are read to the caller: a script's text with its blanks filled."""

from collections.abc import Mapping

import msgspec

from tierline.scripts.guide import Step
from tierline.scripts.script import Script, blanks, with_blanks_filled


class LanguageMissing(Exception):
    """The script has no text in this language; it is never read in another."""


class MissingFact(Exception):
    """A blank has no fact to fill it that this reader may see."""


class Filled(msgspec.Struct, frozen=True):
    text: str
    used_facts: tuple[str, ...]


def fill(script: Script, language: str, facts: Mapping[str, str], step: Step | None = None) -> Filled:
    """Of a guide one step. `facts` holds only what the person reading may see (see `staff.entitlement`).
    Raises LanguageMissing, MissingFact."""
    if not script.speaks(language):
        raise LanguageMissing(f"{script.id} has no {language} text")
    text = (step.words if step else script.texts)[language]
    used = tuple(variable for variable in script.variables if variable in blanks(text))
    for variable in used:
        if not facts.get(variable):
            raise MissingFact(variable)
    return Filled(with_blanks_filled(text, facts), used)
