from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sample_agency import read
from tierline.ivr.receipts import MalformedReceipt, ReceiptPrefixes, readings, spoken

PREFIXES = read("receipts.yaml", ReceiptPrefixes)


@pytest.mark.parametrize(
    ("keyed", "expected"),
    [
        ("8722110054321", ("VSC2110054321", "TSC2110054321")),
        ("6722112067890", ("NSC2112067890", "MSC2112067890")),
        ("3222190012345", ("EAC2190012345",)),
        ("4630912345678", ("IOE0912345678",)),
    ],
)
def test_keys_are_read_as_every_receipt_number_they_may_mean(keyed: str, expected: tuple[str, ...]) -> None:
    assert set(readings(keyed, PREFIXES)) == set(expected)


def test_a_number_typed_with_its_letters_has_one_reading() -> None:
    assert readings("vsc 2110-054321", PREFIXES) == ("VSC2110054321",)


@pytest.mark.parametrize(
    ("keyed", "why"),
    [
        ("", "too_short"),
        ("872211005432", "too_short"),
        ("87221100543211", "too_long"),
        ("1112110054321", "unknown_letters"),
        ("XYZ2110054321", "unknown_letters"),
        ("872211005432#", "not_digits"),
        ("872211O054321", "not_digits"),
        ("87221100543२1", "not_digits"),
    ],
)
def test_what_cannot_be_a_receipt_number_says_why(keyed: str, why: str) -> None:
    with pytest.raises(MalformedReceipt) as malformed:
        readings(keyed, PREFIXES)
    assert malformed.value.why == why


@given(st.text(max_size=20))
def test_no_text_does_anything_but_be_read_or_be_malformed(text: str) -> None:
    with suppress(MalformedReceipt):
        assert all(len(reading) == 13 for reading in readings(text, PREFIXES))


def test_a_receipt_number_is_said_in_groups() -> None:
    assert spoken("VSC2190012345") == "V S C, 2 1 9 0, 0 1 2, 3 4 5"
