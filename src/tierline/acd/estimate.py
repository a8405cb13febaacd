"""How long a caller will wait, said as a band: nobody can promise a minute."""

from itertools import pairwise

import msgspec

BANDS = (0, 5, 10, 20, 30, 45, 60, 90, 120)
"""Minutes at which bands begin and end; what is beyond is said as more than the last."""


class Band(msgspec.Struct, frozen=True):
    """`low` to `high` minutes; `high` 0 for more than `low`."""

    low: int
    high: int


def wait_minutes(ahead: int, agents: int, handle_seconds: float) -> float:
    """For a caller with `ahead` others before them, served by `agents` people of the tier (at least one) who
    each take `handle_seconds` a call, wrap-up included: while all are busy, a call is over every
    handle_seconds / agents on average."""
    return (ahead + 1) * handle_seconds / agents / 60


def wait_band(minutes: float) -> Band:
    for low, high in pairwise(BANDS):
        if minutes <= high:
            return Band(low, high)
    return Band(BANDS[-1], 0)
