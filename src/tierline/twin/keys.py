"""What a caller does, in one line of keys."""

KEYS = "1234567890*#"
LISTENS = " "
SILENT = "~"
HANGS_UP = "!"
TYPES = "t"
OUTWAITS = "c"


class BadKeys(ValueError):
    """The message says which character is no key, and what may be written."""


def keys(text: str) -> str:
    """The same line. Raises BadKeys."""
    for place, key in enumerate(text, start=1):
        if key not in KEYS + LISTENS + SILENT + TYPES + OUTWAITS + HANGS_UP:
            raise BadKeys(
                f"keys: character {place} is {key!r}; write digits, * and #, a space to let a prompt end, "
                "~ to stay silent, t to type on a text telephone, c to wait in line until it closes, "
                "! to hang up"
            )
    if HANGS_UP in text[:-1]:
        raise BadKeys("keys: nothing can follow !, which hangs up")
    return text
