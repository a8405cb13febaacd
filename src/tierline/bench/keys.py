"""What the callers of the benchmark press in the sample agency's flow, and which prompt answers each key.

The one file to change when the flow of `agencies/uscis` changes.
"""

import msgspec


class Press(msgspec.Struct, frozen=True):
    key: str
    answers: tuple[str, ...]
    """The prompts of which one is said next; the first of what is played, where several are."""


LANGUAGE = "en"

OPENING = (Press("1", ("main-menu",)),)
"""From the greeting to where the loop begins: English, and the main menu."""

LOOP = (Press("2", ("hours-open", "hours-closed")), Press("#", ("main-menu",)))
"""Pressed in turn, again and again: "our hours", which looks them up, and back to the main menu. Each cuts
short what is being told."""
