"""One call as one member of staff may see it."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Literal

import msgspec

from tierline.calls import events as ev
from tierline.calls.names import AgentId, Attestation, CallId, Tier, Verification
from tierline.calls.state import Call
from tierline.desk import access
from tierline.desk.as_known import Known, as_known_to
from tierline.desk.center import Center
from tierline.desk.entitled import Shown, shown_to
from tierline.desk.scripts_in_time import scripts_as_of
from tierline.desk.speaking import language_of
from tierline.desk.views import caller_said, outcomes
from tierline.desk.views.acts import ActsView, acts_view
from tierline.desk.views.amended import amended
from tierline.desk.views.callbacks import CallbackView, callback_view
from tierline.desk.views.case_facts import CaseView, case_view
from tierline.desk.views.colleagues import triggers
from tierline.desk.views.conversation import (
    HandedView,
    NotTakenView,
    TransferView,
    handed_view,
    not_taken_view,
    transfer_view,
)
from tierline.desk.views.gone import gone, with_dispositions
from tierline.desk.views.in_part import case_in_part, keyed_in_part, leaves_out, told_in_part
from tierline.desk.views.interpreters import InterpreterView, interpreter_view
from tierline.desk.views.people import PersonView, who_answered
from tierline.desk.views.practice import PracticeView, practice_view
from tierline.desk.views.presented import NOT_SHOWN, PresentedView, presented
from tierline.desk.views.presented_to import presented_to
from tierline.desk.views.presented_to import why as why_presented
from tierline.desk.views.reasons import reasons_of
from tierline.desk.views.recording_view import RecordingView, recording_view
from tierline.desk.views.requests_of_case import RequestOfCase, requests_of_case, seen_of_requests
from tierline.desk.views.reviewed import reviewed
from tierline.desk.views.scripts import ScriptView, offered
from tierline.desk.views.supervision_words import without_untold
from tierline.desk.views.supervisors import SupervisorView, supervisors
from tierline.desk.views.timeline import Line, timeline
from tierline.desk.views.verifying_view import (
    RecognisedView,
    VerifyingView,
    recognised_view,
    verifying_view,
)
from tierline.privacy.accesses import WORDS, How
from tierline.privacy.known import matters_of
from tierline.privacy.masking import is_masked
from tierline.sentence import SentenceView
from tierline.staff.escalation import tiers_above
from tierline.staff.person import Person

ViewerRole = Literal["reserved", "serving", "consulted"]


class CallView(msgspec.Struct, frozen=True, kw_only=True):
    """`role` is the viewer's own part in the call, None for one who has left it or only looks on; `number` is
    the number that was dialled; `because` is why the viewer was presented the call, and `why` the same for
    other languages; `muted` is the viewer."""

    id: CallId
    phase: str
    role: ViewerRole | None
    language: str
    arrived_at: datetime
    waiting_since: datetime | None
    number: str
    because: str | None
    why: SentenceView | None
    path: tuple[str, ...]
    keyed: tuple[caller_said.KeyedView, ...]
    attestation: Attestation | None
    verification: Verification
    recognised: RecognisedView | None
    verifying: VerifyingView | None
    case: CaseView | None
    masked: bool
    """Whether what is personal is left out of `keyed`, `case` and `presented`."""
    acts: ActsView | None
    scripts: tuple[ScriptView, ...]
    scripts_as_of: str
    """Another one whenever any script may have come into force, or been withdrawn."""
    presented: tuple[PresentedView, ...]
    supervisor: Literal["not_asked", "asked", "answered"]
    people: tuple[PersonView, ...]
    transfer: TransferView | None
    handed: HandedView | None
    not_taken: NotTakenView | None
    interpreter: InterpreterView | None
    muted: bool
    may_transfer_to: tuple[Tier, ...]
    request_kinds: tuple[outcomes.KindView, ...]
    requests_of_case: tuple[RequestOfCase, ...]
    requests: tuple[outcomes.RequestView, ...]
    referrals: tuple[outcomes.ReferralView, ...]
    held: bool
    callback: CallbackView | None
    recording: RecordingView | None
    supervisors: tuple[SupervisorView, ...]
    practice: PracticeView | None
    """Of a simulated caller."""
    emergency_note: str | None
    """What a supervisor wrote of it, for supervisors."""
    emergency_note_gone: SentenceView | None
    legal_hold: bool
    """Whether one keeps it from being destroyed: of a call that is over, for supervisors."""
    timeline: tuple[Line, ...]


async def call_view(center: Center, call_id: CallId, viewer: Person, *, in_full: bool = False) -> CallView:
    """Of a call that is known to exist and to be open to this viewer (`access.readable`). What is personal is
    masked for who looks on, or has not answered yet, unless they asked for it `in_full`; what is seen of it
    goes on record."""
    history = as_far_as_seen(await center.history(call_id), viewer)
    known = await as_known_to(center, history, viewer)
    call, history = known.call, known.history
    shown = await shown_to(center, call, viewer)
    facts = shown.facts
    role = _role(call, viewer.user)
    takes_part = role is not None
    # The reasons of a routing name the office that holds the file: a fact of the case like any other (I9).
    reasons = "file_office" in facts
    rung = presented_to(history, viewer.user)
    case = case_view(center.agency, shown, practice=call.practice is not None)
    keyed = await caller_said.keyed(center, call, await amended(center.store, history))
    told = await _presented(center, known, viewer, shown, takes_part=takes_part)
    works_on_it = role in ("serving", "consulted") or access.wrapped_up(center, viewer.user) == call.id
    masks = not (works_on_it or in_full or call.practice) and leaves_out(case, keyed)
    note, note_gone = await _emergency_note(center, call, viewer)
    why = await reasons_of(center, history)
    kept, over = center.store.personal_data, call.phase == "ended"
    destroyed = await kept.dispositions(call.id) if over else ()
    held = over and viewer.role == "supervisor" and await kept.is_held(call.id)
    view = CallView(
        id=call.id,
        phase=_phase(call, viewer, role),
        role=role,
        language=language_of(center, call),
        arrived_at=call.arrived_at,
        waiting_since=call.waiting_since,
        number=call.number,
        because=rung.because if rung else None,
        why=why_presented(rung) if rung else None,
        path=caller_said.path(call),
        keyed=keyed_in_part(keyed) if masks else keyed,
        attestation=call.attestation,
        verification=call.verification,
        recognised=recognised_view(call),
        verifying=verifying_view(center, call, viewer, takes_part=takes_part),
        case=case_in_part(case) if masks else case,
        masked=masks,
        acts=await acts_view(center, call, history, viewer, takes_part=takes_part) if facts else None,
        scripts=offered(center, call, viewer, shown) if takes_part else (),
        scripts_as_of=scripts_as_of(center),
        presented=told_in_part(told) if masks else told,
        supervisor=call.supervisor,
        people=who_answered(center.agency, history),
        transfer=transfer_view(center.agency, call, why),
        handed=handed_view(center.agency, call, why),
        not_taken=not_taken_view(center.agency, call),
        interpreter=interpreter_view(center.agency, call),
        muted=_muted(call, viewer.user),
        may_transfer_to=_may_transfer_to(center, call, viewer) if role == "serving" else (),
        request_kinds=_kinds(center, viewer, shown, keyed, masks=masks) if takes_part else (),
        requests_of_case=await requests_of_case(center, call, shown),
        requests=await outcomes.requests(center, known, why=reasons),
        referrals=outcomes.referrals(center.agency, history, why=reasons),
        held=call.held,
        callback=callback_view(call),
        # A disk without room fails the recording and the record of it: what is read may be of before.
        recording=recording_view(center, center.calls.get(call.id, call) if takes_part else call, viewer),
        supervisors=supervisors(center, call, viewer),
        practice=practice_view(center, call, history),
        emergency_note=note,
        emergency_note_gone=note_gone,
        legal_hold=held,
        timeline=with_dispositions(timeline(center.agency, without_untold(history, viewer), why), destroyed),
    )
    if call.practice is None:
        _on_record(center, known, viewer, view, "shown" if in_full and not works_on_it else "seen")
    return view


def _on_record(center: Center, known: Known, viewer: Person, view: CallView, how: How) -> None:
    """Also of the cases that were spoken of before the one that the call is about now: of them the words."""
    seen, now = set(seen_in(view)), known.call.matter
    center.looks.seen(viewer, view.id, seen, matter=now, how=how)
    for before in matters_of(known.history) - {now}:
        center.looks.seen(viewer, view.id, seen & {WORDS}, matter=before, how=how)


def seen_in(view: CallView) -> Iterator[str]:
    """What of the caller's record this shows, by name; not what it masks."""
    names = [field.name for field in view.case.fields] if view.case else []
    yield from (
        name for name in (*names, *(k.kind for k in view.keyed)) if not (view.masked and is_masked(name))
    )
    yield from seen_of_requests(view.requests_of_case)
    if any(told.text not in NOT_SHOWN for told in view.presented):
        yield WORDS


