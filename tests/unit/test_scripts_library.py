"""The life of a script in the library."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from tierline.calls.names import AgentId
from tierline.scripts.library import (
    Approved,
    DraftDropped,
    DraftSaved,
    Entry,
    LibraryEvent,
    Noted,
    SentBack,
    Submitted,
    TakenBack,
    Withdrawn,
    fold,
    together,
    why_not_approve,
    why_not_judge,
    why_not_submit,
    why_not_write,
)
from tierline.scripts.wording import Wording, scripted

NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)
ADA, PAUL, PAT = AgentId("ada"), AgentId("paul"), AgentId("pat")
WORDING = Wording(titles={"en": "A card"}, texts={"en": "It comes."})
SAVED = DraftSaved(WORDING, 0)


def after(*steps: tuple[AgentId, LibraryEvent], onto: Entry | None = None) -> Entry:
    entry = onto or Entry(id="card")
    return fold(
        entry,
        (
            Noted(script="card", seq=entry.seq + n, at=NOON + timedelta(minutes=n), by=by, event=event)
            for n, (by, event) in enumerate(steps, start=1)
        ),
    )


def script(version: int, status: str = "published") -> LibraryEvent:
    made = scripted(WORDING, id="card", version=version, author=ADA, approver=PAUL, at=NOON)
    return Approved(1, msgspec.structs.replace(made, status=status))


SUBMITTED = after((ADA, SAVED), (ADA, Submitted(1)))


@pytest.mark.clause("A9")
def test_nobody_approves_what_they_wrote() -> None:
    assert why_not_approve(SUBMITTED, 1, PAUL, 0, 0) is None
    assert "somebody else" in str(why_not_approve(SUBMITTED, 1, ADA, 0, 0))


@pytest.mark.clause("A9")
def test_nobody_approves_what_they_once_wrote_in() -> None:
    both = after((PAUL, SAVED), (ADA, SAVED), (ADA, Submitted(2)))
    assert "somebody else" in str(why_not_approve(both, 2, PAUL, 0, 0))
    named_in_the_file = after((PAT, DraftSaved(WORDING, 0, "a file", (PAUL,))), (PAT, Submitted(1)))
    assert "somebody else" in str(why_not_approve(named_in_the_file, 1, PAUL, 0, 0))


def test_the_author_on_record_is_who_wrote_the_words_last() -> None:
    def writers(entry: Entry) -> tuple[AgentId, ...]:
        assert entry.draft
        return entry.draft.writers

    assert writers(after((ADA, SAVED), (PAUL, SAVED), (ADA, SAVED))) == (PAUL, ADA)
    of_a_file = after((PAT, DraftSaved(WORDING, 0, "file", (ADA,))))
    assert writers(of_a_file) == (PAT, ADA)
    assert writers(after((PAUL, SAVED), onto=of_a_file)) == (PAT, ADA, PAUL)


@pytest.mark.clause("A9")
def test_what_is_approved_is_what_was_seen() -> None:
    again = after((ADA, TakenBack()), (ADA, SAVED), (ADA, Submitted(4)), onto=SUBMITTED)
    assert "changed since you looked" in str(why_not_approve(again, 1, PAUL, 0, 0))
    assert why_not_approve(again, 4, PAUL, 0, 0) is None
    taken = after((ADA, TakenBack()), onto=SUBMITTED)
    assert "its authors have it" in str(why_not_judge(taken, 1))


def test_of_two_who_approve_the_second_is_told_that_nothing_is_left() -> None:
    assert "any more" in str(why_not_judge(after((PAUL, script(1)), onto=SUBMITTED), 1))


def test_a_draft_is_not_written_over_by_who_has_not_seen_it() -> None:
    draft = after((ADA, SAVED))
    assert why_not_write(Entry(id="card"), 0) is None
    assert why_not_write(draft, 1) is None
    for seen in (0, 7):
        assert "somebody else" in str(why_not_write(draft, seen))
    assert "take it back" in str(why_not_write(SUBMITTED, 1))
    assert "no more" in str(why_not_write(after((ADA, DraftDropped()), onto=draft), 1))


def test_a_new_draft_never_has_the_revision_of_an_older_one() -> None:
    second = after((ADA, DraftDropped()), (ADA, SAVED), onto=SUBMITTED)
    assert second.draft
    assert second.draft.revision == 4


def test_only_what_has_nothing_to_mend_goes_to_the_approvers() -> None:
    draft = after((ADA, SAVED))
    assert why_not_submit(draft, 1, 0, 0) is None
    assert "2 things" in str(why_not_submit(draft, 1, 2, 0))
    assert "no draft" in str(why_not_submit(Entry(id="card"), 0, 0, 0))
    assert "2 things" in str(why_not_approve(SUBMITTED, 1, PAUL, 2, 0))


def test_a_draft_that_another_version_has_overtaken_is_compared_anew() -> None:
    assert "version 3" in str(why_not_submit(after((ADA, SAVED)), 1, 0, 3))
    assert "version 3" in str(why_not_approve(SUBMITTED, 1, PAUL, 0, 3))


def test_a_draft_that_was_sent_back_tells_why_until_it_is_submitted_again() -> None:
    back = after((PAUL, SentBack(1, "Too long.")), onto=SUBMITTED)
    saved = after((ADA, SAVED), onto=back)
    for entry in (back, saved):
        assert entry.draft
        assert (entry.draft.submitted, entry.draft.sent_back) == (False, "Too long.")
    submitted = after((ADA, Submitted(saved.seq)), onto=saved)
    assert submitted.draft
    assert submitted.draft.sent_back == ""


def test_what_was_approved_is_a_version_and_withdrawing_it_leaves_it_on_record() -> None:
    approved = after((PAUL, script(1)), onto=SUBMITTED)
    assert approved.draft is None
    [version] = approved.versions
    gone = after(
        (PAUL, Withdrawn(msgspec.structs.replace(version, status="withdrawn"), "wrong")), onto=approved
    )
    assert [(one.version, one.status) for one in gone.versions] == [(1, "withdrawn")]


@pytest.mark.clause("A9")
def test_the_library_stands_over_the_files_and_withdrawn_wins_from_either_side() -> None:
    of_file = scripted(WORDING, id="card", version=1, author=ADA, approver=PAUL, at=NOON)
    gone = msgspec.structs.replace(of_file, status="withdrawn")
    newer = msgspec.structs.replace(of_file, version=2)
    here = {"card": Entry(id="card", versions=(newer,))}
    assert [one.version for one in together([of_file], here)] == [2, 1]
    for files, library in (((gone,), (of_file,)), ((of_file,), (gone,))):
        [left] = together(files, {"card": Entry(id="card", versions=library)})
        assert left.status == "withdrawn"
