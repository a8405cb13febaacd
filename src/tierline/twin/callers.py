"""A caller's number as it is written for a rehearsal."""

import re

WITHHELD = "withheld"


class BadNumber(ValueError):
    """The message says how to write one."""


def number(text: str) -> str | None:
    """None where it is withheld. Raises BadNumber."""
    if text == WITHHELD:
        return None
    if not re.fullmatch(r"\+?[0-9]{2,15}", text, re.ASCII):
        raise BadNumber(f"{text!r} is no telephone number: write it like +12025550111, or {WITHHELD}")
    return text
