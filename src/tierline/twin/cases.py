"""A case system in memory, which can be away."""

from collections.abc import Iterable, Sequence

from tierline.ports.case_system import CaseRecord, CaseSystem, CaseSystemAway


class MemoryCases(CaseSystem):
    """Set `away` to make it stop answering."""

    def __init__(self, cases: Iterable[CaseRecord] = ()) -> None:
        self.cases = {case.receipt: case for case in cases}
        self.away = False

    async def find(self, receipts: Sequence[str]) -> list[CaseRecord]:
        if self.away:
            raise CaseSystemAway("the sample case system is away")
        return [self.cases[receipt] for receipt in dict.fromkeys(receipts) if receipt in self.cases]
