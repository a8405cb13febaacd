"""How many calls come in a second."""

from itertools import pairwise

import pytest

from tierline.acd.pace import LEAST, SHOWS_AFTER, Pace


def test_who_was_behind_takes_fewer_than_came_and_not_fewer_again_before_that_can_be_seen() -> None:
    pace = Pace(60).after(late=True, came=40, more=True)
    assert pace.most == 34
    for _ in range(SHOWS_AFTER):
        pace = pace.after(late=True, came=40, more=True)
        assert pace.most == 34
    assert pace.after(late=True, came=34, more=True).most < 30


def test_who_keeps_up_takes_more_the_longer_it_lasts_and_only_where_more_come() -> None:
    pace = Pace(30)
    assert pace.after(late=False, came=20, more=False).most == 30
    rates = [pace.most]
    for _ in range(20):
        pace = pace.after(late=False, came=pace.most, more=True)
        rates.append(pace.most)
    growth = [after / before for before, after in pairwise(rates)]
    assert growth == sorted(growth)
    assert growth[0] < 1.01 < growth[-1] < 1.05


def test_that_nobody_came_while_the_door_was_held_cuts_the_pace_by_no_more_than_half() -> None:
    assert Pace(60).after(late=True, came=0, more=True).most == pytest.approx(0.85 * 30)


def test_a_pace_that_was_cut_again_and_again_is_soon_what_it_was() -> None:
    pace = Pace(60)
    for _ in range(40):
        pace = pace.after(late=True, came=0, more=True)
    assert pace.most < 10
    for _ in range(4 * 6):  # six seconds
        pace = pace.after(late=False, came=pace.most, more=True)
    assert 15 < pace.most < 60


def test_somebody_always_comes_in() -> None:
    assert Pace(LEAST).after(late=True, came=0, more=True).most == LEAST