def as_in_mind(center: Center, view: CallView, viewer: Person) -> CallView:
    """The view of before, while the database is away: with what is known without it of how the call stands,
    above all that its recording fails."""
    call = center.calls.get(view.id)
    if call is None:
        return view
    return msgspec.structs.replace(
        view,
        held=call.held,
        muted=_muted(call, viewer.user),
        recording=recording_view(center, call, viewer),
    )


async def _presented(
    center: Center, known: Known, viewer: Person, shown: Shown, *, takes_part: bool
) -> tuple[PresentedView, ...]:
    """With what was found of it, for supervisors: also for one who goes on with the caller."""
    supervises = viewer.role == "supervisor"
    on_record = supervises and not takes_part
    views = await presented(center, known.history, viewer, shown.facts, on_record=on_record)
    if not supervises:
        return views
    found = await reviewed(center, known, viewer, shown)
    return tuple(msgspec.structs.replace(v, reviewed=of) for v, of in zip(views, found, strict=True))


def _kinds(
    center: Center, viewer: Person, shown: Shown, keyed: Sequence[caller_said.KeyedView], *, masks: bool
) -> tuple[outcomes.KindView, ...]:
    """Filled in with what they see anyway."""
    return outcomes.kinds(center.agency, viewer, () if masks else keyed, {} if masks else shown.codes)


