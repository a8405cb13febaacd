"""What the history of a call tells of disclosures, and when a look is a new one."""

from datetime import UTC, datetime, timedelta
from typing import get_args

import pytest

from tierline.calls.amendment_events import AmendmentAsked, AmendmentGranted
from tierline.calls.callback_events import CallbackAnswered, CallbackLifted
from tierline.calls.events import AnyEvent, Entered, LookedUp, Recorded
from tierline.calls.interpreter_events import InterpreterJoined
from tierline.calls.message_events import MessageQueued
from tierline.calls.names import AgentId, CallId, MessageId, Ref
from tierline.calls.recording_events import RecordingPlayed
from tierline.calls.review_events import Reviewed
from tierline.calls.service_events import (
    CallerTold,
    DoneInSystem,
    OwnWordsAdded,
    RequestFollowedUp,
    ScriptPresented,
)
from tierline.calls.supervision_events import SupervisionBegan
from tierline.calls.verification_events import Verified
from tierline.privacy import words
from tierline.privacy.accesses import LOOK_LASTS, Access, Look, LooksAtHand
from tierline.privacy.disclosures import (
    Disclosure,
    Nature,
    To,
    concerning,
    disclosed,
    of_an_access,
)
from tierline.privacy.known import NOBODYS, about_at_each, matters_of

CARLA, SELMA = AgentId("carla"), AgentId("selma")
NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
CALL = CallId("call-1")
MINE, OTHER = Ref("receipt-1"), Ref("receipt-2")
VERIFIED = Verified("basic", "questions", MINE, CARLA, "1", ("name",), "representative", ("relay",))
READ = ScriptPresented(CARLA, "case-status", 3, "en", Ref("text-1"), ("status",))


def told(*events: AnyEvent) -> list[Disclosure]:
    return list(disclosed(history(*events)))


def history(*events: AnyEvent) -> list[Recorded]:
    return [
        Recorded(call=CALL, seq=n, at=NOW + timedelta(minutes=n), event=event)
        for n, event in enumerate(events, start=1)
    ]


def test_a_script_that_was_read_says_which_facts_to_whom_and_how_they_were_verified() -> None:
    [read] = told(VERIFIED, READ)
    assert (read.nature, read.to, read.by, read.facts) == ("script", "caller", CARLA, ("status",))
    assert (read.verification, read.method, read.speaker) == ("basic", "questions", "representative")
    assert (read.through, read.about, read.of, read.words) == (
        ("relay",),
        MINE,
        "case-status 3",
        Ref("text-1"),
    )


def test_what_a_guide_tells_the_agent_to_do_is_not_told_to_anybody() -> None:
    do = ScriptPresented(CARLA, "case-status", 3, "en", Ref("text-1"), (), "check", False)
    assert told(VERIFIED, do) == []


@pytest.mark.parametrize(
    ("event", "nature", "to", "whom"),
    [
        (OwnWordsAdded(CARLA, "en", Ref("text-1")), "own_words", "caller", ""),
        (LookedUp("case", "verified"), "case_status", "caller", ""),
        (LookedUp("request_status", "open"), "request_status", "caller", ""),
        (MessageQueued(MessageId("m"), "sms", "p", Ref("a"), Ref("b")), "message", "number", "sms"),
        (CallbackLifted(), "callback", "number", ""),
        (InterpreterJoined("language-line"), "interpreted", "interpreter", "language-line"),
        (RequestFollowedUp("R1", "expedite", "newark", ("reason",), CARLA), "request", "office", "newark"),
        (CallerTold("R1", "newark", CARLA, True), "request", "office", "newark"),
        (DoneInSystem("k", "cms", "reissue", CARLA, False, Ref("n")), "system", "system", "cms"),
        (SupervisionBegan(SELMA, "monitor", True), "listened", "staff", SELMA),
        (RecordingPlayed(SELMA, Ref("why")), "played", "staff", SELMA),
    ],
)
def test_whatever_leaves_the_record_is_a_disclosure(
    event: AnyEvent, nature: Nature, to: To, whom: str
) -> None:
    [one] = told(event)
    assert (one.nature, one.to, one.whom) == (nature, to, whom)


