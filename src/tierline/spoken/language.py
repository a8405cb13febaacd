"""A language tag ("en", "es-MX") and its locale data."""

from collections.abc import Mapping
from functools import lru_cache

from babel import Locale, UnknownLocaleError

SCREENS = ("en", "es")
"""The languages in which the center's people read."""


class UnknownLanguage(ValueError):
    """The locale data has no such language; the message is a plain sentence."""


@lru_cache
def locale_of(language: str) -> Locale:
    """Raises UnknownLanguage."""
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError) as unknown:
        raise UnknownLanguage(
            f"{language!r} is no language that the locale data knows (as en, es or fr-CA)."
        ) from unknown


def in_english(language: str) -> str:
    """Its name, in what the center's people read. Raises UnknownLanguage."""
    return locale_of(language).get_display_name("en") or language


@lru_cache
def names(language: str) -> Mapping[str, str]:
    """By the languages of the screens. Raises UnknownLanguage."""
    return {screen: locale_of(language).get_display_name(screen) or language for screen in SCREENS}


def plain(text: str) -> str:
    """Without the narrow and unbreakable spaces of print ("8:00\u202fAM"), which nobody can hear, nor type
    into the expected words of a test."""
    return " ".join(text.split())
