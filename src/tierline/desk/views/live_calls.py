"""One call going on now, as a line of the supervisors' live page."""

from datetime import datetime

import msgspec

from tierline.calls.names import CallId, Tier
from tierline.calls.state import Call, Phase
from tierline.desk.center import Center
from tierline.desk.views.supervisors import SupervisorView, all_supervisors
from tierline.sentence import Sentence, SentenceView, view


class AgentOfCall(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    tier: Tier
    since: datetime


class LiveCall(msgspec.Struct, frozen=True, kw_only=True):
    """`since` is when the call came into its phase, as far as its state tells; `waits` is why a caller who
    waits has nobody yet, in English, and `why` the sentence for other languages."""

    id: CallId
    phase: Phase
    since: datetime
    arrived_at: datetime
    language: str | None
    tier: Tier | None
    agents: tuple[AgentOfCall, ...]
    held: bool
    transfer_to: Tier | None
    asked_for_supervisor: bool
    emergency: bool
    waiting_since: datetime | None
    waits: str | None
    why: SentenceView | None
    supervisors: tuple[SupervisorView, ...]


def live_call(center: Center, call: Call) -> LiveCall:
    why = _why(center, call.id)
    return LiveCall(
        id=call.id,
        phase=call.phase,
        since=_since(call),
        arrived_at=call.arrived_at,
        language=call.language,
        tier=call.tier,
        agents=tuple(
            AgentOfCall(name=center.agency.name_of(s.agent), tier=s.tier, since=s.since) for s in call.serving
        ),
        held=call.held,
        transfer_to=call.transfer.to if call.transfer else None,
        asked_for_supervisor=call.supervisor == "asked",
        emergency=call.emergency is not None,
        waiting_since=call.waiting_since,
        waits=str(why) if why else None,
        why=view(why) if why else None,
        supervisors=all_supervisors(center, call),
    )


def _since(call: Call) -> datetime:
    if call.serving:
        return call.serving[-1].since
    if call.reservation:
        return call.reservation.since
    if call.promise:
        return call.promise.since
    return call.waiting_since or call.arrived_at


def _why(center: Center, call_id: CallId) -> Sentence | None:
    try:
        return center.router.why_waiting(call_id)
    except KeyError:
        return None
