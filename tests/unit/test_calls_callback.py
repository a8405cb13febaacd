"""What a promised callback leaves a call in."""

from datetime import UTC, datetime, timedelta

from tierline.calls import callback_events as cb
from tierline.calls.events import (
    Answered,
    AnyEvent,
    Arrived,
    Ended,
    Presented,
    Queued,
    Recorded,
    Unanswered,
)
from tierline.calls.fold import fold
from tierline.calls.names import AgentId, CallId, LegId, Ref
from tierline.calls.state import Call
from tierline.calls.verification_events import Verified

AT = datetime(2026, 11, 23, 15, tzinfo=UTC)
CARLA = AgentId("carla")
ARRIVED = Arrived(LEG := LegId("leg"), "+18005550100", None, "v1")
PROMISED = cb.CallbackPromised("1", Ref("phone-1"), None, None)
PRESENTED = Presented(CARLA, LegId("agent"), "1", "the only one")
DIALLED = cb.CallbackDialled(CARLA, 1, LegId("callback"))


def after(*events: AnyEvent) -> Call:
    """One event a minute."""
    history = [
        Recorded(call=CallId("c"), seq=n, at=AT + timedelta(minutes=n - 1), event=event)
        for n, event in enumerate((ARRIVED, *events), start=1)
    ]
    return fold(history)


def test_a_promise_is_a_place_in_line_from_its_own_moment() -> None:
    call = after(PROMISED)
    assert (call.phase, call.tier, call.waiting_since) == ("promised", "1", AT + timedelta(minutes=1))


def test_a_caller_who_waited_before_keeps_that_age() -> None:
    assert after(Queued("1", "asked"), PROMISED).waiting_since == AT + timedelta(minutes=1)


def test_an_attempt_that_came_to_nothing_counts_and_keeps_its_distance() -> None:
    later = AT + timedelta(hours=1)
    call = after(PROMISED, cb.RangOff(), PRESENTED, DIALLED, cb.CallbackUnanswered(CARLA, "busy", later))
    assert call.promise
    assert (call.phase, call.promise.attempts, call.reservation) == ("promised", 1, None)
    assert call.promise.due() == later
    assert call.waiting_since == AT + timedelta(minutes=1)


def test_an_agent_who_does_not_answer_costs_the_caller_no_attempt() -> None:
    for before in ((PRESENTED,), (PRESENTED, DIALLED)):
        call = after(PROMISED, cb.RangOff(), *before, Unanswered(CARLA, "timed_out"))
        assert call.promise
        assert (call.phase, call.promise.attempts) == ("promised", 0)


def test_nothing_of_the_first_legs_verification_is_left_once_connected() -> None:
    verified = Verified("basic", "questions", Ref("receipt-1"), CARLA, speaker="representative")
    answered = Answered(CARLA, LegId("agent"), "1")
    call = after(verified, PROMISED, cb.RangOff(), PRESENTED, DIALLED, cb.CallbackAnswered(CARLA), answered)
    assert (call.phase, call.verification, call.matter, call.promise) == ("talking", "none", None, None)
    assert (call.leg, call.recognised) == ("callback", None)


def test_a_window_makes_the_promise_due_when_it_begins() -> None:
    tomorrow = AT + timedelta(days=1)
    call = after(cb.CallbackPromised("1", Ref("phone-1"), tomorrow, tomorrow + timedelta(hours=2)))
    assert call.promise
    assert call.promise.due() == tomorrow


def test_a_caller_who_chooses_to_stay_after_all_is_promised_nothing_any_more() -> None:
    call = after(PROMISED, Queued("supervisor", "asked"))
    assert (call.phase, call.promise) == ("waiting", None)


def test_a_call_that_ends_owes_no_callback() -> None:
    call = after(PROMISED, cb.RangOff(), Ended("callback_exhausted", "promised"))
    assert (call.phase, call.promise) == ("ended", None)
