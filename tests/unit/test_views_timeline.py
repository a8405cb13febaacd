"""Every event of a call is a plain sentence to whoever reads its timeline."""

from datetime import UTC, datetime, timedelta
from typing import get_args

import msgspec
import pytest

from tests.sample import load_agency
from tierline.acd.explaining import why_presented
from tierline.acd.needs import Need
from tierline.calls import amendment_events as ae
from tierline.calls import callback_events as cb
from tierline.calls import contact_events as co
from tierline.calls import conversation_events as ce
from tierline.calls import emergency_events as em
from tierline.calls import events as ev
from tierline.calls import interpreter_events as ie
from tierline.calls import line_events as le
from tierline.calls import message_events as me
from tierline.calls import recording_events as re
from tierline.calls import review_events as rv
from tierline.calls import service_events as se
from tierline.calls import supervision_events as su
from tierline.calls import verification_events as ve
from tierline.calls.away_events import HistoryLost, QueuePutOff
from tierline.calls.desk_events import AgentMoved, AgentMovedIn
from tierline.calls.disposition_events import Disposed
from tierline.calls.names import IVR, AgentId, CallId, LegId, MessageId, Ref
from tierline.calls.place import Place, Spot
from tierline.calls.practice import CallerSpoke, Pretended
from tierline.calls.state import Call
from tierline.desk.views.call_view import as_far_as_seen
from tierline.desk.views.timeline import said_of, timeline
from tierline.sentence import view

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
CARLA, OLGA, SELMA = AgentId("carla"), AgentId("olga"), AgentId("selma")
LEG = LegId("leg")
WHY = Ref("reason-0123456789abcdef")
REASONS = {WHY: "needs the systems"}

