"""When a system that fails is left alone, and when it is tried again."""

from datetime import datetime, timedelta
from typing import Literal

import msgspec
from msgspec.structs import replace


class Patience(msgspec.Struct, frozen=True):
    """So many failures in a row, and it rests for so long."""

    failures: int
    rest: timedelta


class Breaker(msgspec.Struct, frozen=True, kw_only=True):
    """`failing_since` is the first failure of those in a row. `opened` is when it was last left alone; while
    it is `trying`, one question is under way that decides."""

    failed: int = 0
    failing_since: datetime | None = None
    opened: datetime | None = None
    trying: bool = False


CLOSED = Breaker()


def state(breaker: Breaker, patience: Patience, now: datetime) -> Literal["closed", "open", "half-open"]:
    """Open: nothing is asked. Half-open: the rest is over, and one question may be tried."""
    if breaker.opened is None:
        return "closed"
    return "half-open" if now - breaker.opened >= patience.rest else "open"


def may_ask(breaker: Breaker, patience: Patience, now: datetime) -> bool:
    match state(breaker, patience, now):
        case "closed":
            return True
        case "half-open":
            return not breaker.trying
        case _:
            return False


def asked(breaker: Breaker) -> Breaker:
    """A question goes out; of a breaker that was opened, it is the one that decides."""
    return replace(breaker, trying=True) if breaker.opened else breaker


def answered() -> Breaker:
    return CLOSED


def failed(breaker: Breaker, patience: Patience, now: datetime) -> Breaker:
    """A question that fails when others opened it meanwhile does not prolong the rest."""
    since = breaker.failing_since or now
    if breaker.opened and not breaker.trying:
        return replace(breaker, failed=breaker.failed + 1)
    count = breaker.failed + 1
    opened = now if breaker.trying or count >= patience.failures else None
    return Breaker(failed=count, failing_since=since, opened=opened)


def left_off(breaker: Breaker) -> Breaker:
    """Whoever asked went away before the answer came: another may try."""
    return replace(breaker, trying=False)
