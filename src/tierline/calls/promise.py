"""A promise to ring the caller back: what it says, and when its time has come."""

from datetime import datetime

import msgspec

from tierline.calls.names import Ref


class Promise(msgspec.Struct, frozen=True, kw_only=True):
    """`since` is when it was made. `attempts` came to nothing so far; `not_before` keeps the next one at a
    distance from the last."""

    number: Ref
    since: datetime
    earliest: datetime | None = None
    latest: datetime | None = None
    rang_off: bool = False
    """Until then the caller still hears our good-bye, and would be engaged."""
    lifted: bool = False
    """The telephone that we rang was answered; until the attempt is over."""
    attempts: int = 0
    not_before: datetime | None = None

    def due(self) -> datetime:
        """From when on the caller stands in line again: the place is that of the original age, whatever the
        window."""
        return max(at for at in (self.since, self.earliest, self.not_before) if at)

    def used_up(self, most: int) -> bool:
        """Whether `most` attempts have been made."""
        return self.attempts >= most