EVENTS: list[ev.AnyEvent] = [
    ev.Arrived(LEG, "+18005550100", None, "v1"),
    ev.Arrived(LEG, "+18005550100", None, "v1", attestation="failed"),
    ev.StepReached("main", Place(Spot("main"), Spot("main"))),
    ev.Heard(("main-menu",)),
    ev.KeyPressed("1", "receipt"),
    ev.KeyRefused("7", "main"),
    ev.StayedSilent("main"),
    ev.KeyEverywhere("8", "slower"),
    ev.LanguageChosen("es"),
    ev.ConsentGiven("sms"),
    ev.TtyDetected(),
    ev.RelayCaller("number"),
    ev.Entered("receipt", Ref("receipt-1")),
    ev.LookedUp("receipt", "one"),
    ve.Verified("basic", "name and date of birth", Ref("receipt-1"), CARLA),
    ve.Verified("none", "questions", None, CARLA, "1", ("name", "zip"), "representative", ("relay",)),
    ve.AttemptAllowed(SELMA, "unit"),
    ev.Queued("1", "chose to speak to someone"),
    QueuePutOff("1", "chose to speak to someone"),
    ev.PositionTold(2),
    le.CallerKnown((AgentId("carla"),)),
    le.LineLeft("key", "callback", "1"),
    le.ServedAfterHours(),
    le.LineFull("1", "tier-1", "waiting", 40, 40),
    le.LineFull("1", "tier-1", "wait_minutes", 60, 12, 64),
    ev.SupervisorKeyPressed(),
    ev.SupervisorKeyWithdrawn(),
    ev.SupervisorAsked(None),
    ev.Presented(CARLA, LEG, "1", "longest idle of 2 ready Tier 1 agents"),
    ev.Unanswered(CARLA, "timed_out"),
    ev.Answered(CARLA, LEG, "1"),
    ev.AgentLost(CARLA, True),
    AgentMoved(CARLA, LEG),
    AgentMovedIn(CARLA),
    Disposed(CARLA, "1", "answered"),
    ev.AgentLeft(CARLA),
    ev.Held(CARLA),
    ev.Resumed(CARLA),
    se.ScriptPresented(CARLA, "case-status", 1, "en", Ref("text-1"), ()),
    se.ScriptPresented(CARLA, "case-status", 1, "en", Ref("text-1"), (), "check-address", False),
    se.GuideEnded(CARLA, "card-not-received", 2, "wait", "resolve"),
    se.OwnWordsAdded(CARLA, "en", Ref("text-1")),
    se.NoScriptFits(CARLA, Ref("text-2")),
    se.QuestionNoted(CARLA, Ref("text-2")),
    ev.TransferAsked(CARLA, "2", "unresolved", WHY),
    ev.TransferWithdrawn(CARLA, "took the caller back"),
    ev.Transferred(CARLA, OLGA),
    ce.ConsultAsked(CARLA, "2", WHY, OLGA),
    ce.ConsultEnded(CARLA, "went on with the caller"),
    ce.SpokeWith(CARLA, "everyone"),
    ce.HandedOn(CARLA, "2", "unresolved", WHY, OLGA),
    ce.GivenBack(CARLA, WHY),
    ce.Muted(CARLA, True),
    ce.KeysSent(CARLA, 4, "interpreter"),
    ie.InterpreterCalled(CARLA, "language-line", LEG),
    ie.InterpreterJoined("language-line"),
    ie.InterpreterNotReached("language-line", "busy"),
    ie.InterpreterLeft("language-line", "hung_up"),
    co.OfficeAsked("C1", "key", SELMA, "newark", "urgent", "immediate_action", None, WHY),
    co.ContactWritten("C1", "newark-urgent", MessageId("message-2"), Ref("email-1"), Ref("text-3")),
    co.ContactAcknowledged("C1", "newark-urgent", SELMA),
    co.ContactNotReached("C1", "newark-urgent", "late"),
    co.ContactCalled("C1", "newark-urgent", SELMA, LEG),
    co.ContactJoined("C1", "newark-urgent"),
    co.ContactSpokenWith(SELMA, "everyone"),
    co.ContactLeft("C1", "newark-urgent", "hung_up"),
    co.OfficeAnswered("C1", SELMA, Ref("note-3")),
    se.RequestCreated("R482-109-375", "expedite", "newark", ("the file is there",), CARLA),
    se.RequestFollowedUp("R482-109-375", "expedite", "newark", ("reason",), CARLA),
    se.CallerTold("R482-109-375", "newark", CARLA, asked=True),
    se.CallerTold("R482-109-375", "newark", CARLA, asked=False),
    se.DoneInSystem("act-1", "case-management", "notice-reissued", CARLA, False),
    se.ConfirmedBySystem("act-1", "D-1"),
    se.RefusedBySystem("act-1", WHY),
    se.Referred("new-delhi", ("the file is there",), CARLA),
    su.SupervisionAsked(SELMA, LEG, "monitor", WHY, None),
    su.SupervisionBegan(SELMA, "monitor", True),
    su.SupervisionChanged(SELMA, "barge", True),
    su.SupervisionEnded(SELMA, "left", True),
    em.EmergencyDeclared(CARLA, "threat"),
    em.EmergencyJoined(SELMA, LEG, "barge", True),
    em.EmergencyAcknowledged(SELMA, Ref("note-1")),
    ev.PickedUpAgain(),
    re.RecordingChosen(True, "heard"),
    re.RecordingPaused(CARLA),
    re.RecordingResumed(CARLA),
    re.RecordingStarted("call-1-1", LEG, "caller"),
    re.RecordingStopped("call-1-1", 3.0, cut_short=True),
    re.RecordingBroke("call-1-1", 3.0),
    re.RecordingPlayed(SELMA, Ref("note-1")),
    re.RecordingReleased(SELMA, Ref("note-1")),
    re.RecordingDeleted(90),
    rv.Reviewed(SELMA, OLGA, Ref("text-1"), "verified"),
    rv.Reviewed(SELMA, OLGA, Ref("text-1"), "corrected", "status", "", 0, Ref("note-1"), Ref("note-2")),
    rv.CorrectionSeen(OLGA, Ref("text-1")),
    rv.CorrectionPassedOn(SELMA, Ref("text-1"), "", "R482-109-375"),
    cb.CallbackPromised("1", Ref("phone-1"), None, None),
    cb.RangOff(),
    cb.CallbackDialled(CARLA, 1, LEG),
    cb.CallbackLifted(),
    cb.CallbackAnswered(CARLA),
    cb.CallbackUnanswered(CARLA, "busy", NOW),
    HistoryLost(3, Call(id=CallId("c"), seq=9, leg=LEG, number="", caller=None, agency="v1", arrived_at=NOW)),
    me.MessageQueued(MessageId("message-1"), "sms", "text-office", Ref("phone-1"), Ref("text-1")),
    me.MessageSent(MessageId("message-1")),
    me.MessageFailed(MessageId("message-1"), "refused"),
    CallerSpoke(2),
    Pretended(CARLA, "request", "expedite", "newark"),
    ae.AmendmentAsked("amend-1", Ref("own_words-1"), Ref("amendment-1"), "root"),
    ae.AmendmentGranted("amend-1", Ref("amendment-2"), Ref("amendment-3"), "root"),
    ae.AmendmentDenied("amend-1", Ref("amendment-2"), "root"),
    ae.DisagreementStated("amend-1", Ref("amendment-3"), "root"),
    ev.Ended("caller_hung_up", "talking"),
]
OF_NO_USE_TO_A_READER = {ev.StepReached, re.RecordingStarted}


def history(*events: ev.AnyEvent) -> list[ev.Recorded]:
    return [ev.Recorded(call=CallId("c"), seq=n, at=NOW, event=e) for n, e in enumerate(events, start=1)]


