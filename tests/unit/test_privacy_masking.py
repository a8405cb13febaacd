"""What is personal is masked by its class, and what looks like it leaves no log."""

from typing import get_args

import pytest

from tierline.privacy.masking import _MASKS, Personal, class_of, is_masked, masked, masked_text


@pytest.mark.parametrize(
    ("kind", "value", "shown"),
    [
        ("phone", "+12025550111", "•••0111"),
        ("phone", "911", "•••"),
        ("receipt", "EAC2190012345", "•••2345"),
        ("date_of_birth", "1985-04-12", "•••"),
        ("applicant", "Ana María de la Cruz", "A. M. d. l. C."),
        ("email", "ana@sample.invalid", "•••"),
        ("zip", "07102", "•••"),
        ("a-fact-that-only-one-agency-has", "A123456789", "•••"),
        ("status", "Your card was mailed.", "Your card was mailed."),
        ("words", "It was mailed.", "It was mailed."),
    ],
)
def test_each_class_has_its_mask(kind: str, value: str, shown: str) -> None:
    assert masked(kind, value) == shown


def test_no_class_is_without_a_mask() -> None:
    assert set(_MASKS) == set(get_args(Personal))


def test_what_nobody_has_classified_is_personal() -> None:
    assert class_of("alien_registration") == "other"
    assert is_masked("alien_registration")


@pytest.mark.parametrize(
    "value",
    [
        "+12025550111",
        "2025550111",
        "(202) 555-0111",
        "202-555-0111",
        "EAC2190012345",
        "eac 219 001 2345",
        "1985-04-12",
        "04/12/1985",
        "04121985",
        "ana@sample.invalid",
        "1322219001234501011900",
    ],
)
@pytest.mark.parametrize("around", ["{}", "no case {} there", "rang '{}', twice", "key={};", "PJSIP/{}/x"])
def test_what_looks_like_a_persons_number_is_left_out_of_a_text(value: str, around: str) -> None:
    told = masked_text(around.format(value))
    assert value not in told
    assert not [part for part in value.replace("-", " ").split() if len(part) > 3 and part in told]


@pytest.mark.parametrize(
    "text",
    [
        "call-0123456789abcdef",
        "phone-1234567890123456",
        "leg-call-0123456789012345-1",
        "R482-109-375",
        "http://127.0.0.1:8088/ari",
        "1764554400.1234",
        "192.168.100.200",
        "2026-11-23T15:00:00+00:00",
        "again in 30 s, 404",
        "version 3c7bdea1",
    ],
)
def test_names_of_our_own_stay_readable(text: str) -> None:
    assert masked_text(text) == text
