"""A system that is asked about one receipt number at a time, asked about several."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from tierline.cases.over_http import is_askable
from tierline.ports.case_system import CaseRecord, CaseSystemAway

Ask = Callable[[str], Awaitable[CaseRecord | None]]


async def each_receipt(receipts: Sequence[str], ask: Ask) -> list[CaseRecord]:
    """At once; where one fails the others are given up. Raises CaseSystemAway."""
    try:
        async with asyncio.TaskGroup() as group:
            asking = [
                group.create_task(_one(ask, receipt))
                for receipt in dict.fromkeys(receipts)
                if is_askable(receipt)
            ]
    except* CaseSystemAway as away:
        raise _first(away) from None
    return [record for task in asking if (record := task.result())]


async def _one(ask: Ask, receipt: str) -> CaseRecord | None:
    return await ask(receipt)


def _first(away: BaseExceptionGroup[CaseSystemAway]) -> CaseSystemAway:
    first = away.exceptions[0]
    return first if isinstance(first, CaseSystemAway) else _first(first)
