"""Whether a tier of live assistance is there now, by its published hours (policy B2.1)."""

from tierline.calls.names import Tier
from tierline.desk import wording
from tierline.desk.center import Center
from tierline.offices import hours


def is_open(center: Center, tier: Tier) -> bool:
    published = center.agency.tiers.tier(tier).hours
    return center.always_open or hours.is_open(published, center.clock.now(), center.agency.holidays)


def opens_next(center: Center, tier: Tier, language: str) -> str:
    """In words; empty for a tier that has no hours at all."""
    published = center.agency.tiers.tier(tier).hours
    at = hours.next_opening(published, center.clock.now(), center.agency.holidays)
    return wording.moment(at, published, language) if at else ""
