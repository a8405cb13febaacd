"""The prompts that the center says by itself, by their names, with the values that it gives each. An agency
needs those of the parts of the center that its flow and its tiers bring into play."""

from collections.abc import Mapping
from typing import Literal

import msgspec

from tierline.ivr.values import KINDS

Part = Literal[
    "always", "values", "queue", "supervisor", "offices", "hours", "requests", "callback", "recorded callback"
]


class NamedPrompt(msgspec.Struct, frozen=True):
    """Needed where any of the `parts` is in play; `kind` narrows `values` to the ones of that kind."""

    parts: frozenset[Part]
    gives: frozenset[str] = frozenset()
    kind: str = ""


def _of(*parts: Part, gives: str = "") -> NamedPrompt:
    return NamedPrompt(frozenset(parts), frozenset(gives.split()))


NAMED_PROMPTS: Mapping[str, NamedPrompt] = {
    "one-moment": _of("always"),
    "lines-busy": _of("always"),
    "wrong-key": _of("always"),
    "records-away-here": _of("always"),
    "too-few-digits": _of("values"),
    **{f"malformed-{kind}": NamedPrompt(frozenset({"values"}), kind=kind) for kind in KINDS},
    "position": _of("queue", gives="position"),
    "still-served": _of("queue"),
    "agent-lost": _of("queue"),
    "handed-on": _of("queue"),
    "given-back": _of("queue"),
    "records-away": _of("queue"),
    "confirm-supervisor": _of("supervisor"),
    "connecting-supervisor": _of("supervisor"),
    "supervisor-noted": _of("supervisor"),
    "contact-address": _of("offices", gives="address"),
    "contact-phone": _of("offices", gives="phone"),
    "no-contact": _of("offices"),
    "no-hours": _of("offices"),
    "days-range": _of("offices", "hours", gives="from to"),
    "hours-line": _of("hours", gives="tier days from to zone"),
    "confirmation-number": _of("requests", gives="spoken"),
    "callback-promised": _of("callback", gives="phone"),
    "callback-promised-window": _of("callback", gives="phone from to"),
    "callback-dialling": _of("callback"),
    "callback-greeting": _of("callback", gives="agency"),
    "recording-callback": _of("recorded callback"),
    "good-bye": _of("callback"),
}
"""By name. `tests/architecture` holds it against the code that says them."""

TO_THOSE_IN_LINE = frozenset({"position", "low", "high"})
"""What the prompts of `waiting.says` are given: the position, and the wait as a band of minutes (`high` 0:
more than `low`)."""

UNITS = "money-"
"""Prompts of this beginning name a currency's units for MONEY, and are optional."""