def test_no_kind_of_event_is_left_out() -> None:
    assert {type(event) for event in EVENTS} == set(get_args(ev.AnyEvent))


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: type(event).__name__)
def test_an_event_is_one_line(event: ev.AnyEvent) -> None:
    said = said_of(load_agency(), event, REASONS)
    if type(event) in OF_NO_USE_TO_A_READER:
        assert said is None
        return
    assert said
    who, what, _ = said
    assert who
    assert str(what)[0].isupper()
    assert "\n" not in str(what)


def test_a_line_names_the_people_and_says_why() -> None:
    because = "longest idle of 2 ready Tier 1 agents"
    (line,) = timeline(load_agency(), history(ev.Presented(CARLA, LEG, "1", because)), REASONS)
    assert (line.who, line.kind) == ("center", "agent")
    assert line.what == f"Presented to Carla Sample (Tier 1): {because}"


def test_the_reason_on_record_is_told_in_other_languages_too() -> None:
    because = why_presented(Need("1", frozenset({"es"})), ready=2)
    (line,) = timeline(
        load_agency(), history(ev.Presented(CARLA, LEG, "1", str(because), view(because))), REASONS
    )
    assert line.what == f"Presented to Carla Sample (Tier 1): {because}"
    assert line.sentence.values["because"] == because


@pytest.mark.parametrize(
    "event",
    [
        ev.TransferAsked(CARLA, "2", "unresolved", WHY),
        ce.ConsultAsked(CARLA, "2", WHY),
        ce.HandedOn(CARLA, "2", "unresolved", WHY),
        ce.GivenBack(CARLA, WHY),
        su.SupervisionAsked(SELMA, LEG, "monitor", WHY, None),
    ],
)
def test_why_a_call_was_moved_is_told_in_the_words_of_who_moved_it(event: ev.AnyEvent) -> None:
    (line,) = timeline(load_agency(), history(event), REASONS)
    assert line.what.endswith(": needs the systems")


def test_a_promise_for_later_says_when_in_the_agencys_own_time() -> None:
    promised = cb.CallbackPromised("1", Ref("phone-1"), NOW, NOW + timedelta(hours=2))
    (line,) = timeline(load_agency(), history(promised), REASONS)
    when = "between Monday, November 23, 10:00 AM and 12 noon"
    assert line.what.replace("\u202f", " ") == f"Promised to call back {when}; the place is kept"


@pytest.mark.parametrize(
    "events",
    [
        (cb.CallbackPromised("1", Ref("phone-1"), None, None), ev.LookedUp("callback", "promised")),
        (cb.CallbackPromised("1", Ref("phone-1"), NOW, NOW), ev.LookedUp("callback", "promised_window")),
        (
            me.MessageQueued(MessageId("message-1"), "sms", "text-office", Ref("phone-1"), Ref("text-1")),
            ev.LookedUp("send", "sent"),
        ),
        (se.RequestCreated("R482-109-375", "expedite", "newark", (), IVR), ev.LookedUp("request", "created")),
        (se.Referred("new-delhi", (), None), ev.LookedUp("refer", "then")),
    ],
)
def test_what_came_of_a_step_is_said_once_by_its_own_event(events: tuple[ev.AnyEvent, ...]) -> None:
    (line,) = timeline(load_agency(), history(*events), REASONS)
    assert "Looked up" not in line.what


@pytest.mark.parametrize(
    ("step", "outcome", "says"),
    [
        (
            "callback",
            "no_number",
            "Could not promise a callback: there is no number or address that we may use",
        ),
        ("request", "exists", "Could not make a Service Request: it is made already"),
        ("receipt", "one", "Looked up receipt: one"),
    ],
)
def test_what_a_step_could_not_do_is_said_all_the_same(step: str, outcome: str, says: str) -> None:
    (line,) = timeline(load_agency(), history(ev.LookedUp(step, outcome)), REASONS)
    assert line.what == says


def test_no_line_holds_what_the_caller_keyed() -> None:
    lines = timeline(load_agency(), history(*EVENTS), REASONS)
    assert b"receipt-1" not in msgspec.json.encode(lines)
    assert b"phone-1" not in msgspec.json.encode(lines)


def test_an_agent_who_handed_the_caller_on_sees_no_further() -> None:
    call = history(
        ev.Arrived(LEG, "+18005550100", None, "v1"),
        ev.Answered(CARLA, LEG, "1"),
        ev.Transferred(CARLA, OLGA),
        ev.AgentLeft(CARLA),
        se.ScriptPresented(OLGA, "case-status", 1, "en", Ref("text-1"), ()),
    )
    staff = load_agency().staff
    assert len(as_far_as_seen(call, staff[CARLA])) == 4
    assert len(as_far_as_seen(call, staff[OLGA])) == 5
    assert len(as_far_as_seen(call, staff[AgentId("selma")])) == 5
