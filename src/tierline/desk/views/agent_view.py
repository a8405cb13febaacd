"""The whole screen of an agent: their state, the queues, and the call at hand."""

from datetime import datetime

import msgspec

from tierline.calls.names import AgentId, CallId, Tier
from tierline.desk import access
from tierline.desk.center import Center
from tierline.desk.practice import going_in
from tierline.desk.scripts_in_time import scripts_as_of
from tierline.desk.views import duty_view, words
from tierline.desk.views.call_view import CallView, as_in_mind, call_view
from tierline.desk.views.callbacks import promises
from tierline.desk.views.corrections import CorrectionView, unread
from tierline.desk.views.emergencies import EmergencyView, KindView, emergency_view, kinds
from tierline.desk.views.people import Me, me
from tierline.desk.views.supervisors import SupervisingView, supervising
from tierline.ports.store import StoreAway
from tierline.privacy.accesses import WORDS
from tierline.staff.person import Person


class QueueView(msgspec.Struct, frozen=True, kw_only=True):
    """`waiting` counts everyone whose turn it may be, callbacks among them; `callbacks` counts all promises
    still to be kept, also those for later, of which the oldest was made at `oldest_callback`."""

    tier: Tier
    name: str
    waiting: int
    longest_wait_seconds: int
    callbacks: int
    oldest_callback: datetime | None


class AgentView(msgspec.Struct, frozen=True, kw_only=True):
    """`last_call` is the one being noted down, during wrap-up only. `moving` while the call comes along to
    this screen, whose phone is not on the line yet. `emergency` is of the call at hand, `supervising` the
    supervisor's own part in a colleague's call."""

    agent: Me
    state: duty_view.StateView
    practising: bool
    may_practise: bool
    missed: duty_view.MissedView
    spent: tuple[duty_view.SpentView, ...]
    reasons: tuple[duty_view.ReasonView, ...]
    dispositions: duty_view.DispositionsView
    moving: bool
    queues: tuple[QueueView, ...]
    call: CallView | None
    last_call: CallView | None
    emergency: EmergencyView | None
    emergency_kinds: tuple[KindView, ...]
    supervising: SupervisingView | None
    corrections: tuple[CorrectionView, ...]
    """Of what the agent told callers, until they have read them."""
    supervision_reason: bool
    """Whether the agency wants one for each use."""


class _Seen(msgspec.Struct, frozen=True):
    """Whatever a view of a call follows from, but the case system. The scripts are as of an agency."""

    call: CallId
    seq: int
    scripts_as_of: str
    person: Person

    def may_stand_for(self, later: "_Seen") -> bool:
        """Nothing in it was withdrawn from this person since."""
        return msgspec.structs.replace(self, seq=later.seq) == later


class _Drawn(msgspec.Struct, frozen=True):
    """`changes` of requests that there were before it."""

    seen: _Seen
    changes: int
    view: CallView


class AgentViews:
    """Remembers each agent's last view of a call, for as long as neither the call nor a request that it shows
    has a new event, and the agency and the person are the same: a busy floor wakes every screen many times a
    second, and asking the case system again each time would drown it."""

    def __init__(self, center: Center) -> None:
        self._center = center
        self._last: dict[AgentId, _Drawn] = {}

    async def of(self, person: Person) -> AgentView:
        center = self._center
        at_hand = access.at_hand(center, person.user)
        part = at_hand.part_of(person.user) if at_hand else None
        last = access.wrapped_up(center, person.user)
        duty = center.floor.duty(person.user)
        corrections = await unread(center, person.user)
        for correction in corrections:
            center.looks.seen(person, correction.call, [WORDS])
        return AgentView(
            agent=me(center.agency, person),
            state=duty_view.state_view(center, duty),
            practising=duty.practising,
            may_practise=bool(going_in.cases(center, person.user)),
            missed=duty_view.missed_view(center.agency, duty),
            spent=duty_view.spent_view(center.agency, duty),
            reasons=duty_view.reasons(center.agency),
            dispositions=duty_view.dispositions(center.agency, person.tier, duty),
            moving=part is not None and part.moving,
            queues=_queues(center),
            call=await self._call(at_hand.id, at_hand.seq, person) if at_hand else None,
            last_call=await self._left(last, person) if last else None,
            emergency=emergency_view(center, at_hand) if at_hand else None,
            emergency_kinds=kinds(center),
            supervising=supervising(center, person),
            corrections=corrections,
            supervision_reason=center.agency.supervision.reason_required,
        )

    async def _left(self, call_id: CallId, person: Person) -> CallView | None:
        call = await self._center.call(call_id)
        return await self._call(call_id, call.seq, person) if call else None

    async def _call(self, call_id: CallId, seq: int, person: Person) -> CallView:
        seen = _Seen(call_id, seq, scripts_as_of(self._center), person)
        last, changes = self._last.get(person.user), self._center.matters.changes
        if last and last.seen == seen and self._still_so(last):
            return last.view
        try:
            view = await call_view(self._center, call_id, person)
        except StoreAway:
            if last is None or not last.seen.may_stand_for(seen):
                raise
            return as_in_mind(self._center, last.view, person)
        self._last[person.user] = _Drawn(seen, changes, view)
        return view

    def _still_so(self, last: "_Drawn") -> bool:
        shown = (request.number for request in last.view.requests_of_case)
        return _is_whole(last.view) and self._center.matters.as_of(last.changes, shown)


def _is_whole(view: CallView) -> bool:
    """Else a case system did not answer, and is asked again."""
    return view.case.is_whole if view.case else view.verification == "none"


def _queues(center: Center) -> tuple[QueueView, ...]:
    now, waiting = center.clock.now(), center.router.queues()
    views = []
    for tier in center.agency.tiers.tiers:
        of_tier = [queue for name, queue in waiting.items() if name.tier == tier.id]
        oldest = min((queue.first.since for queue in of_tier), default=now)
        promised = promises(center.calls.values(), tier.id)
        views.append(
            QueueView(
                tier=tier.id,
                name=words.queue(tier.id),
                waiting=sum(queue.length for queue in of_tier),
                longest_wait_seconds=int((now - oldest).total_seconds()),
                callbacks=len(promised),
                oldest_callback=promised[0] if promised else None,
            )
        )
    return tuple(views)
