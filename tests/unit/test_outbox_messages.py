"""When a message that could not be sent is tried again, and when no more."""

from datetime import UTC, datetime, timedelta

from tierline.calls.messages import OutboxMessage
from tierline.calls.names import CallId, MessageId, Ref

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
MESSAGE = OutboxMessage(
    id=MessageId("message-1"),
    call=CallId("call-1"),
    channel="sms",
    to=Ref("phone-1"),
    text=Ref("text-1"),
    created_at=NOON,
    due_at=NOON,
)


def tried(times: int, at: datetime = NOON) -> list[timedelta]:
    """How long it waits after each."""
    pauses, message = list[timedelta](), MESSAGE
    for _ in range(times):
        later = message.tried_in_vain(at, "status 503")
        assert later
        pauses.append(later.due_at - at)
        message, at = later, later.due_at
    return pauses


def test_it_is_tried_again_soon_and_then_ever_less_often() -> None:
    assert [pause.total_seconds() for pause in tried(6)] == [10, 60, 300, 1800, 1800, 1800]


def test_it_waits_as_long_as_the_gateway_asks() -> None:
    asked = MESSAGE.tried_in_vain(NOON, "status 429", timedelta(minutes=2))
    assert asked
    assert asked.due_at == NOON + timedelta(minutes=2)


def test_a_gateway_that_asks_for_less_than_our_patience_changes_nothing() -> None:
    asked = MESSAGE.tried_in_vain(NOON, "status 429", timedelta(seconds=1))
    assert asked
    assert asked.due_at == NOON + timedelta(seconds=10)


def test_after_a_day_it_is_given_up() -> None:
    assert MESSAGE.tried_in_vain(NOON + timedelta(hours=23), "status 503")
    assert MESSAGE.tried_in_vain(NOON + timedelta(hours=24), "status 503") is None


def test_what_became_of_it_is_kept_with_why() -> None:
    sent, trial = MESSAGE.sent(NOON, "gateway"), MESSAGE.sent(NOON, "trial")
    failed = MESSAGE.failed(NOON, "status 400")
    assert [m.status for m in (sent, trial, failed)] == ["sent", "trial", "failed"]
    assert (failed.why, failed.settled_at, failed.tries) == ("status 400", NOON, 1)
