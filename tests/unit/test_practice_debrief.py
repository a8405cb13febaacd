"""What was expected beside what was done."""

from datetime import UTC, datetime

from tierline.calls.disposition_events import Disposed
from tierline.calls.events import AnyEvent, Recorded
from tierline.calls.names import AgentId, CallId, Ref
from tierline.calls.practice import Expected, Pretended
from tierline.calls.service_events import ScriptPresented
from tierline.calls.verification_events import Verified
from tierline.practice.debrief import Compared, debrief

ANA = AgentId("ana")
EXPECTED = Expected(
    scripts=("card",), verification=True, requests=("card",), transfer="2", disposition="made"
)


def history(*events: AnyEvent) -> list[Recorded]:
    at = datetime(2026, 11, 23, tzinfo=UTC)
    return [Recorded(call=CallId("c"), seq=n, at=at, event=e) for n, e in enumerate(events, start=1)]


def read(script: str) -> ScriptPresented:
    return ScriptPresented(ANA, script, 1, "en", Ref("text"), ())


def test_whoever_does_nothing_has_missed_all_that_was_expected() -> None:
    compared = debrief(EXPECTED, history())
    assert [(one.point, one.of) for one in compared] == [
        ("verification", ""),
        ("script", "card"),
        ("request", "card"),
        ("transfer", "2"),
        ("disposition", "made"),
    ]
    assert not any(one.done or one.as_expected for one in compared)


def test_all_that_was_expected_is_found() -> None:
    did = (
        Verified("basic", "name", Ref("r"), ANA),
        read("card"),
        Pretended(ANA, "request", "card", "office"),
        Pretended(ANA, "callback", "2"),
        Disposed(ANA, "1", "other"),
        Disposed(ANA, "1", "made"),
    )
    compared = debrief(EXPECTED, history(*did))
    assert len(compared) == 5
    assert all(one.as_expected for one in compared)


def test_a_check_that_failed_verifies_nobody() -> None:
    compared = debrief(Expected(verification=True), history(Verified("none", "name", None, ANA)))
    assert compared == (Compared("verification", "", expected=True, done=False),)


def test_what_was_done_besides_comes_last_and_once() -> None:
    compared = debrief(Expected(scripts=("card",)), history(read("other"), read("card"), read("other")))
    assert compared == (
        Compared("script", "card", expected=True, done=True),
        Compared("script", "other", expected=False, done=True),
    )


def test_what_no_case_asks_about_is_not_held_against_anybody() -> None:
    did = (
        Verified("basic", "name", Ref("r"), ANA),
        Pretended(ANA, "consult", "2"),
        Disposed(ANA, "1", "answered"),
    )
    assert debrief(Expected(), history(*did)) == ()
