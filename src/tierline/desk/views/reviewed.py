"""What a supervisor needs to verify what a caller was told (policy B4.4a): which facts it used and where they
are from, where it is in the recording, and what was found of it."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import msgspec

from tierline.calls.callback_events import CallbackAnswered
from tierline.calls.events import Recorded
from tierline.calls.names import Ref
from tierline.calls.review_events import Verdict
from tierline.calls.reviewed import Review, Told, reviews
from tierline.calls.service_events import ScriptPresented
from tierline.calls.state import Call
from tierline.calls.verification_events import Verified
from tierline.desk.as_known import Known
from tierline.desk.center import Center
from tierline.desk.entitled import Shown
from tierline.desk.recording.playing import may_play
from tierline.desk.reviewing import tells
from tierline.desk.speaking import language_of
from tierline.desk.theirs import reviews as reviews_of
from tierline.desk.views.case_facts import SourceView, source_of
from tierline.desk.views.field_names import field_names
from tierline.desk.views.gone import gone
from tierline.privacy.masking import Personal, class_of
from tierline.sentence import SentenceView
from tierline.staff.person import Person


class UsedView(msgspec.Struct, frozen=True, kw_only=True):
    """A fact in the words. `now` is what its `source` gives today, None where that cannot be told; `differs`
    where the words say something else."""

    name: str
    names: Mapping[str, str]
    source: SourceView
    now: str | None
    differs: bool
    personal: Personal


class ReviewView(msgspec.Struct, frozen=True, kw_only=True):
    """`fact` is empty for all of the words. `holds` until somebody reviews them again. The words of a
    correction are empty for whoever may not see what they are about."""

    at: datetime
    by: str
    verdict: Verdict
    fact: str
    instead: str
    why: str
    holds: bool
    seen: datetime | None
    passed_on: tuple[str, ...]
    gone: SentenceView | None
    """Why the words of a correction are not there any more."""


class ReviewedView(msgspec.Struct, frozen=True, kw_only=True):
    """`said` names the words. `facts` are none and `may_review` false for whoever may not see them, or gave
    them; `may_review` also where the agency does not let them review this colleague. `recorded_at` in seconds
    from the beginning of the recording, for who may hear it once the call is over: None where nothing was
    recorded then. The newest review last."""

    said: Ref
    facts: tuple[UsedView, ...]
    may_review: bool
    recorded_at: float | None
    reviews: tuple[ReviewView, ...]


async def reviewed(center: Center, known: Known, viewer: Person, shown: Shown) -> Sequence[ReviewedView]:
    """One of each that was presented, in that order. `shown` is what this viewer may see of the case."""
    found = reviews(known.history)
    refs = [ref for each in found.values() for r in each for ref in (r.instead, r.why) if ref]
    said = [(r, r.event) for r in known.history if isinstance(r.event, Told)]
    words = await center.store.values([*refs, *(event.text for _, event in said)]) if said else {}
    why = await gone(center, refs, words)
    views = []
    for recorded, event in said:
        open_to = tells(known.history, event.text) <= set(shown.facts)
        of_it = [r for of, each in found.items() if of.said == event.text for r in each]
        now = _still_of(center, known, recorded, event, shown)
        views.append(
            ReviewedView(
                said=event.text,
                facts=_used(center, known.call, event, words.get(event.text, ""), now) if open_to else (),
                may_review=open_to and _may_review(center, known.call, viewer, event),
                recorded_at=_recorded_at(center, known.call, viewer, recorded.at),
                reviews=tuple(
                    _view(center, r, words if open_to else {}, why, holds=r is found[r.of][-1])
                    for r in sorted(of_it, key=lambda r: r.at)
                ),
            )
        )
    return views


def _may_review(center: Center, call: Call, viewer: Person, event: Told) -> bool:
    others = event.agent != viewer.user and reviews_of(center, viewer, event.agent)
    return others and call.practice is None


def _still_of(center: Center, known: Known, at: Recorded, event: Told, shown: Shown) -> Shown:
    """What is shown now, where it is of the case that was spoken of then, and in its language."""
    matter = None
    for recorded in known.history:
        if recorded.seq >= at.seq:
            break
        match recorded.event:
            case Verified(matter=of):
                matter = of
            case CallbackAnswered():
                matter = None
    same = matter == known.call.matter and event.language == language_of(center, known.call)
    return shown if same else Shown()


def _used(center: Center, call: Call, event: Told, text: str, now: Shown) -> tuple[UsedView, ...]:
    used = event.facts if isinstance(event, ScriptPresented) else ()
    return tuple(
        UsedView(
            name=fact,
            names=field_names(center.agency, fact),
            source=source_of(now, fact, practice=call.practice is not None),
            now=now.facts.get(fact),
            differs=now.facts.get(fact, "") not in text,
            personal=class_of(fact),
        )
        for fact in used
    )


def _recorded_at(center: Center, call: Call, viewer: Person, at: datetime) -> float | None:
    parts = call.recording.kept
    if call.phase != "ended" or not may_play(center, viewer) or not parts:
        return None
    if not any(0 <= (at - part.since).total_seconds() <= (part.seconds or 0) for part in parts):
        return None
    return (at - min(part.since for part in parts)).total_seconds()


def _view(
    center: Center,
    review: Review,
    words: Mapping[Ref, str],
    why: Mapping[Ref, SentenceView],
    *,
    holds: bool,
) -> ReviewView:
    return ReviewView(
        at=review.at,
        by=center.agency.name_of(review.by),
        verdict=review.verdict,
        fact=review.of.fact,
        instead=words.get(review.instead, "") if review.instead else "",
        why=words.get(review.why, "") if review.why else "",
        holds=holds,
        seen=review.seen,
        passed_on=review.passed_on,
        gone=why.get(review.instead or review.why or Ref("")),
    )
