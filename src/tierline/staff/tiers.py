"""The levels of live assistance, as the agency publishes them (`tiers.yaml`)."""

from datetime import datetime

import msgspec

from tierline.calls.names import Tier
from tierline.offices.hours import Holidays, WeeklyHours, is_open, next_opening
from tierline.offices.provenance import Sourced


class TierRules(Sourced, frozen=True):
    """`names` by language. `ring_seconds`: how long one agent is rung. `wrap_up_seconds`: after a call,
    before the next. `announce_seconds`: between two announcements of a waiting caller's position."""

    id: Tier
    names: dict[str, str]
    hours: WeeklyHours
    ring_seconds: int
    wrap_up_seconds: int
    announce_seconds: int


class TiersFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`tiers.yaml`, rising."""

    tiers: tuple[TierRules, ...]
    holidays: Holidays

    def tier(self, tier: Tier) -> TierRules:
        """Raises KeyError for a tier that the agency does not have."""
        by_id = {rules.id: rules for rules in self.tiers}
        return by_id[tier]

    def is_open(self, tier: Tier, at: datetime) -> bool:
        return is_open(self.tier(tier).hours, at, self.holidays)

    def next_opening(self, tier: Tier, at: datetime) -> datetime | None:
        return next_opening(self.tier(tier).hours, at, self.holidays)
