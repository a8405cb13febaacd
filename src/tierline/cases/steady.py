"""What stands between the port and every adapter: a bound of time, a breaker, answers kept with their age,
and nothing taken that was not asked for."""

import asyncio
from collections.abc import Mapping, Sequence, Set
from datetime import datetime, timedelta

import msgspec
import structlog
from msgspec.structs import replace

from tierline.cases import breaker
from tierline.cases.breaker import CLOSED, Patience
from tierline.cases.fields import only
from tierline.ports.case_system import (
    AT_EASE,
    Act,
    Asked,
    ByHand,
    CaseRecord,
    CaseSystem,
    CaseSystemAway,
    Source,
    Unanswered,
)
from tierline.ports.case_systems_file import System
from tierline.ports.clock import Clock

log = structlog.get_logger()

MOST_KEPT = 10_000
"""Receipts, of each system; the oldest go first."""


class _Kept(msgspec.Struct, frozen=True):
    """That there is no such case is kept too, or it would be known by how long the answer takes."""

    at: datetime
    record: CaseRecord | None


class SteadySystem(CaseSystem):
    """Answers of this system's fields alone. `is_needed`: without it nothing is told of any case."""

    def __init__(self, system: CaseSystem, settings: System, clock: Clock, *, is_needed: bool) -> None:
        self.settings = settings
        self.is_needed = is_needed
        self._system = system
        self._clock = clock
        self._patience = Patience(settings.failures, timedelta(seconds=settings.rest_seconds))
        self._breaker = CLOSED
        self._kept: dict[str, _Kept] = {}

    def unanswered(self) -> Unanswered:
        since = self._breaker.failing_since or self._clock.now()
        return Unanswered(self.settings.id, self.settings.names, since)

    async def find(self, receipts: Sequence[str], asked: Asked = AT_EASE) -> list[CaseRecord]:
        """With what it said before, marked as stale, where it does not answer now."""
        wanted = tuple(dict.fromkeys(receipts))
        anew = bool(asked.newest & self.settings.gives)
        before = {receipt: kept for receipt in wanted if (kept := self._kept.get(receipt))}
        to_ask = [receipt for receipt in wanted if anew or not self._is_fresh(before.get(receipt))]
        if not to_ask:
            return self._told(wanted, before)
        try:
            new = await self._ask(to_ask)
        except CaseSystemAway:
            if anew or not all(self._may_be_shown(before.get(receipt)) for receipt in to_ask):
                raise
            return self._told(wanted, before)
        return self._told(wanted, {**before, **new}, new.keys())

    async def act(self, act: Act) -> str:
        """What was known of the case before it was done is not told again."""
        action = self.settings.action(act.action)
        if action is None or action.writing is None:
            raise ByHand
        try:
            async with asyncio.timeout(self.settings.timeout_seconds):
                number = await self._system.act(act)
        except TimeoutError:
            raise CaseSystemAway("it did not answer in time") from None
        self._kept.pop(act.receipt, None)
        return number

    async def _ask(self, receipts: Sequence[str]) -> Mapping[str, _Kept]:
        """Raises CaseSystemAway."""
        if not breaker.may_ask(self._breaker, self._patience, self._clock.now()):
            raise CaseSystemAway("it has failed too often, and is left alone for a while")
        self._breaker = breaker.asked(self._breaker)
        try:
            found = await self._answer(receipts)
        except CaseSystemAway as away:
            self._breaker = breaker.failed(self._breaker, self._patience, self._clock.now())
            log.warning("a case system does not answer", system=self.settings.id, why=str(away))
            raise
        except BaseException:
            self._breaker = breaker.left_off(self._breaker)
            raise
        self._breaker = breaker.answered()
        return self._keep(receipts, found)

    async def _answer(self, receipts: Sequence[str]) -> dict[str, CaseRecord]:
        try:
            async with asyncio.timeout(self.settings.timeout_seconds):
                found = await self._system.find(receipts)
        except TimeoutError:
            raise CaseSystemAway("it did not answer in time") from None
        if any(record.receipt not in receipts for record in found):
            raise CaseSystemAway("it answers with a case that nobody asked for")
        return {record.receipt: record for record in found}

    def _keep(self, receipts: Sequence[str], found: dict[str, CaseRecord]) -> Mapping[str, _Kept]:
        now = self._clock.now()
        source = Source(self.settings.id, self.settings.names, now)
        new = {}
        for receipt in receipts:
            record = found.get(receipt)
            new[receipt] = _Kept(now, only(record, self.settings.gives, source) if record else None)
            self._kept.pop(receipt, None)  # so that the oldest is always the first
        self._kept |= new
        self._forget()
        return new

    def _forget(self) -> None:
        """What is too old to be told, or too much."""
        longest = max(self.settings.keep_seconds, self.settings.fresh_seconds)
        while self._kept:
            receipt, kept = next(iter(self._kept.items()))
            if self._age(kept) < longest and len(self._kept) <= MOST_KEPT:
                return
            del self._kept[receipt]

    def _age(self, kept: _Kept) -> float:
        """In seconds."""
        return (self._clock.now() - kept.at).total_seconds()

    def _is_fresh(self, kept: _Kept | None) -> bool:
        return kept is not None and self._age(kept) < self.settings.fresh_seconds

    def _may_be_shown(self, kept: _Kept | None) -> bool:
        """Though the system does not answer now."""
        return kept is not None and self._age(kept) < self.settings.keep_seconds

    def _told(
        self, wanted: Sequence[str], known: Mapping[str, _Kept], new: Set[str] = frozenset()
    ) -> list[CaseRecord]:
        """What was asked this moment is not stale, however short an answer counts as new."""
        return [
            kept.record if receipt in new or self._is_fresh(kept) else _stale(kept.record)
            for receipt in wanted
            if (kept := known[receipt]).record
        ]


def _stale(record: CaseRecord) -> CaseRecord:
    sources = {field: replace(source, stale=True) for field, source in record.sources.items()}
    return replace(record, sources=sources)
