"""What has become of a wish that something on record be amended, as the history tells."""

from datetime import UTC, datetime, timedelta

import pytest

from tierline.calls.amendment_events import (
    AmendmentAsked,
    AmendmentDenied,
    AmendmentGranted,
    DisagreementStated,
)
from tierline.calls.events import AnyEvent, Recorded
from tierline.calls.names import CallId, Ref
from tierline.privacy.amendments import (
    CannotAmend,
    amendments,
    by_value,
    to_be_decided,
    to_be_disagreed_with,
)

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
VALUE = Ref("own_words-1")
ASKED = AmendmentAsked("amend-1", VALUE, Ref("asks"), "root")
GRANTED = AmendmentGranted("amend-1", Ref("right"), Ref("why"), "ana")
DENIED = AmendmentDenied("amend-1", Ref("why"), "ana")
STATED = DisagreementStated("amend-1", Ref("statement"), "root")


def history(*events: AnyEvent) -> list[Recorded]:
    return [
        Recorded(call=CallId("c"), seq=n, at=NOW + timedelta(minutes=n), event=event)
        for n, event in enumerate(events, start=1)
    ]


def test_what_was_asked_for_is_open_until_it_is_decided() -> None:
    [one] = amendments(history(ASKED))
    assert (one.of, one.state, one.asks, one.instead) == (VALUE, "asked", "asks", None)


def test_a_granted_one_has_the_right_value_beside_the_one_on_record() -> None:
    [one] = amendments(history(ASKED, GRANTED))
    assert (one.of, one.state, one.instead, one.why, one.by) == (VALUE, "granted", "right", "why", "ana")
    assert one.at == NOW + timedelta(minutes=2)


def test_a_denied_one_has_the_reason_and_the_persons_statement() -> None:
    [one] = amendments(history(ASKED, DENIED, STATED))
    assert (one.state, one.instead, one.why, one.statement) == ("denied", None, "why", "statement")
    assert set(one.refs) == {"asks", "why", "statement"}


def test_the_last_one_asked_for_is_shown_with_the_value() -> None:
    again = AmendmentAsked("amend-2", VALUE, Ref("asks again"), "root")
    assert by_value(history(ASKED, DENIED, again))[VALUE].request == "amend-2"
    assert len(amendments(history(ASKED, DENIED, again))) == 2


def test_what_was_decided_is_not_decided_again() -> None:
    assert to_be_decided(history(ASKED), "amend-1").of == VALUE
    with pytest.raises(CannotAmend, match="granted already"):
        to_be_decided(history(ASKED, GRANTED), "amend-1")


def test_only_a_denial_can_be_disagreed_with() -> None:
    assert to_be_disagreed_with(history(ASKED, DENIED), "amend-1").of == VALUE
    for before in (history(ASKED), history(ASKED, GRANTED)):
        with pytest.raises(CannotAmend, match="not denied"):
            to_be_disagreed_with(before, "amend-1")


def test_what_nobody_asked_for_cannot_be_decided() -> None:
    with pytest.raises(CannotAmend, match="no amendment amend-9"):
        to_be_decided(history(ASKED), "amend-9")
