import pytest
from hypothesis import given
from hypothesis import strategies as st

from tierline.requests.numbers import confirmation_number, is_valid, normalised, spoken_groups

SERIALS = st.integers(0, 10**8 - 1)


@given(SERIALS)
def test_every_confirmation_number_is_valid_however_it_is_written_down(serial: int) -> None:
    number = confirmation_number(serial)
    assert is_valid(number)
    assert is_valid(number.removeprefix("R").replace("-", ""))
    assert normalised(number.lower().replace("-", " ")) == number


@given(SERIALS, st.integers(0, 8), st.integers(1, 9))
def test_a_digit_that_was_misheard_is_noticed(serial: int, place: int, off: int) -> None:
    digits = list(confirmation_number(serial).removeprefix("R").replace("-", ""))
    digits[place] = str((int(digits[place]) + off) % 10)
    assert not is_valid("".join(digits))


@given(SERIALS, st.integers(0, 7))
def test_two_digits_that_were_swapped_are_noticed(serial: int, place: int) -> None:
    digits = list(confirmation_number(serial).removeprefix("R").replace("-", ""))
    swapped = [*digits[:place], digits[place + 1], digits[place], *digits[place + 2 :]]
    assert is_valid("".join(swapped)) == (swapped == digits)


def test_no_two_requests_share_a_number() -> None:
    assert len({confirmation_number(serial) for serial in range(20_000)}) == 20_000


def test_numbers_made_one_after_the_other_do_not_look_alike() -> None:
    first, second = confirmation_number(0), confirmation_number(1)
    assert sum(a != b for a, b in zip(first, second, strict=True)) > 4


@pytest.mark.clause("A12")
def test_a_confirmation_number_is_said_in_groups_that_can_be_written_down() -> None:
    assert spoken_groups("R482-109-375") == ("R", "4 8 2", "1 0 9", "3 7 5")


@pytest.mark.parametrize("text", ["", "R", "R12", "X482-109-375", "R482-109-3755", "VSC2110054321"])
def test_what_is_no_confirmation_number_is_not_taken_for_one(text: str) -> None:
    assert not is_valid(text)


@pytest.mark.parametrize("serial", [-1, 10**8])
def test_there_are_a_hundred_million_numbers_and_no_more(serial: int) -> None:
    with pytest.raises(ValueError, match="no confirmation number"):
        confirmation_number(serial)
