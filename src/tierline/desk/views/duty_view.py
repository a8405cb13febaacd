"""An agent's duty, as the agent and the supervisors see it."""

from collections.abc import Mapping
from datetime import datetime

import msgspec

from tierline.acd.agents import AgentState, StateName
from tierline.acd.duty import Duty, Outcome, spent_in
from tierline.calls.names import CallId, Tier
from tierline.desk import disposing
from tierline.desk.center import Center
from tierline.ports.agency import Agency
from tierline.staff.work_states import PRACTICE

Words = Mapping[str, str]
"""By language."""


class AfterwardsView(msgspec.Struct, frozen=True, kw_only=True):
    """`by` is the supervisor's name; None where the agent asked for it."""

    reason: str
    reason_names: Words | None
    by: str | None
    why: str | None


class StateView(msgspec.Struct, frozen=True, kw_only=True):
    """`reason_names` are the agency's words, None for a reason of the center's own, which the screen has
    words for. `longest_minutes` is for how long it is expected to last, and `watched` stands out for
    supervisors. `by` is the name of the supervisor who put the agent into it, `why` in their words.
    `may_extend` is for a wrap-up."""

    name: StateName
    reason: str | None
    reason_names: Words | None
    since: datetime
    until: datetime | None
    longest_minutes: int | None
    watched: bool
    by: str | None
    why: str | None
    may_extend: bool
    afterwards: AfterwardsView | None
    call: CallId | None


class MissedView(msgspec.Struct, frozen=True, kw_only=True):
    """`in_a_row` timed out, of `limit` after which the agent is not ready. `last` is how the newest
    presentation ended that the agent has not gone on from; `counts` all since sign-in."""

    in_a_row: int
    limit: int
    last: Outcome | None
    counts: Mapping[Outcome, int]


class SpentView(msgspec.Struct, frozen=True, kw_only=True):
    """Seconds since sign-in, without what is spent in it now. `state` is "ready", "not_ready meal" …"""

    state: str
    name: StateName
    reason: str | None
    reason_names: Words | None
    seconds: int


class ReasonView(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    names: Words


class DispositionsView(msgspec.Struct, frozen=True, kw_only=True):
    """What can be chosen at this agent's tier; `chosen` is for the call at hand or just left."""

    choices: tuple[ReasonView, ...]
    required: bool
    chosen: str | None


def state_view(center: Center, duty: Duty) -> StateView:
    state, agency = duty.state, center.agency
    known = agency.work_states.reason(state.reason or "")
    wanted = duty.afterwards
    return StateView(
        name=state.name,
        reason=state.reason,
        reason_names=_words(agency, state.reason),
        since=state.since,
        until=state.until,
        longest_minutes=known.longest_minutes if known else None,
        watched=bool(known and known.watched),
        by=agency.name_of(state.by) if state.by else None,
        why=state.why,
        may_extend=_may_extend(center, duty),
        afterwards=AfterwardsView(
            reason=wanted.reason,
            reason_names=_words(agency, wanted.reason),
            by=agency.name_of(wanted.by) if wanted.by else None,
            why=wanted.why,
        )
        if wanted
        else None,
        call=state.call,
    )


def missed_view(agency: Agency, duty: Duty) -> MissedView:
    counts: dict[Outcome, int] = {o: count for o, count in duty.unanswered.items() if o != "withdrawn"}
    limit = agency.work_states.missed_calls
    return MissedView(in_a_row=duty.missed, limit=limit, last=duty.last_unanswered, counts=counts)


def spent_view(agency: Agency, duty: Duty) -> tuple[SpentView, ...]:
    """The state of now among them, with what was spent in it before."""
    now = spent_in("not_ready", PRACTICE) if duty.practising else spent_in(duty.state.name, duty.state.reason)
    return tuple(_spent(agency, where, duty.spent.get(where, 0)) for where in sorted({*duty.spent, now}))


def reasons(agency: Agency) -> tuple[ReasonView, ...]:
    return tuple(ReasonView(id=r.id, names=r.names) for r in agency.work_states.not_ready)


def dispositions(agency: Agency, tier: Tier | None, duty: Duty) -> DispositionsView:
    codes = agency.dispositions.of(tier) if tier else ()
    return DispositionsView(
        choices=tuple(ReasonView(id=code.id, names=code.names) for code in codes),
        required=bool(tier and agency.dispositions.are_required(tier)),
        chosen=duty.disposition if duty.state.name in ("talking", "wrap_up") else None,
    )


def _spent(agency: Agency, where: str, seconds: float) -> SpentView:
    _, _, reason = where.partition(" ")
    return SpentView(
        state=where,
        name=_name(where),
        reason=reason or None,
        reason_names=_words(agency, reason),
        seconds=int(seconds),
    )


def _name(where: str) -> StateName:
    names: dict[str, StateName] = {
        "ready": "ready",
        "reserved": "reserved",
        "talking": "talking",
        "wrap_up": "wrap_up",
    }
    return names.get(where.partition(" ")[0], "not_ready")


def _words(agency: Agency, reason: str | None) -> Words | None:
    known = agency.work_states.reason(reason or "")
    return known.names if known else None


def _may_extend(center: Center, duty: Duty) -> bool:
    state: AgentState = duty.state
    tier = disposing.tier_of(center, duty.agent)
    if state.name != "wrap_up" or state.extended or tier is None:
        return False
    return bool(center.agency.tiers.tier(tier).wrap_up_extension)
