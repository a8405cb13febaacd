"""Several systems as one: all are asked at once, and each field says which of them it is from."""

import asyncio
from collections.abc import Sequence

from msgspec.structs import replace

from tierline.cases.fields import joined
from tierline.cases.steady import SteadySystem
from tierline.ports.case_system import (
    AT_EASE,
    Act,
    Asked,
    ByHand,
    CaseRecord,
    CaseSystem,
    CaseSystemAway,
)


class JoinedSystems(CaseSystem):
    """In the agency's order: of a field that several give, the first counts. Whether there is a case is for
    the needed ones to say, where there are any."""

    def __init__(self, systems: Sequence[SteadySystem]) -> None:
        self._systems = tuple(systems)

    async def find(self, receipts: Sequence[str], asked: Asked = AT_EASE) -> list[CaseRecord]:
        """One that fails leaves the others, unless nothing may be told without it: it is needed, or has to
        say what is `newest`."""
        systems = [system for system in self._systems if _is_asked(system, asked)]
        answers = await asyncio.gather(*(_answer(system, receipts, asked) for system in systems))
        told = list(zip(systems, answers, strict=True))
        away = [system for system, answer in told if answer is None]
        for system in away:
            if system.is_needed or asked.newest & system.settings.gives:
                raise CaseSystemAway(f"{system.settings.id} does not answer")
        if away and len(away) == len(systems):
            raise CaseSystemAway("none of the systems answers")
        unanswered = tuple(system.unanswered() for system in away)
        found = []
        for receipt in dict.fromkeys(receipts):
            records = [record for _, answer in told for record in answer or () if record.receipt == receipt]
            if records and _exists(told, receipt):
                found.append(replace(joined(records), unanswered=unanswered))
        return found

    async def act(self, act: Act) -> str:
        for system in self._systems:
            if system.settings.id == act.system:
                return await system.act(act)
        raise ByHand


Told = Sequence[tuple[SteadySystem, list[CaseRecord] | None]]


def _is_asked(system: SteadySystem, asked: Asked) -> bool:
    roles = system.settings.asked_for
    return asked.role is None or not roles or asked.role in roles


async def _answer(system: SteadySystem, receipts: Sequence[str], asked: Asked) -> list[CaseRecord] | None:
    try:
        return await system.find(receipts, asked)
    except CaseSystemAway:
        return None


def _exists(told: Told, receipt: str) -> bool:
    deciding = [answer for system, answer in told if system.is_needed] or [answer for _, answer in told]
    return any(record.receipt == receipt for answer in deciding for record in answer or ())
