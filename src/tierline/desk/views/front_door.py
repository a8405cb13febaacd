"""What anyone may know about the center: its name, number, and when its people are there."""

import msgspec

from tierline.calls.names import Tier
from tierline.desk import wording
from tierline.desk.center import Center
from tierline.desk.opening import is_open
from tierline.offices.hours import WeeklyHours
from tierline.staff.tiers import TierOfService


class HoursView(msgspec.Struct, frozen=True, rename={"from_": "from"}):
    days: str
    from_: str
    to: str


class TierView(msgspec.Struct, frozen=True, kw_only=True):
    id: Tier
    name: dict[str, str]
    hours: tuple[HoursView, ...]
    open: bool


class FrontDoor(msgspec.Struct, frozen=True, kw_only=True):
    name: dict[str, str]
    languages: tuple[str, ...]
    number: str
    sip: str
    trial: bool
    disclaimer: dict[str, str]
    tiers: tuple[TierView, ...]


def front_door(center: Center, *, sip: str, trial: bool) -> FrontDoor:
    profile = center.agency.profile
    return FrontDoor(
        name=profile.name,
        languages=profile.languages,
        number=profile.numbers[0],
        sip=sip,
        trial=trial,
        disclaimer=profile.disclaimer,
        tiers=tuple(_tier(center, tier) for tier in center.agency.tiers.tiers),
    )


def _tier(center: Center, tier: TierOfService) -> TierView:
    return TierView(id=tier.id, name=tier.names, hours=_hours(tier.hours), open=is_open(center, tier.id))


def _hours(hours: WeeklyHours) -> tuple[HoursView, ...]:
    return tuple(HoursView(*run) for run in wording.weekly(hours, "en"))
