"""What a caller needs of an agent, and what an agent is able to do."""

import msgspec

from tierline.calls.names import AgentId, Tier


class Ability(msgspec.Struct, frozen=True, cache_hash=True):
    tier: Tier
    languages: frozenset[str]
    skills: frozenset[str] = frozenset()
    site: str = ""


class Need(msgspec.Struct, frozen=True, cache_hash=True):
    """Any one of `languages`, all of `skills`, at one of `sites` (None: wherever). `agent` is for a caller
    whom one agent knows already: nobody else will do."""

    tier: Tier
    languages: frozenset[str]
    skills: frozenset[str] = frozenset()
    sites: frozenset[str] | None = None
    agent: AgentId | None = None


def meets(ability: Ability, need: Need) -> bool:
    """Whether such an agent can help such a caller; which agent it is, is not asked."""
    return (
        ability.tier == need.tier
        and not ability.languages.isdisjoint(need.languages)
        and need.skills <= ability.skills
        and (need.sites is None or ability.site in need.sites)
    )
