"""Which screens of an agent are there."""

from tests.sample import A_MONDAY_MORNING
from tierline.calls.names import AgentId
from tierline.desk.seats import Seats
from tierline.twin.clock import VirtualClock

ANA = AgentId("ana")


def test_an_agent_is_there_for_as_long_as_any_of_their_screens() -> None:
    seats = Seats(VirtualClock(A_MONDAY_MORNING))
    with seats.opened(ANA, "desk-1"):
        with seats.opened(ANA, ""):
            assert seats.any_open(ANA)
        assert seats.any_open(ANA)
    assert not seats.any_open(ANA)


def test_the_seat_is_in_use_while_its_own_screen_is_there_and_not_another() -> None:
    seats = Seats(VirtualClock(A_MONDAY_MORNING))
    seats.take(ANA, "desk-1")
    with seats.opened(ANA, "desk-1"):
        assert seats.is_open(ANA)
    with seats.opened(ANA, "desk-2"):
        assert not seats.is_open(ANA)


def test_nothing_is_kept_of_the_screens_that_are_closed() -> None:
    """Each has a name of its own, for as long as the process lives."""
    seats = Seats(VirtualClock(A_MONDAY_MORNING))
    for nth in range(3):
        with seats.opened(ANA, f"desk-{nth}"):
            pass
    assert seats._open == {}
