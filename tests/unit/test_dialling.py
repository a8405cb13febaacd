"""Which numbers the center rings. The numbers are of those kept free for fiction, where there are such."""

import pytest

from tierline.calls.dialling import usable_number


@pytest.mark.parametrize(
    "keyed", ["2025550123", "12025550123", "+12025550123", "(202) 555-0123", "202.555.0123"]
)
def test_a_number_is_understood_however_it_is_written(keyed: str) -> None:
    assert usable_number(keyed) == "+12025550123"


def test_the_territories_are_at_home() -> None:
    assert usable_number("7875550123") == "+17875550123"


@pytest.mark.parametrize("number", ["911", "112", "988", "411", "211", "9115550123", "0"])
def test_emergency_and_short_codes_are_refused(number: str) -> None:
    assert usable_number(number) is None


@pytest.mark.parametrize(
    "number",
    ["9005550123", "+19005550123", "2029760123", "8005550123", "8885550123", "2025551212"],
    ids=["900", "900 in E.164", "exchange 976", "toll-free", "toll-free", "directory assistance"],
)
def test_numbers_that_charge_or_lead_to_nobody_are_refused(number: str) -> None:
    assert usable_number(number) is None


@pytest.mark.parametrize(
    "number",
    ["+525555123456", "01152555512345", "8765550123", "6135550123", "+442079460123", "+882161234567"],
    ids=["Mexico", "by the prefix 011", "Jamaica, dialled like home", "Canada", "Britain", "satellite"],
)
def test_another_country_is_refused_unless_the_agency_rings_there(number: str) -> None:
    assert usable_number(number) is None


def test_an_agency_may_ring_abroad_but_not_at_a_premium() -> None:
    assert usable_number("+525555123456", {"MX"}) == "+525555123456"
    assert usable_number("+2348123456789", {"MX"}) is None
    assert usable_number("+449098790123", {"GB"}) is None


@pytest.mark.parametrize(
    "text",
    ["", "visitor-1", "202555012", "20255501234", "1-800-FLOWERS", "2025550123x9", "2025550123;tag=1", "*67"],
)
def test_what_is_no_number_is_refused(text: str) -> None:
    assert usable_number(text) is None


@pytest.mark.parametrize(
    "text", ["+12025550123@evil.example", "sip:2025550123", "2025550123,5", "²025550123", "٢٠٢٥٥٥٠١٢٣"]
)
def test_nothing_but_digits_reaches_the_line(text: str) -> None:
    assert usable_number(text) is None
