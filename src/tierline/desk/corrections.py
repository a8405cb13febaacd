"""The corrections that hold and that the agents concerned have not read yet: what each screen shows of them.

A screen is drawn often and corrections are few: they are remembered until there is another.
"""

import asyncio
from collections.abc import Mapping
from datetime import timedelta

import msgspec

from tierline.calls.names import AgentId, Ref
from tierline.calls.reviewed import Review, corrections
from tierline.ports.clock import Clock
from tierline.ports.store import Store, StoreAway

WITHIN = timedelta(days=30)
"""Older ones are on record alone."""


class Notice(msgspec.Struct, frozen=True, kw_only=True):
    """`own_words` are those that were corrected; empty of a script, whose words may not be in force any
    more."""

    review: Review
    own_words: str
    instead: str
    why: str


class Corrections:
    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._known: Mapping[AgentId, tuple[Notice, ...]] | None = None
        self._changes = 0
        self._reading = asyncio.Lock()

    async def of(self, agent: AgentId) -> tuple[Notice, ...]:
        """Newest first. None that can be told while the database is away."""
        try:
            async with self._reading:
                while self._known is None:
                    await self._read()
        except StoreAway:
            return ()
        return self._known.get(agent, ())

    def changed(self) -> None:
        """There is another, or one was read."""
        self._changes += 1
        self._known = None

    async def _read(self) -> None:
        before = self._changes
        history = await self._store.reviews(self._clock.now() - WITHIN)
        unread = [review for review in corrections(history) if review.seen is None]
        refs = [ref for review in unread for ref in _refs(review)]
        words = await self._store.values(refs) if refs else {}
        known: dict[AgentId, tuple[Notice, ...]] = {}
        for review in unread:
            known[review.agent] = (*known.get(review.agent, ()), _notice(review, words))
        if before == self._changes:  # else what was read may be older than the last change
            self._known = known


def _refs(review: Review) -> list[Ref]:
    own_words = [] if review.script else [review.of.said]
    return [*own_words, *(ref for ref in (review.instead, review.why) if ref)]


def _notice(review: Review, words: Mapping[Ref, str]) -> Notice:
    return Notice(
        review=review,
        own_words="" if review.script else words.get(review.of.said, ""),
        instead=words.get(review.instead, "") if review.instead else "",
        why=words.get(review.why, "") if review.why else "",
    )
