"""The case system of a practice call: it knows the one case that is practised, and asks nobody."""

from collections.abc import Sequence

import msgspec

from tierline.ports.case_system import AT_EASE, Asked, CaseRecord, CaseSystem
from tierline.practice.case import PracticeCase


class PracticeCases(CaseSystem):
    def __init__(self, case: PracticeCase | None) -> None:
        self._facts = case.facts if case else None

    async def find(self, receipts: Sequence[str], asked: Asked = AT_EASE) -> list[CaseRecord]:
        if self._facts is None or self._facts.receipt not in receipts:
            return []
        return [CaseRecord(**msgspec.structs.asdict(self._facts))]
