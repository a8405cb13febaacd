"""What CSRs of one site told callers, for whoever reviews it: their words alone, of calls that are over.
Those that tell more of a case than the reviewer may see are withheld (I9)."""

from collections.abc import Sequence
from datetime import datetime

import msgspec
from msgspec import structs

from tierline.calls.events import Recorded
from tierline.calls.names import CallId
from tierline.calls.reviewed import Told
from tierline.calls.state import Call
from tierline.desk.as_known import Known, as_known_to
from tierline.desk.center import Center
from tierline.desk.entitled import facts_for
from tierline.desk.recording.playing import may_play
from tierline.desk.refusal import NotFound
from tierline.desk.speaking import language_of
from tierline.desk.theirs import reviews, wholly_theirs
from tierline.desk.views.presented import NOT_SHOWN, PresentedView, presented
from tierline.desk.views.recording_view import RecordingView, recording_view
from tierline.privacy.accesses import WORDS
from tierline.privacy.known import matters_of
from tierline.staff.person import Person

NEWEST = 200
"""Calls of the whole center that are looked through for those of the site."""


class ToldCall(msgspec.Struct, frozen=True, kw_only=True):
    """`by` are the names of those of the site who told the caller something, `told` how often."""

    id: CallId
    arrived_at: datetime
    language: str
    by: tuple[str, ...]
    told: int


class ToldView(ToldCall, frozen=True, kw_only=True):
    """`recording` for who may hear it: None also where others than CSRs of the site were in the call."""

    words: tuple[PresentedView, ...]
    recording: RecordingView | None


async def told_calls(center: Center, person: Person) -> list[ToldCall]:
    await center.records.settled()
    rows = []
    for call in await center.store.recent_calls(NEWEST):
        known = await _of_theirs(center, person, call)
        if known:
            rows.append(_row(center, person, known))
    return rows


async def told_in(center: Center, person: Person, of: CallId) -> ToldView:
    """Raises NotFound for a call in which nobody of theirs told anything, whether it exists or not."""
    call = await center.call(of)
    known = await _of_theirs(center, person, call) if call else None
    if known is None:
        raise NotFound("there is no such call of your site")
    facts = await facts_for(center, known.call, person)
    words = await presented(center, known.history, person, facts, on_record=True)
    pairs = zip(words, _told(known.history), strict=True)
    theirs = tuple(view for view, told in pairs if reviews(center, person, told.agent))
    if any(view.text not in NOT_SHOWN for view in theirs):
        _on_record(center, person, known)
    plays = may_play(center, person) and wholly_theirs(center, person, await center.history(of))
    return ToldView(
        **structs.asdict(_row(center, person, known)),
        words=theirs,
        recording=recording_view(center, known.call, person) if plays else None,
    )


def _on_record(center: Center, person: Person, known: Known) -> None:
    """Of each case that was spoken of."""
    for matter in {known.call.matter, *matters_of(known.history)}:
        center.looks.seen(person, known.call.id, [WORDS], matter=matter)


async def _of_theirs(center: Center, person: Person, call: Call) -> Known | None:
    """A call that is over, as far as this person may know it, if somebody of theirs told anything in it."""
    if call.phase != "ended" or call.practice:
        return None
    known = await as_known_to(center, await center.history(call.id), person)
    return known if any(reviews(center, person, told.agent) for told in _told(known.history)) else None


def _told(history: Sequence[Recorded]) -> list[Told]:
    return [recorded.event for recorded in history if isinstance(recorded.event, Told)]


def _row(center: Center, person: Person, known: Known) -> ToldCall:
    by = [told.agent for told in _told(known.history) if reviews(center, person, told.agent)]
    return ToldCall(
        id=known.call.id,
        arrived_at=known.call.arrived_at,
        language=language_of(center, known.call),
        by=tuple(center.agency.name_of(agent) for agent in dict.fromkeys(by)),
        told=len(by),
    )
