"""Which telephone numbers the center may ring: a caller chooses the number, and the agency pays."""

import re
from collections.abc import Collection

from phonenumbers import (
    NumberParseException,
    PhoneNumber,
    PhoneNumberFormat,
    PhoneNumberType,
    format_number,
    is_valid_number,
    number_type,
    parse,
    region_code_for_number,
)

HOME = frozenset({"US", "AS", "GU", "MP", "PR", "VI"})
"""The United States and its territories. The rest of the +1 numbers cost as much as any call abroad."""

_ORDINARY = {
    PhoneNumberType.FIXED_LINE,
    PhoneNumberType.MOBILE,
    PhoneNumberType.FIXED_LINE_OR_MOBILE,
    PhoneNumberType.VOIP,
    PhoneNumberType.PERSONAL_NUMBER,
}
_TOLL_FREE = {PhoneNumberType.TOLL_FREE}
_DIGITS = re.compile(r"\+?[0-9]{7,15}")
_SERVICES = re.compile(r"\+1([0-9]{3}976[0-9]{4}|[0-9]{3}5551212)")
"""The exchange 976 charges the caller in many area codes; 555-1212 is directory assistance."""


def usable_number(text: str, countries: Collection[str] = HOME) -> str | None:
    """The number in E.164 ("+12025550123"), or None where it may not be rung.

    `text` is what a caller keyed or a network gave: ten digits, eleven with the 1, or E.164. Emergency and
    short codes, premium, shared-cost and toll-free numbers, extensions, and countries (ISO 3166) other than
    these are refused. Source: the numbering plans as libphonenumber has them.
    """
    number = _valid(text)
    if number is None or number_type(number) not in _ORDINARY:
        return None
    return _e164(number) if region_code_for_number(number) in countries else None


def listed_number(text: str) -> str | None:
    """In E.164, the number of somebody whom the agency itself lists, such as an interpreter: of any country,
    and toll-free too, since no caller chose it. None for premium and shared-cost numbers and short codes."""
    number = _valid(text)
    return _e164(number) if number and number_type(number) in _ORDINARY | _TOLL_FREE else None


def _valid(text: str) -> PhoneNumber | None:
    plain = re.sub(r"[ ().\-]", "", text)
    if not _DIGITS.fullmatch(plain):
        return None
    try:
        number = parse(plain, "US")
    except NumberParseException:
        return None
    return number if is_valid_number(number) else None


def _e164(number: PhoneNumber) -> str | None:
    e164 = format_number(number, PhoneNumberFormat.E164)
    return None if _SERVICES.fullmatch(e164) else e164
