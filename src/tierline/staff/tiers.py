"""The tiers of live assistance: their published hours and their pace."""

from datetime import timedelta
from typing import Annotated

import msgspec

from tierline.calls.dialling import HOME
from tierline.calls.names import Tier, Trigger
from tierline.offices.hours import WeeklyHours
from tierline.offices.provenance import Sourced


class NoSuchTier(Exception):
    """An agency has the tiers that it names, not always all of them."""


class TierOfService(Sourced, frozen=True):
    """Seconds: how long a phone rings before the call goes to another agent, what is left to note a call down
    afterwards, by how much the agent may make that longer, once a call (0: not at all), how often a waiting
    caller hears the position, and how long a call usually takes with all that is noted down after it (for
    telling the wait).

    `escalates` has the reasons for which a call of this tier may be handed to a higher one; to a tier that is
    not named: for any that the policy knows."""

    id: Tier
    names: dict[str, str]
    hours: WeeklyHours
    ring_seconds: float = 20
    wrap_up_seconds: float = 30
    wrap_up_extension_seconds: Annotated[float, msgspec.Meta(ge=0)] = 0
    announce_seconds: float = 45
    handle_seconds: float = 480
    escalates: dict[Tier, frozenset[Trigger]] = msgspec.field(default_factory=dict)

    @property
    def wrap_up_extension(self) -> timedelta:
        return timedelta(seconds=self.wrap_up_extension_seconds)


class TiersFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`tiers.yaml`. Of callbacks: how often a caller is tried, seconds between two tries and for which their
    telephone rings, minutes of a window that can be chosen, and the countries (ISO 3166) that are rung at
    all."""

    tiers: tuple[TierOfService, ...]
    callback_attempts: Annotated[int, msgspec.Meta(ge=1)] = 3
    callback_spacing_seconds: Annotated[float, msgspec.Meta(ge=0)] = 300
    callback_ring_seconds: Annotated[float, msgspec.Meta(gt=0)] = 30
    callback_window_minutes: Annotated[int, msgspec.Meta(ge=1)] = 120
    callback_countries: frozenset[str] = HOME

    @property
    def callback_window(self) -> timedelta:
        return timedelta(minutes=self.callback_window_minutes)

    @property
    def callback_spacing(self) -> timedelta:
        return timedelta(seconds=self.callback_spacing_seconds)

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
