"""What is more than the center takes, as long as it is so: lines that are full, and calls at the door."""

from datetime import datetime

import msgspec

from tierline.acd.capacity import FullLine
from tierline.acd.waiting import QueueName
from tierline.ports.door import TurnedAway


class Crowd(msgspec.Struct, frozen=True):
    """More calls than the center carries, `since` then: so many were turned away at the door, the `last`
    not long ago."""

    since: datetime
    last: datetime
    calls: int


class Overload:
    def __init__(self) -> None:
        self.lines: dict[QueueName, FullLine] = {}
        self.crowd: Crowd | None = None
        self.turned_away: TurnedAway | None = None
        """At the door, of all time; None until it was counted."""
