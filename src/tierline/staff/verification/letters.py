"""Text as it is compared: without what people and systems write differently, or leave away."""

import unicodedata

from anyascii import anyascii

_LETTERS = str.maketrans(
    {
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ı": "i",
        "ħ": "h",
        "'": "",
        "’": "",
        "ʼ": "",
        "ʿ": "",
        "ʾ": "",
        "`": "",
        "´": "",
    }
)
"""Letters of Latin scripts that are not a plain letter with a mark, and apostrophes."""


def words(text: str) -> list[str]:
    """In small plain letters and figures, split wherever there is something else."""
    return "".join(c if c.isalnum() else " " for c in folded(text)).split()


def folded(text: str) -> str:
    """In Latin letters, also of other scripts: Chinese ones by the sounds of Mandarin, Arabic and Hebrew ones
    without the vowels that they do not write."""
    apart = unicodedata.normalize("NFKD", text.translate(_LETTERS)).casefold()
    apart = unicodedata.normalize("NFKD", apart.translate(_LETTERS))
    plain = "".join(c for c in apart if not unicodedata.combining(c))
    return plain if plain.isascii() else anyascii(text.translate(_LETTERS)).casefold()


def figures(text: str) -> str:
    return "".join(c for c in folded(text) if c.isascii() and c.isdigit())
