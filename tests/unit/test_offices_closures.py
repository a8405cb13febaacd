"""Closures hold at once, whatever the hours say, and the next opening is after them."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from tierline.calls.names import Tier
from tierline.offices.closures import Closure, closure_at, reopens_at
from tierline.offices.hours import WEEKDAYS, WeeklyHours

EVERY_DAY = WeeklyHours(time_zone="UTC", **dict.fromkeys(WEEKDAYS, ("08:00-20:00",)))


def at(hour: int, day: int = 24) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=UTC)


def closed(from_: datetime, until: datetime | None, *tiers: Tier, id: str = "snow") -> Closure:
    return Closure(
        id=id,
        from_=from_,
        until=until,
        tiers=frozenset(tiers) if tiers else "all",
        kind="weather",
        says={"en": "It snows."},
    )


def test_a_closure_holds_from_its_beginning_up_to_its_end() -> None:
    snow = closed(at(9), at(12))
    for moment, holds in ((at(8), False), (at(9), True), (at(11), True), (at(12), False)):
        assert (closure_at([snow], "1", moment) is not None) == holds


def test_a_closure_of_one_tier_leaves_the_others_open() -> None:
    training = closed(at(9), at(12), "1")
    assert closure_at([training], "1", at(10)) == training
    assert closure_at([training], "2", at(10)) is None


def test_of_closures_that_hold_at_once_the_agencys_first_is_told() -> None:
    assert closure_at([closed(at(9), None, id="a"), closed(at(8), None, id="b")], "1", at(10)) == closed(
        at(9), None, id="a"
    )


@pytest.mark.parametrize(
    ("closures", "now", "opens"),
    [
        pytest.param([closed(at(9), at(12))], at(10), at(12), id="within the hours"),
        pytest.param([closed(at(9), at(21))], at(10), at(8, 25), id="past the end of the day"),
        pytest.param([closed(at(9), at(12)), closed(at(12), at(14))], at(10), at(14), id="one after another"),
        pytest.param([closed(at(7, 25), at(9, 25))], at(21), at(9, 25), id="one of tomorrow"),
        pytest.param([closed(at(9), None)], at(10), None, id="no end"),
        pytest.param([closed(at(9), None)], at(7), at(8), id="no end, but the opening comes before"),
        pytest.param([closed(at(9), at(12), "2")], at(10), at(8, 25), id="of another tier"),
        pytest.param([], at(10), at(8, 25), id="none"),
    ],
)
def test_the_next_opening_is_one_that_no_closure_takes_away(
    closures: list[Closure], now: datetime, opens: datetime | None
) -> None:
    assert reopens_at(closures, "1", EVERY_DAY, now) == opens


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"from": "2026-11-24T08:00:00"}, "no offset from UTC"),
        ({"until": at(8) - timedelta(days=30)}, "ends before it begins"),
        ({"tiers": ["3"]}, "Invalid enum value"),
        ({"kind": "snow"}, "Invalid enum value"),
        ({"says": {}}, "says nothing"),
    ],
)
def test_a_closure_that_makes_no_sense_is_refused(more: dict[str, object], why: str) -> None:
    written = {
        "id": "x",
        "from": at(8),
        "until": None,
        "tiers": "all",
        "kind": "weather",
        "says": {"en": "x"},
        **more,
    }
    with pytest.raises(msgspec.ValidationError, match=why):
        msgspec.convert(written, Closure)
