"""The tiers of live assistance: their published hours and their pace."""

import msgspec

from tierline.calls.names import Tier
from tierline.offices.hours import WeeklyHours
from tierline.offices.provenance import Sourced


class NoSuchTier(Exception):
    """An agency has the tiers that it names, not always all of them."""


class TierOfService(Sourced, frozen=True):
    """Seconds: how long a phone rings before the call goes to another agent, what is left to note a call down
    afterwards, how often a waiting caller hears the position, and how long a call usually takes with all that
    is noted down after it (for telling the wait)."""

    id: Tier
    names: dict[str, str]
    hours: WeeklyHours
    ring_seconds: float = 20
    wrap_up_seconds: float = 30
    announce_seconds: float = 45
    handle_seconds: float = 480


class TiersFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`tiers.yaml`."""

    tiers: tuple[TierOfService, ...]

    def has(self, tier: Tier) -> bool:
        return any(known.id == tier for known in self.tiers)

    def tier(self, tier: Tier) -> TierOfService:
        """Raises NoSuchTier."""
        for known in self.tiers:
            if known.id == tier:
                return known
        raise NoSuchTier(
            f"this agency has no tier {tier}: its tiers are {', '.join(t.id for t in self.tiers)}"
        )
