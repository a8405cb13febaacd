"""How long an office has for an answer."""

import msgspec


class Target(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One of the three. `calendar_days` are whole days where the agency is; the day of creation does not
    count. `business_days` are days on which the office is open, until it closes on the last of them; the day
    of creation does not count either. `business_hours` run while the office is open. Raises ValueError for
    none or several, and for nothing at all to do it in."""

    calendar_days: int | None = None
    business_days: int | None = None
    business_hours: float | None = None

    def __post_init__(self) -> None:
        given = [n for n in (self.calendar_days, self.business_days, self.business_hours) if n is not None]
        if len(given) != 1:
            raise ValueError("a target is one of calendar_days, business_days and business_hours")
        if given[0] <= 0:
            raise ValueError("a target is more than nothing")
