"""What CSRs of one site told callers, for whoever reviews it: their words alone, of calls that are over.
Those that tell more of a case than the reviewer may see are withheld (I9)."""

from datetime import datetime

import msgspec
from msgspec import structs

from tierline.calls.names import CallId
from tierline.desk import site_calls
from tierline.desk.as_known import Known
from tierline.desk.center import Center
from tierline.desk.entitled import facts_for
from tierline.desk.recording.playing import may_play
from tierline.desk.speaking import language_of
from tierline.desk.theirs import reviews, wholly_theirs
from tierline.desk.views.presented import NOT_SHOWN, PresentedView, presented
from tierline.desk.views.recording_view import RecordingView, recording_view
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
        known = await site_calls.known_if_theirs(center, person, call)
        if known:
            rows.append(_row(center, person, known))
    return rows


async def told_in(center: Center, person: Person, of: CallId) -> ToldView:
    """Raises NotFound for a call in which nobody of theirs told anything, whether it exists or not."""
    known = await site_calls.of_theirs(center, person, of)
    facts = await facts_for(center, known.call, person)
    words = await presented(center, known.history, person, facts, on_record=True)
    theirs = tuple(
        structs.replace(view, amended=None)  # what somebody asks to be put right is between them and others
        for view, told in zip(words, site_calls.told_in(known.history), strict=True)
        if reviews(center, person, told.agent)
    )
    if any(view.text not in NOT_SHOWN for view in theirs):
        site_calls.words_seen(center, person, known)
    plays = may_play(center, person) and wholly_theirs(center, person, await center.history(of))
    return ToldView(
        **structs.asdict(_row(center, person, known)),
        words=theirs,
        recording=recording_view(center, known.call, person) if plays else None,
    )


def _row(center: Center, person: Person, known: Known) -> ToldCall:
    by = [told.agent for told in site_calls.told_in(known.history) if reviews(center, person, told.agent)]
    return ToldCall(
        id=known.call.id,
        arrived_at=known.call.arrived_at,
        language=language_of(center, known.call),
        by=tuple(center.agency.name_of(agent) for agent in dict.fromkeys(by)),
        told=len(by),
    )
