"""What a caller may key, by kind: its length, what it means, and when it cannot be right."""

from collections.abc import Callable, Mapping
from datetime import date

import msgspec
import phonenumbers

from tierline.ivr.receipts import MalformedReceipt, ReceiptPrefixes, readings
from tierline.requests.numbers import normalised

Read = Callable[[str, ReceiptPrefixes], str | None]


class Kind(msgspec.Struct, frozen=True):
    """Digits are complete at `most`, or where they are `whole` before; at #, or after a silence, from `least`
    on. `read` gives the value in its one written form, None for digits that cannot be one."""

    least: int
    most: int
    read: Read
    whole: Callable[[str], bool] = lambda keyed: False


def _receipt(keyed: str, prefixes: ReceiptPrefixes) -> str | None:
    """With its letters where the keys fit one number only; else as keyed, for the look-up to tell apart."""
    try:
        possible = readings(keyed, prefixes)
    except MalformedReceipt:
        return None
    return possible[0] if len(possible) == 1 else keyed


def _date(keyed: str, _: ReceiptPrefixes) -> str | None:
    """Keyed MMDDYYYY, as the prompts ask; ISO 8601."""
    try:
        return date(int(keyed[4:]), int(keyed[:2]), int(keyed[2:4])).isoformat()
    except ValueError:
        return None


def _phone(keyed: str, _: ReceiptPrefixes) -> str | None:
    """A number of North America, with or without the 1; E.164."""
    try:
        number = phonenumbers.parse(keyed, "US")
    except phonenumbers.NumberParseException:
        return None
    if number.country_code != 1 or not phonenumbers.is_possible_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _request_number(keyed: str, _: ReceiptPrefixes) -> str | None:
    return normalised(keyed)


def _as_keyed(keyed: str, _: ReceiptPrefixes) -> str | None:
    """A star is no digit, where it has no meaning of its own."""
    return keyed if keyed.isdecimal() else None


KINDS: Mapping[str, Kind] = {
    "receipt": Kind(13, 13, _receipt),
    "date": Kind(8, 8, _date),
    "date_of_birth": Kind(8, 8, _date),
    "zip": Kind(5, 5, _as_keyed),
    "phone": Kind(10, 11, _phone, whole=lambda keyed: len(keyed) == 10 and not keyed.startswith("1")),
    "country": Kind(1, 7, _as_keyed),
    "request_number": Kind(9, 9, _request_number),
    "form": Kind(1, 4, _as_keyed),
    "digits": Kind(1, 20, _as_keyed),
}
"""A collect step names one of these, or `digits` with its own `least` and `most`."""
