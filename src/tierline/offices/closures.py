"""Closures outside the published hours: an emergency, the weather, a training. They hold at once, whatever
the hours say."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Literal

import msgspec

from tierline.calls.names import Tier
from tierline.offices.hours import NO_HOLIDAYS, Holidays, WeeklyHours, is_open, next_opening
from tierline.offices.naming import in_language

ClosureKind = Literal["emergency", "weather", "training", "technical", "other"]


class Closure(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"from_": "from"}
):
    """From `from_` (aware) up to, not including, `until`; without an end until the agency publishes one.
    `says` by language is told to callers. Raises ValueError for times without an offset
    from UTC, or that end before they begin."""

    id: str
    from_: datetime
    until: datetime | None
    tiers: frozenset[Tier] | Literal["all"]
    kind: ClosureKind
    says: Mapping[str, str]

    def __post_init__(self) -> None:
        for named, at in (("from", self.from_), ("until", self.until)):
            if at is not None and at.tzinfo is None:
                raise ValueError(
                    f"{self.id}: `{named}` has no offset from UTC, as in 2026-11-24T08:00:00-05:00"
                )
        if self.until is not None and self.until <= self.from_:
            raise ValueError(f"{self.id}: it ends before it begins")
        if not self.says:
            raise ValueError(f"{self.id}: it says nothing to callers")

    def said(self, language: str) -> str:
        return in_language(self.says, language)

    def holds(self, tier: Tier, at: datetime) -> bool:
        concerned = self.tiers == "all" or tier in self.tiers
        return concerned and self.from_ <= at and (self.until is None or at < self.until)


class ClosuresFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`closures.yaml`."""

    closures: tuple[Closure, ...]


def closure_at(closures: Iterable[Closure], tier: Tier, now: datetime) -> Closure | None:
    """The first of those that hold, in the agency's own order."""
    return next((closure for closure in closures if closure.holds(tier, now)), None)


def reopens_at(
    closures: Iterable[Closure],
    tier: Tier,
    hours: WeeklyHours,
    at: datetime,
    holidays: Holidays = NO_HOLIDAYS,
) -> datetime | None:
    """The first moment after `at` at which the tier opens by its hours, or a closure ends within them; None
    if a closure without an end comes before, or the hours have no opening within 400 days."""
    closures = tuple(closures)
    moment: datetime | None = at
    while moment is not None:
        if closure := closure_at(closures, tier, moment):
            moment = closure.until
        elif moment > at and is_open(hours, moment, holidays):
            return moment
        else:
            moment = next_opening(hours, moment, holidays)
    return None
