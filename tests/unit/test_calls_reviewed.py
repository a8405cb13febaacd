"""A supervisor verifies or corrects what a caller was told (B4.4a)."""

from datetime import UTC, datetime, timedelta

import pytest

from tierline.calls.events import AnyEvent, Recorded
from tierline.calls.names import AgentId, CallId, Ref
from tierline.calls.review_events import CorrectionPassedOn, CorrectionSeen, Reviewed, Verdict
from tierline.calls.reviewed import LONGEST, Finding, Of, corrections, reviews, told, why_not
from tierline.calls.service_events import OwnWordsAdded, QuestionNoted, ScriptPresented

OLGA, SELMA, STELLA = AgentId("olga"), AgentId("selma"), AgentId("stella")
CALL, SAID = CallId("call-1"), Ref("text-1")
NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
SCRIPT = ScriptPresented(OLGA, "case-status", 3, "en", SAID, ("status",))
OWN = OwnWordsAdded(OLGA, "en", Ref("text-2"))
CORRECTED = Finding(verdict="corrected", instead="It was mailed on Monday.", why="It was the wrong day.")


def found(by: AgentId, verdict: Verdict, fact: str = "") -> Reviewed:
    words = (Ref(f"instead-{by}"), Ref(f"why-{by}")) if verdict == "corrected" else (None, None)
    return Reviewed(by, OLGA, SAID, verdict, fact, "case-status", 3, *words)


def history(*events: AnyEvent) -> list[Recorded]:
    return [
        Recorded(call=CALL, seq=n, at=NOW + timedelta(minutes=n), event=event)
        for n, event in enumerate(events, start=1)
    ]


def test_what_was_told_is_scripts_and_own_words_and_nothing_else() -> None:
    said = told(history(SCRIPT, QuestionNoted(OLGA, Ref("text-3")), OWN))
    assert said == {SAID: SCRIPT, Ref("text-2"): OWN}


def test_who_reviews_again_supersedes_and_the_earlier_finding_stays_on_record() -> None:
    again = reviews(history(SCRIPT, found(SELMA, "corrected"), found(STELLA, "verified")))
    assert [(r.by, r.verdict) for r in again[Of(CALL, SAID)]] == [(SELMA, "corrected"), (STELLA, "verified")]
    assert corrections(history(found(SELMA, "corrected"), found(STELLA, "verified"))) == []


def test_one_fact_and_all_the_words_are_reviewed_apart() -> None:
    both = reviews(history(found(SELMA, "verified"), found(SELMA, "corrected", "status")))
    assert [of.fact for of in both] == ["", "status"]


def test_a_correction_that_was_read_or_passed_on_says_so_and_a_newer_one_does_not() -> None:
    first = (found(SELMA, "corrected"), CorrectionSeen(OLGA, SAID), CorrectionPassedOn(SELMA, SAID, "", "R1"))
    (read,) = corrections(history(*first))
    assert (read.seen, read.passed_on) == (NOW + timedelta(minutes=2), ("R1",))
    (newer,) = corrections(history(*first, found(STELLA, "corrected")))
    assert (newer.by, newer.seen, newer.passed_on) == (STELLA, None, ())


def test_what_was_seen_of_a_finding_that_nobody_has_is_nothing() -> None:
    assert reviews(history(CorrectionSeen(OLGA, SAID), CorrectionPassedOn(SELMA, SAID, "", "R1"))) == {}


@pytest.mark.parametrize(
    ("by", "finding", "because"),
    [
        (OLGA, Finding(verdict="verified"), "your own words"),
        (OLGA, CORRECTED, "your own words"),
        (SELMA, Finding(verdict="verified", fact="zip"), "not in these words"),
        (SELMA, Finding(verdict="corrected"), "write the right words"),
        (SELMA, Finding(verdict="corrected", instead="It was.", why=" "), "write the right words"),
        (SELMA, Finding(verdict="corrected", instead="x" * (LONGEST + 1), why="y"), "too long"),
    ],
)
def test_it_is_refused_with_a_reason(by: AgentId, finding: Finding, because: str) -> None:
    assert because in str(why_not(SCRIPT, by, finding))


def test_another_supervisor_may_say_either() -> None:
    assert why_not(SCRIPT, SELMA, Finding(verdict="verified", fact="status")) is None
    assert why_not(OWN, SELMA, CORRECTED) is None


def test_own_words_have_no_facts_that_could_be_named() -> None:
    assert why_not(OWN, SELMA, Finding(verdict="verified", fact="status")) is not None
