"""Names that an agency writes in its languages."""

from collections.abc import Mapping


def in_language(words: Mapping[str, str], language: str) -> str:
    """In the agency's first language rather than not at all."""
    return words.get(language) or next(iter(words.values()))
