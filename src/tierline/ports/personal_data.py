"""How long personal values are kept: what is due by the schedule, what is held, what was destroyed."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import datetime

import msgspec

from tierline.calls.names import CallId, Ref
from tierline.ports.value import Value
from tierline.privacy.hold import Hold, Released
from tierline.privacy.record import Disposition, Record
from tierline.privacy.schedule import PrivacyFile


class NoSuchHold(Exception):
    """There is none of this name, or it was released already."""


class Due(msgspec.Struct, frozen=True):
    """`held`: it would be destroyed, were it not for a hold."""

    record: Record
    since: datetime
    due_at: datetime
    held: bool


class PersonalData(ABC):
    """Every method raises StoreAway."""

    @abstractmethod
    async def due(self, schedule: PrivacyFile, now: datetime, limit: int) -> Sequence[Due]:
        """Those of which the time has passed, series by series and the oldest first; what is held is among
        them."""

    @abstractmethod
    async def dispose(self, schedule: PrivacyFile, now: datetime, limit: int) -> Sequence[Disposition]:
        """Destroys the keys of as many as are due and not held, and puts it on record: all of it durable when
        it returns, or nothing. What is held is looked at in the same transaction. Fewer than `limit`: there
        were no more."""

    @abstractmethod
    async def disposed(self, refs: Sequence[Ref]) -> dict[Ref, Disposition]:
        """Those of these that stand for nothing any more, with why."""

    @abstractmethod
    async def dispositions(self, call: CallId) -> Sequence[Disposition]:
        """Of all records of this call, in the order in which they happened."""

    @abstractmethod
    async def hold(self, hold: Hold, values: Sequence[Value]) -> None:
        """Holds from then on, whoever disposes. `values` are what it refers to. Raises Conflict for one that
        exists."""

    @abstractmethod
    async def release(self, hold: str, released: Released, values: Sequence[Value]) -> None:
        """Raises NoSuchHold."""

    @abstractmethod
    async def holds(self) -> Sequence[Hold]:
        """All there ever were, oldest first."""

    @abstractmethod
    async def calls_held(self, hold: str) -> int:
        """How many calls on record it is about, released or not."""

    @abstractmethod
    async def is_held(self, call: CallId) -> bool: ...