@pytest.mark.parametrize(
    "event",
    [
        LookedUp("case", "not_verified"),
        LookedUp("request_status", "unknown"),
        DoneInSystem("k", "cms", "reissue", CARLA, True),
        Entered("receipt", MINE),
    ],
)
def test_what_tells_nobody_anything_is_none(event: AnyEvent) -> None:
    assert told(event) == []


def test_a_callback_is_somebody_who_is_not_known_yet() -> None:
    before, after = told(VERIFIED, READ, CallbackAnswered(CARLA), READ)
    assert (before.about, after.about, after.verification) == (MINE, None, "none")


def test_an_attempt_that_fails_is_about_no_case_any_more() -> None:
    [after] = told(VERIFIED, Verified("none", "questions", None, CARLA), READ)
    assert after.about is None


def test_a_number_that_was_only_keyed_is_nobodys_case() -> None:
    assert matters_of(history(Entered("receipt", OTHER), VERIFIED)) == {MINE}


def test_of_a_call_about_two_cases_each_has_its_own_and_a_recording_is_of_both() -> None:
    both = history(VERIFIED, READ, Verified("basic", "questions", OTHER, CARLA), READ)
    every = [*disclosed([*both, *history(RecordingPlayed(SELMA, Ref("why")))])]
    assert [d.nature for d in concerning(every, {MINE})] == ["played", "script"]
    assert len(concerning(every, None)) == 3


def test_what_is_seen_again_within_a_look_is_no_new_one_and_what_comes_to_it_is() -> None:
    looks, look = LooksAtHand(), Look("olga", CALL, MINE)
    assert looks.new_in(look, ["status", "zip"], NOW) == ("status", "zip")
    assert looks.new_in(look, ["zip", "status", "applicant"], NOW + timedelta(minutes=1)) == ("applicant",)
    assert looks.new_in(look, ["status"], NOW + timedelta(minutes=2)) == ()


def test_a_look_lasts_an_hour_and_is_of_one_person_one_call_and_one_case() -> None:
    looks, look = LooksAtHand(), Look("olga", CALL, MINE)
    looks.new_in(look, ["status"], NOW)
    for other in (Look("selma", CALL, MINE), Look("olga", CallId("c2"), MINE), Look("olga", CALL, OTHER)):
        assert looks.new_in(other, ["status"], NOW) == ("status",)
    assert looks.new_in(look, ["status"], NOW + LOOK_LASTS) == ("status",)


def test_every_nature_and_every_recipient_has_words_in_the_languages_of_the_screens() -> None:
    assert set(words.NATURES) == set(words.PURPOSES) == set(get_args(Nature))
    assert set(words.RECIPIENTS) == set(get_args(To))
    tables = (words.NATURES, words.PURPOSES, words.RECIPIENTS, words.LEVELS)
    for said in (said for table in tables for said in table.values()):
        assert {"en", "es"} <= set(said)


def test_an_access_is_to_staff_on_a_screen_and_to_who_asked_by_command() -> None:
    seen = Access(id="1", at=NOW, by="olga", how="seen", call=CALL, fields=("zip",), matter=MINE)
    assert (of_an_access(seen).to, of_an_access(seen).whom) == ("staff", "olga")
    taken = Access(id="2", at=NOW, by="root", how="exported", call=CALL, whose="the person")
    assert (of_an_access(taken).to, of_an_access(taken).whom) == ("operator", "the person")


def test_a_later_correction_is_about_what_it_corrects_whichever_case_was_last() -> None:
    other = Verified("basic", "questions", OTHER, CARLA)
    said = OwnWordsAdded(CARLA, "en", Ref("own_words-0123456789abcdef"))
    found = Reviewed(SELMA, CARLA, said.text, "corrected", "", "", 0, Ref("correction-0123456789abcdef"))
    asked = AmendmentAsked("amend-1", said.text, Ref("amendment-0123456789abcdef"), "root")
    granted = AmendmentGranted("amend-1", Ref("amendment-1"), Ref("amendment-2"), "root")
    events = (VERIFIED, said, other, READ, found, asked, granted)
    assert [about for _, about in about_at_each(history(*events))] == [MINE, MINE, OTHER, OTHER, *[MINE] * 3]


def test_what_is_noted_of_a_whole_call_is_of_no_case_of_it() -> None:
    events = (VERIFIED, RecordingPlayed(SELMA, Ref("note-0123456789abcdef")))
    assert [about for _, about in about_at_each(history(*events))] == [MINE, NOBODYS]