async def _emergency_note(
    center: Center, call: Call, viewer: Person
) -> tuple[str | None, SentenceView | None]:
    """Or why it is not there any more."""
    note = call.emergency.note if call.emergency else None
    if note is None or viewer.role != "supervisor":
        return None, None
    written = await center.values.kept(call, note)
    why = await gone(center, [note], {} if written is None else {note: written})
    return written, why.get(note)


def as_far_as_seen(history: Sequence[ev.Recorded], viewer: Person) -> Sequence[ev.Recorded]:
    """What happens after an agent has handed the caller on is between the caller and others; supervisors see
    it all."""
    if viewer.role == "supervisor":
        return history
    end = len(history)
    for count, recorded in enumerate(history, start=1):
        match recorded.event:
            case ev.AgentLeft(agent=viewer.user) | ev.AgentLost(agent=viewer.user):
                end = count
            case ev.Presented(agent=viewer.user):
                end = len(history)
    return history[:end]


def _role(call: Call, agent: AgentId) -> ViewerRole | None:
    if access.reserved(call, agent):
        return "reserved"
    if access.consulted(call, agent):
        return "consulted"
    return "serving" if call.served_now_by(agent) else None


def _phase(call: Call, viewer: Person, role: ViewerRole | None) -> str:
    """For an agent who has left, the call is over; for one at whom it rings, it is being presented, until
    they hold the line for a callback."""
    if role is None and viewer.role != "supervisor":
        return "ended"
    return "presented" if role == "reserved" and call.phase != "calling_back" else call.phase


def _muted(call: Call, agent: AgentId) -> bool:
    part = call.part_of(agent)
    return part is not None and part.muted


def _may_transfer_to(center: Center, call: Call, viewer: Person) -> tuple[Tier, ...]:
    """The agency's tiers for which at least one reason is allowed."""
    by = viewer.tier
    if by is None or call.transfer:
        return ()

    above = (to for to in tiers_above(by) if center.pinned(call).tiers.has(to))
    return tuple(to for to in above if triggers(center, by, to, call))
