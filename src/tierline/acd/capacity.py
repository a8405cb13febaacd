"""How much a line takes: whoever comes when it is full is told so, and not left to wait in vain."""

from datetime import datetime
from typing import Annotated, Literal

import msgspec

AtLeastOne = Annotated[int, msgspec.Meta(ge=1)]

ROOM_AGAIN = 0.75
"""Of its capacity: a line that falls to this is no longer called full. Between the two it takes a caller as
one leaves, and is told of as one spell."""


class Capacity(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """At most so many callers `waiting` in the line, those to be called back among them, and nobody more
    while the wait of the next is reckoned to be longer than `wait_minutes`: either, or both."""

    waiting: AtLeastOne | None = None
    wait_minutes: AtLeastOne | None = None

    def __post_init__(self) -> None:
        """Raises ValueError (msgspec's ValidationError when decoding) for one that bounds nothing."""
        if self.waiting is None and self.wait_minutes is None:
            raise ValueError("a capacity names `waiting`, `wait_minutes` or both")


class FullLine(msgspec.Struct, frozen=True):
    """Full `since` then, and until it has room again. `turned_away` counts those it did not take."""

    since: datetime
    turned_away: int = 0


class Reached(msgspec.Struct, frozen=True):
    """`bound` is what there is no more of, `most` what it allows."""

    bound: Literal["waiting", "wait_minutes"]
    most: int


def reached(capacity: Capacity, waiting: int, minutes: float | None) -> Reached | None:
    """None while the line takes one more. `minutes` is the wait of the next caller; None, while nobody can
    reckon it, is no reason to turn anybody away."""
    if capacity.waiting is not None and waiting >= capacity.waiting:
        return Reached("waiting", capacity.waiting)
    if capacity.wait_minutes is not None and minutes is not None and minutes > capacity.wait_minutes:
        return Reached("wait_minutes", capacity.wait_minutes)
    return None


def has_room_again(capacity: Capacity, waiting: int, minutes: float | None) -> bool:
    fewer = capacity.waiting is None or waiting <= capacity.waiting * ROOM_AGAIN
    sooner = capacity.wait_minutes is None or (minutes or 0) <= capacity.wait_minutes * ROOM_AGAIN
    return fewer and sooner
