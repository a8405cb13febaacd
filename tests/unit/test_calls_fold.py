"""A call's state is what its events say, and events come without holes."""

from datetime import UTC, datetime

import pytest

from tierline.calls.events import AnyEvent, Arrived, Queued, Recorded
from tierline.calls.fold import BrokenHistory, fold
from tierline.calls.names import CallId, LegId

AT = datetime(2026, 11, 23, 15, tzinfo=UTC)
ARRIVED = Arrived(LegId("leg"), "+18005550100", None, "v1")


def recorded(seq: int, event: AnyEvent) -> Recorded:
    return Recorded(call=CallId("c"), seq=seq, at=AT, event=event)


def test_a_hole_in_a_history_is_found() -> None:
    with pytest.raises(BrokenHistory, match="event 3 after 1"):
        fold([recorded(1, ARRIVED), recorded(3, Queued("1", "asked"))])


def test_a_history_begins_by_arriving() -> None:
    with pytest.raises(BrokenHistory, match="begins with Queued"):
        fold([recorded(1, Queued("1", "asked"))])


def test_waiting_again_keeps_the_first_age() -> None:
    later = Recorded(call=CallId("c"), seq=3, at=AT.replace(hour=16), event=Queued("supervisor", "asked"))
    call = fold([recorded(1, ARRIVED), recorded(2, Queued("1", "asked")), later])
    assert (call.waiting_since, call.tier) == (AT, "supervisor")
