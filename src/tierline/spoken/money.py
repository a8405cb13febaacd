"""Amounts of money, in the words of a language."""

from collections.abc import Callable
from decimal import Decimal, InvalidOperation

from babel.lists import format_list
from babel.numbers import format_currency, get_currency_precision, is_currency

from tierline.spoken.language import locale_of, plain

Unit = Callable[[str, int], str | None]
"""An agency's own words for a number of a currency's units ("760 dollars"); None where it has none. Its names
are the currency ("USD") and, for the hundredths, "USD-cents"."""


def money(amount: str | int, currency: str, language: str, unit: Unit = lambda name, count: None) -> str:
    """ "760 US dollars", "1.50 US dollars"; with the agency's own words "760 dollars", "1 dollar and 50
    cents", since the data always tells whose dollars they are. Raises ValueError."""
    if not is_currency(currency):
        raise ValueError(f"{currency!r} is no currency (as USD or EUR)")
    value, parts = _exact(amount), 10 ** get_currency_precision(currency)
    whole, cents = divmod(int(value * parts), parts)
    if own := _in_own_words(whole, cents, currency, language, unit):
        return own
    # A whole amount without ".00", which would be read out.
    digits = {"currency_digits": True} if cents else {"format": "#,##0", "currency_digits": False}
    return plain(format_currency(value, currency, locale=locale_of(language), format_type="name", **digits))


def _in_own_words(whole: int, cents: int, currency: str, language: str, unit: Unit) -> str | None:
    wanted = [(currency, whole)] if whole or not cents else []
    if cents:
        wanted.append((f"{currency}-cents", cents))
    said = [words for name, count in wanted if (words := unit(name, count))]
    return format_list(said, locale=locale_of(language)) if len(said) == len(wanted) else None


def _exact(amount: str | int) -> Decimal:
    try:
        value = Decimal(amount)
    except InvalidOperation:
        raise ValueError(f"{amount!r} is no amount (as 760 or 760.50)") from None
    if not value.is_finite() or value < 0:
        raise ValueError(f"{amount!r} is no amount that one pays")
    return value
