"""What a caller writes down: characters, telephone numbers, amounts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tierline.spoken.characters import in_groups, one_by_one
from tierline.spoken.money import money
from tierline.spoken.phone import phone


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("VSC", "V S C"),
        ("r482-109-375", "R, 4 8 2, 1 0 9, 3 7 5"),
        ("A1B", "A, 1, B"),
        ("ñu 7", "Ñ U, 7"),
    ],
)
def test_characters_are_said_one_by_one_with_a_pause_where_one_reads_it(text: str, said: str) -> None:
    assert one_by_one(text) == said


@pytest.mark.parametrize(
    ("digits", "said"),
    [
        ("1234", "1 2 3 4"),
        ("12345", "1 2 3, 4 5"),
        ("1234567", "1 2 3, 4 5 6 7"),
        ("1234567890", "1 2 3, 4 5 6, 7 8 9 0"),
        ("VSC219012345", "V S C, 2 1 9, 0 1 2, 3 4 5"),
    ],
)
def test_long_runs_of_digits_are_cut_into_what_one_can_hold(digits: str, said: str) -> None:
    assert in_groups(digits) == said


def test_groups_can_be_asked_for() -> None:
    assert in_groups("VSC2190123456", [3, 4, 3, 3]) == "V S C, 2 1 9 0, 1 2 3, 4 5 6"
    with pytest.raises(ValueError, match="13 characters do not fit into groups of 3, 4"):
        in_groups("VSC2190123456", [3, 4])


@given(st.from_regex(r"[A-Z0-9]{1,30}", fullmatch=True))
def test_nothing_is_left_out_and_no_group_of_digits_is_longer_than_four(text: str) -> None:
    groups = in_groups(text).split(", ")
    assert "".join(groups).replace(" ", "") == text
    assert all(len(group.split()) <= 4 for group in groups if group[0].isdigit())


def test_nothing_to_say_is_refused() -> None:
    with pytest.raises(ValueError, match="no letter or digit"):
        one_by_one(" - ")


@pytest.mark.parametrize(
    ("number", "country", "said"),
    [
        ("+1-202-555-0101", None, "1, 2 0 2, 5 5 5, 0 1 0 1"),
        ("+1-202-555-0101", "US", "2 0 2, 5 5 5, 0 1 0 1"),
        ("(202) 555-0101", "US", "2 0 2, 5 5 5, 0 1 0 1"),
        ("+52 55 5080 2000", "US", "5 2, 5 5, 5 0 8 0, 2 0 0 0"),
        ("+33170189900", "FR", "0 1, 7 0, 1 8, 9 9, 0 0"),
        ("311", "US", "3 1 1"),
    ],
)
def test_a_telephone_number_is_said_in_the_groups_of_its_country(
    number: str, country: str | None, said: str
) -> None:
    assert phone(number, country) == said


@pytest.mark.parametrize(
    ("number", "says"),
    [
        ("202-555-0101", "no telephone number with its country code"),
        ("+1 202 555", "not as many digits"),
        ("+1-202-555-0101 ext. 12", "has an extension"),
        ("soon", "no telephone number"),
    ],
)
def test_a_telephone_number_that_cannot_be_read_is_refused_in_words(number: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        phone(number)


@pytest.mark.parametrize(
    ("language", "one", "many", "uneven"),
    [
        ("en", "1 US dollar", "760 US dollars", "1.50 US dollars"),
        ("es", "1 dólar estadounidense", "760 dólares estadounidenses", "1,50 dólares estadounidenses"),
        ("fr", "1 dollar des États-Unis", "760 dollars des États-Unis", "1,50 dollar des États-Unis"),
        ("de", "1 US-Dollar", "760 US-Dollar", "1,50 US-Dollar"),
    ],
)
def test_money_has_the_name_of_its_currency(language: str, one: str, many: str, uneven: str) -> None:
    assert [money(amount, "USD", language) for amount in (1, "760.00", "1.50")] == [one, many, uneven]


def own(name: str, count: int) -> str | None:
    return {"USD": f"{count} dólares", "USD-cents": f"{count} centavos"}.get(name)


def test_money_is_said_in_the_agencys_own_words_where_it_has_them() -> None:
    assert money("760", "USD", "es", own) == "760 dólares"
    assert money("2.50", "USD", "es", own) == "2 dólares y 50 centavos"
    assert money("0.50", "USD", "es", own) == "50 centavos"
    assert money("3", "EUR", "es", own) == "3 euros"


def test_a_currency_without_hundredths_is_never_cut_into_them() -> None:
    assert money(1500, "JPY", "en") == "1,500 Japanese yen"


@pytest.mark.parametrize(
    ("amount", "currency", "says"),
    [
        ("free", "USD", "no amount"),
        ("-1", "USD", "one pays"),
        ("NaN", "USD", "one pays"),
        (1, "usd", "currency"),
    ],
)
def test_money_that_cannot_be_said_is_refused_in_words(amount: str | int, currency: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        money(amount, currency, "en")
