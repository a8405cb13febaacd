"""Confirmation numbers that survive being read aloud, written down and keyed on a telephone.

Digits only, because letters are confused when spoken (B, D, E, P, T, V; M, N) and share keys with digits on
the pad. A fixed R in front tells the number apart from a receipt or a telephone number. The last digit is a
Damm check digit, which finds every single wrong digit and every swap of neighbours (H. M. Damm, 2004).
"""

import re

_SIZE = 10**8
_STRIDE = 61_803_399
"""Coprime to 10: steps through all eight-digit bodies, so that numbers in a row do not look alike and tell
nothing of the volume."""

_DAMM = (
    "0317598642",
    "7092154863",
    "4206871359",
    "1750983426",
    "6123045978",
    "3674209581",
    "5869720134",
    "8945362017",
    "9438617205",
    "2581436790",
)


def confirmation_number(serial: int) -> str:
    """ "R482-109-375" for the serial-th request. Different for every serial below 100 million. Raises
    ValueError outside of that."""
    if not 0 <= serial < _SIZE:
        raise ValueError(f"no confirmation number for serial {serial}")
    body = f"{(serial + 1) * _STRIDE % _SIZE:08}"
    digits = f"{body}{_damm(body)}"
    return f"R{digits[:3]}-{digits[3:6]}-{digits[6:]}"


def is_valid(text: str) -> bool:
    """As it may be keyed or written: with or without the R, the dashes and spaces."""
    return normalised(text) is not None


def normalised(text: str) -> str | None:
    """The number in its one written form, or None if a digit was misheard or left out."""
    match = re.fullmatch(r"R?(\d{9})", re.sub(r"[\s-]", "", text.upper()), re.ASCII)
    if match is None or _damm(match[1]) != "0":
        return None
    digits = match[1]
    return f"R{digits[:3]}-{digits[3:6]}-{digits[6:]}"


def spoken_groups(number: str) -> tuple[str, ...]:
    """("R", "4 8 2", "1 0 9", "3 7 5"): what to say between pauses."""
    head, *rest = number.split("-")
    return (head[0], *(" ".join(group) for group in (head[1:], *rest)))


def _damm(digits: str) -> str:
    interim = "0"
    for digit in digits:
        interim = _DAMM[int(interim)][int(digit)]
    return interim
