"""Where it is kept who saw, copied or took out what of somebody's record, beside the calls themselves."""

from abc import ABC, abstractmethod
from collections.abc import Sequence

from tierline.calls.names import CallId
from tierline.privacy.accesses import Access


class PrivacyRecords(ABC):
    @abstractmethod
    async def keep(self, accesses: Sequence[Access]) -> None:
        """Durable when it returns. One of an id that is kept already is left as it is. Raises StoreAway, as
        all here."""

    @abstractmethod
    async def accesses(self, calls: Sequence[CallId]) -> Sequence[Access]:
        """Those of any of these calls, oldest first."""
