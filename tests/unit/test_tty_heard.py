"""Which engines tell of a text telephone's tones, by what they say of their version."""

import pytest

from tierline.asterisk.tty import hears_tty


@pytest.mark.parametrize(
    "version", ["22.6.0", "22.10.1", "23.0.0", "22.8.2~dfsg+~cs6.15", "certified-22.8-cert1"]
)
def test_from_22_6_on_they_do(version: str) -> None:
    assert hears_tty(version)


@pytest.mark.parametrize(
    "version", ["22.5.2", "20.16.0", "21.11.0", "certified-20.7-cert3", "GIT-master-1a2b3c4", ""]
)
def test_older_ones_do_not_and_of_unnumbered_ones_it_is_not_taken_for_granted(version: str) -> None:
    assert not hears_tty(version)
