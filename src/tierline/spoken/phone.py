"""Telephone numbers, in the groups in which their country writes them."""

import re

import phonenumbers

from tierline.spoken.characters import one_by_one

_SHORT = re.compile(r"\d{2,6}")
"""311, 911, a service's short number: no country's plan groups it."""


def phone(number: str, country: str | None = None) -> str:
    """ "1, 2 0 2, 5 5 5, 0 1 0 1"; without the country code for a number of `country` (ISO 3166, "US"), which
    is where the callers call from. Raises ValueError."""
    if _SHORT.fullmatch(number.strip()):
        return one_by_one(number)
    try:
        parsed = phonenumbers.parse(number, country)
    except phonenumbers.NumberParseException as unreadable:
        raise ValueError(f"{number!r} is no telephone number with its country code") from unreadable
    if parsed.extension:
        raise ValueError(f"{number!r} has an extension: say it in words, from a value of its own")
    if not phonenumbers.is_possible_number(parsed):
        raise ValueError(f"{number!r} has not as many digits as a telephone number of its country")
    return one_by_one(phonenumbers.format_number(parsed, _form(parsed, country)))


def _form(parsed: phonenumbers.PhoneNumber, country: str | None) -> int:
    if country and parsed.country_code == phonenumbers.country_code_for_region(country):
        return phonenumbers.PhoneNumberFormat.NATIONAL
    return phonenumbers.PhoneNumberFormat.INTERNATIONAL
