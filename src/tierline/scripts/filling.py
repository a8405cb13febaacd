"""The words that are read to the caller: a script's text with its blanks filled."""

from collections.abc import Mapping

import msgspec

from tierline.scripts.script import Script, with_blanks_filled


class LanguageMissing(Exception):
    """The script has no text in this language; it is never read in another."""


class MissingFact(Exception):
    """A blank has no fact to fill it that this reader may see."""


class Filled(msgspec.Struct, frozen=True):
    text: str
    used_facts: tuple[str, ...]


def fill(script: Script, language: str, facts: Mapping[str, str]) -> Filled:
    """`facts` holds only what the person reading may see (see `staff.entitlement`). Raises LanguageMissing,
    MissingFact."""
    if language not in script.texts:
        raise LanguageMissing(f"{script.id} has no {language} text")
    text = script.texts[language]
    for variable in script.variables:
        if not facts.get(variable):
            raise MissingFact(variable)
    return Filled(with_blanks_filled(text, facts), script.variables)
