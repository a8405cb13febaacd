"""Who looked at whose record, in memory."""

from collections.abc import Callable, Sequence

from tierline.calls.names import CallId
from tierline.ports.privacy_records import PrivacyRecords
from tierline.privacy.accesses import Access


class MemoryPrivacyRecords(PrivacyRecords):
    def __init__(self, answers: Callable[[], None]) -> None:
        self._answers = answers
        self._accesses: dict[str, Access] = {}

    async def keep(self, accesses: Sequence[Access]) -> None:
        self._answers()
        self._accesses = {access.id: access for access in accesses} | self._accesses

    async def accesses(self, calls: Sequence[CallId]) -> Sequence[Access]:
        self._answers()
        found = [access for access in self._accesses.values() if access.call in calls]
        return sorted(found, key=lambda access: (access.at, access.id))
