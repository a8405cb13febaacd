"""Whom an agent may speak with about a call, or hand the caller to, and who of them is ready."""

from typing import get_args

import msgspec

from tierline.acd.agents import StateName
from tierline.calls.names import AgentId, Tier, Trigger
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.colleagues import why_not_ready
from tierline.staff.escalation import why_not
from tierline.staff.person import Person, Role


class ColleagueView(msgspec.Struct, frozen=True, kw_only=True):
    """`why_not_ready` is None for one who would be rung at once; `speaks` says whether they speak the
    caller's language; `triggers` are the reasons for which the caller may be handed to them, if any."""

    user: AgentId
    name: str
    role: Role
    tier: Tier
    languages: tuple[str, ...]
    speaks: bool
    state: StateName
    why_not_ready: str | None
    triggers: tuple[Trigger, ...]


def colleagues(center: Center, call: Call, viewer: Person) -> list[ColleagueView]:
    """All who take calls and are not in this one, those who are ready first."""
    others = [p for p in center.agency.staff.values() if p.tier and not call.part_of(p.user)]
    seen = [_view(center, call, viewer, person, person.tier) for person in others if person.tier]
    return sorted(seen, key=lambda c: (c.why_not_ready is not None, not c.speaks, c.tier, c.name))


def _view(center: Center, call: Call, viewer: Person, person: Person, tier: Tier) -> ColleagueView:
    state = center.floor.state(person.user)
    return ColleagueView(
        user=person.user,
        name=person.name,
        role=person.role,
        tier=tier,
        languages=person.languages,
        speaks=call.language is None or call.language in person.languages,
        state=state.name,
        why_not_ready=str(why) if (why := why_not_ready(state)) else None,
        triggers=triggers(center, viewer.tier, tier, call),
    )


def triggers(center: Center, by: Tier | None, to: Tier, call: Call) -> tuple[Trigger, ...]:
    """The reasons for which the caller may be handed from one tier to the other."""
    if by is None:
        return ()
    reasons: tuple[Trigger, ...] = get_args(Trigger)
    tiers = center.pinned(call).tiers
    return tuple(one for one in reasons if why_not(tiers, to, one, by=by, served_by=call.served_by) is None)
