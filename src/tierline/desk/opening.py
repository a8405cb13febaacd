"""Whether a tier of live assistance is there now, by its published hours (policy B2.1) and the closures in
force."""

from datetime import datetime

from tierline.calls.names import Tier
from tierline.desk import wording
from tierline.desk.center import Center
from tierline.offices import hours
from tierline.offices.closures import Closure, closure_at, reopens_at


def is_open(center: Center, tier: Tier, *, at: datetime | None = None) -> bool:
    """Now, if no other moment is asked about. A closure holds also where a trial serves at any hour."""
    if not center.agency.tiers.has(tier) or closed_for(center, tier, at=at):
        return False
    published = center.agency.tiers.tier(tier).hours
    return center.always_open or hours.is_open(published, at or center.clock.now(), center.agency.holidays)


def closed_for(center: Center, tier: Tier, *, at: datetime | None = None) -> Closure | None:
    """The closure that holds now, or will."""
    return closure_at(center.agency.closures, tier, at or center.clock.now())


def opens_next(center: Center, tier: Tier, language: str) -> str:
    """In words; empty for a tier that has no hours at all, or is closed for a time that nobody knows yet."""
    if not center.agency.tiers.has(tier):
        return ""
    agency, now = center.agency, center.clock.now()
    published = agency.tiers.tier(tier).hours
    at = reopens_at(agency.closures, tier, published, now, agency.holidays)
    return wording.moment(at, published, language) if at else ""
