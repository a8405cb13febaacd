"""Receipt numbers as they are keyed and spoken: three letters and ten digits.

Letters keyed as telephone digits are ambiguous (VSC and TSC are both 872, MSC and NSC both 672): every
reading has to be looked up, and the caller asked where more than one exists.
"""

import re
from typing import Literal

import msgspec

from tierline.offices.provenance import Sourced

_DIGITS = 10
_KEYS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")


class ReceiptPrefix(Sourced, frozen=True):
    """`electronic` receipts have digits that do not follow fiscal year and workday. `means` says where the
    case *began*: the file may have moved since."""

    letters: str
    means: str
    electronic: bool = False

    @property
    def keyed(self) -> str:
        return self.letters.translate(_KEYS)


class ReceiptPrefixes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`receipts.yaml`."""

    prefixes: tuple[ReceiptPrefix, ...]


class MalformedReceipt(Exception):
    """What was keyed cannot be a receipt number. `why` picks the prompt."""

    def __init__(self, why: Literal["too_short", "too_long", "unknown_letters", "not_digits"]) -> None:
        super().__init__(why)
        self.why = why


def readings(keyed: str, prefixes: ReceiptPrefixes) -> tuple[str, ...]:
    """Every receipt number that the keys may mean, in the table's order; also takes one typed with its
    letters. Spaces and dashes are passed over. Raises MalformedReceipt."""
    text = re.sub(r"[\s-]", "", keyed.upper())
    if not re.fullmatch(r"[A-Z]{0,3}[0-9]*", text, re.ASCII):
        raise MalformedReceipt("not_digits")
    if len(text) < 3 + _DIGITS:
        raise MalformedReceipt("too_short")
    if len(text) > 3 + _DIGITS:
        raise MalformedReceipt("too_long")
    head, number = text[:3], text[3:]
    found = tuple(p.letters + number for p in prefixes.prefixes if head in (p.letters, p.keyed))
    if not found:
        raise MalformedReceipt("unknown_letters")
    return found


def spoken(receipt: str) -> str:
    """ "V S C, 2 1 9 0, 0 1 2, 3 4 5": one character at a time, with a pause between groups that can be
    written down."""
    letters, digits = receipt[:3], receipt[3:]
    groups = (letters, digits[:4], digits[4:7], digits[7:])
    return ", ".join(" ".join(group) for group in groups)
