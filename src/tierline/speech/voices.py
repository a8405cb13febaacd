"""Which languages the embedded voice speaks: the six of SVOX Pico, by language or by locale tag."""

from collections.abc import Mapping

VOICES: Mapping[str, str] = {
    "en": "en-US",
    "en-GB": "en-GB",
    "de": "de-DE",
    "es": "es-ES",
    "fr": "fr-FR",
    "it": "it-IT",
}


def voice_for(language: str) -> str | None:
    """ "es-ES" for "es" and for "es-MX"; None for a language of which every prompt must be recorded."""
    return VOICES.get(language) or VOICES.get(language.partition("-")[0])
