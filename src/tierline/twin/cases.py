"""A case system in memory, which can be away, slow, or talk nonsense."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from datetime import date

from tierline.ports.case_system import AT_EASE, Act, Asked, CaseRecord, CaseSystem, CaseSystemAway, NotDone


async def _at_once() -> None:
    """As a rule."""


class MemoryCases(CaseSystem):
    """`away` makes it stop answering, `nonsense` answer what nobody asked, `refuses` do nothing; `delay` is
    awaited before every answer. `done` is what was done in it, by key."""

    def __init__(self, cases: Iterable[CaseRecord] = ()) -> None:
        self.cases = {case.receipt: case for case in cases}
        self.away = False
        self.nonsense = False
        self.delay: Callable[[], Awaitable[None]] = _at_once
        self.refuses = False
        self.done: dict[str, Act] = {}

    async def find(self, receipts: Sequence[str], asked: Asked = AT_EASE) -> list[CaseRecord]:
        await self.delay()
        if self.away:
            raise CaseSystemAway("the case system in memory is away")
        if self.nonsense:
            return [_NONSENSE]
        return [self.cases[receipt] for receipt in dict.fromkeys(receipts) if receipt in self.cases]

    async def act(self, act: Act) -> str:
        """Each key once; numbered in order."""
        await self.delay()
        if self.away:
            raise CaseSystemAway("the case system in memory is away")
        if self.refuses:
            raise NotDone("the case system in memory refuses")
        self.done.setdefault(act.key, act)
        return f"D-{[*self.done].index(act.key) + 1}"


_NONSENSE = CaseRecord(
    receipt="ZZZ0000000000",
    form="?",
    status="?",
    status_texts={},
    next_steps={},
    updated=date.min,
    received=date.max,
    applicant="",
    date_of_birth=date.max,
    zip="?",
    file_office="?",
    processing_office="?",
    normal_months=-1,
)
"""Of another case, without words, and received after it was updated."""
