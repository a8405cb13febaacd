"""Text as it is compared: without what people and systems write differently, or leave away."""

import unicodedata

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
    """In small plain letters and figures, split wherever there is something else. Vowel signs of scripts that
    write them as marks of their own are kept."""
    return "".join(c if _kept(c) else " " for c in folded(text)).split()


def folded(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.translate(_LETTERS)).casefold()
    apart = unicodedata.normalize("NFKD", apart.translate(_LETTERS))
    return "".join(c for c in apart if not unicodedata.combining(c))


def figures(text: str) -> str:
    return "".join(c for c in folded(text) if c.isascii() and c.isdigit())


def _kept(character: str) -> bool:
    return unicodedata.category(character)[0] in "LNM"
