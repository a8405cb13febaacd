"""Agents on duty, and callers before this one, when a rehearsed call begins."""

from collections.abc import Mapping

import msgspec

from tierline.calls.names import AgentId, LegId, Tier
from tierline.desk import duty
from tierline.desk.queueing import join_queue
from tierline.ports.agency import Agency
from tierline.staff.person import TIER_OF, Person
from tierline.twin.rehearsal import Rehearsal

_ROLE_OF = {tier: role for role, tier in TIER_OF.items()}


def by_tier(agency: Agency, written: Mapping[str, int]) -> dict[Tier, int]:
    """Raises ValueError for a tier that the agency does not have."""
    tiers = {str(tier.id): tier.id for tier in agency.tiers.tiers}
    if unknown := written.keys() - tiers.keys():
        raise ValueError(f"there is no tier {min(unknown)}; the tiers are {', '.join(tiers)}")
    return {tiers[tier]: count for tier, count in written.items()}


def staffed(agency: Agency, ready: Mapping[Tier, int]) -> Agency:
    """The agency with so many further, invented people of each tier, who speak all its languages."""
    return msgspec.structs.replace(agency, staff={**agency.staff, **_invented(agency, ready)})


def all_ready(rehearsal: Rehearsal, ready: Mapping[Tier, int]) -> None:
    """Those people sign in and become ready."""
    for agent in _invented(rehearsal.agency, ready):
        rehearsal.do(_comes(rehearsal, agent))


def all_waiting(rehearsal: Rehearsal, ahead: Mapping[Tier, int]) -> None:
    """So many callers of the agency's first language ask for each tier. Whoever of them is presented to an
    agent is served; the others wait."""
    for tier, count in ahead.items():
        for _ in range(count):
            leg = rehearsal.offer(rehearsal.agency.profile.numbers[0], None)
            rehearsal.do(_waits(rehearsal, leg, tier))
            for ringing in list(rehearsal.switch.ringing.values()):
                rehearsal.switch.agent_answers(ringing)
                rehearsal.settle()


async def _waits(rehearsal: Rehearsal, leg: LegId, tier: Tier) -> None:
    center = rehearsal.center
    async with center.turn(center.legs[leg]) as call:
        assert call is not None
        await join_queue(center, call, tier, "called before")


async def _comes(rehearsal: Rehearsal, agent: AgentId) -> None:
    await duty.phone(rehearsal.center, agent, "desk")
    duty.ready(rehearsal.center, agent)


def _invented(agency: Agency, ready: Mapping[Tier, int]) -> dict[AgentId, Person]:
    people = [
        Person(
            user=AgentId(f"rehearsed-{tier}-{nth}"),
            name=f"Sample Agent {nth}",
            role=_ROLE_OF[tier],
            number="0000",
            employment="federal",
            languages=agency.profile.languages,
        )
        for tier, count in ready.items()
        for nth in range(1, count + 1)
    ]
    return {person.user: person for person in people}
