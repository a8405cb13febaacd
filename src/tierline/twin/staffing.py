"""Agents who are ready when a rehearsed call begins."""

from collections.abc import Mapping

import msgspec

from tierline.calls.names import AgentId, Tier
from tierline.desk import duty
from tierline.ports.agency import Agency
from tierline.staff.person import TIER_OF, Person
from tierline.twin.rehearsal import Rehearsal

_ROLE_OF = {tier: role for role, tier in TIER_OF.items()}


def by_tier(agency: Agency, written: Mapping[str, int]) -> dict[Tier, int]:
    """Raises ValueError for a tier that the agency does not have."""
    tiers = {str(tier.id): tier.id for tier in agency.tiers.tiers}
    if unknown := written.keys() - tiers.keys():
        raise ValueError(f"staff: there is no tier {min(unknown)}; the tiers are {', '.join(tiers)}")
    return {tiers[tier]: count for tier, count in written.items()}


def staffed(agency: Agency, ready: Mapping[Tier, int]) -> Agency:
    """The agency with so many further, invented people of each tier, who speak all its languages."""
    return msgspec.structs.replace(agency, staff={**agency.staff, **_invented(agency, ready)})


def all_ready(rehearsal: Rehearsal, ready: Mapping[Tier, int]) -> None:
    """Those people sign in and become ready."""
    for agent in _invented(rehearsal.agency, ready):
        rehearsal.do(_comes(rehearsal, agent))


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
