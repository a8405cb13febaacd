"""How what is personal is masked: each class by one function, so that who has seen the whole knows it again,
and who has not learns nothing."""

import re
from collections.abc import Callable, Mapping
from typing import Literal

Personal = Literal["phone", "receipt", "date_of_birth", "name", "email", "address", "words", "other", "fact"]
"""A `fact` tells where a case stands, and nothing of who it is: it is shown as it is. So are `words`, which
are what a page about them is for."""

HIDDEN = "•••"
_CLASSES: Mapping[Personal, frozenset[str]] = {
    "phone": frozenset({"phone", "number", "callback", "relay_number"}),
    "receipt": frozenset({"receipt"}),
    "date_of_birth": frozenset({"date_of_birth"}),
    "name": frozenset({"applicant", "name", "representative"}),
    "email": frozenset({"email"}),
    "address": frozenset({"address", "zip", "street", "city"}),
    "words": frozenset(
        {"words", "note", "text", "script_text", "own_words", "correction", "question", "reason", "details"}
        | {"office_question", "office_reply", "caller_said"}
    ),
    "fact": frozenset(
        {
            "status",
            "next_steps",
            "updated",
            "received",
            "form",
            "file_office",
            "processing_office",
            "normal_months",
            "country",
            "request",
            "requests",
            "request_number",
            "office",
            "sent_on",
            "address_checked",
        }
    ),
}
_CLASS_OF: Mapping[str, Personal] = {kind: of for of, kinds in _CLASSES.items() for kind in kinds}


def class_of(kind: str) -> Personal:
    """Of a kind of value, or a fact, by its name. What nobody has classified is personal."""
    return _CLASS_OF.get(kind, "other")


def masked(kind: str, value: str) -> str:
    return _MASKS[class_of(kind)](value)


def is_masked(kind: str) -> bool:
    """Whether anything of it is left out."""
    return class_of(kind) not in ("fact", "words")


def masked_text(text: str) -> str:
    """Any text, for a log: what looks like a telephone number, a receipt number, a day of birth or an address
    of e-mail is left out. Names of our own, as `call-0123456789abcdef`, are not numbers."""
    text = _EMAIL.sub("[e-mail]", _RECEIPT.sub("[number]", text))
    return _DIGITS.sub(lambda found: "[number]" if _is_number(found[0]) else found[0], text)


_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_RECEIPT = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{3}[ -]?[0-9](?:[ -]?[0-9]){9}(?![0-9])")
_DIGITS = re.compile(r"(?<![\w.-])[+(]?[0-9](?:[ ()/-]{0,2}[0-9])+(?![\w-]|\.[0-9])")


def _is_number(found: str) -> bool:
    return sum(sign.isdigit() for sign in found) >= 7


def _last_four(value: str) -> str:
    kept = re.sub(r"\W", "", value)[-4:] if len(re.sub(r"\W", "", value)) > 7 else ""
    return f"{HIDDEN}{kept}"


def _initials(name: str) -> str:
    return " ".join(f"{part[0]}." for part in name.split() if part[0].isalpha()) or HIDDEN


def _none(_: str) -> str:
    return HIDDEN


def _whole(value: str) -> str:
    return value


_MASKS: Mapping[Personal, Callable[[str], str]] = {
    "phone": _last_four,
    "receipt": _last_four,
    "date_of_birth": _none,
    "name": _initials,
    "email": _none,
    "address": _none,
    "words": _whole,
    "other": _none,
    "fact": _whole,
}
