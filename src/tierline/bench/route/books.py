"""The calls of the benchmark in a database, as a center keeps them."""

import secrets
from collections.abc import Sequence
from datetime import UTC, datetime

from tierline.acd.router import Present
from tierline.bench.route.people import wants
from tierline.calls.events import (
    Answered,
    AnyEvent,
    Arrived,
    Ended,
    LanguageChosen,
    Presented,
    Queued,
    Recorded,
)
from tierline.calls.fold import fold
from tierline.calls.names import CallId, LegId
from tierline.calls.state import Call
from tierline.ports.store import Change, Store
from tierline.sentence import view

AT_ONCE = 100


class Books:
    """`epoch` is the one that `store` gave to this process."""

    def __init__(self, store: Store, epoch: int) -> None:
        self._store = store
        self._epoch = epoch
        self._calls: dict[CallId, Call] = {}

    async def arrive(self, numbers: Sequence[int]) -> list[Call]:
        """These callers wait, durably."""
        arrived: list[Call] = []
        for first in range(0, len(numbers), AT_ONCE):
            changes = [_arrival(nth) for nth in numbers[first : first + AT_ONCE]]
            await self._store.commit_all(changes)
            arrived += [change.call for change in changes]
        self._calls |= {call.id: call for call in arrived}
        return arrived

    async def present(self, decided: Present) -> None:
        """Durable when it returns. Raises Conflict, StoreAway."""
        call = self._calls[decided.call]
        assert call.tier
        leg = LegId(f"agent-{secrets.token_hex(8)}")
        presented = Presented(decided.agent, leg, call.tier, str(decided.because), view(decided.because))
        change = _change(call.id, call, [presented], self._epoch)
        await self._store.commit(change)
        self._calls[call.id] = change.call

    async def talk_and_end(self, call_id: CallId) -> None:
        call = self._calls.pop(call_id)
        assert call.reservation
        reserved = call.reservation
        talked: list[AnyEvent] = [
            Answered(reserved.agent, reserved.leg, reserved.tier),
            Ended("agent_ended", "talking"),
        ]
        await self._store.commit(_change(call.id, call, talked))


def _arrival(nth: int) -> Change:
    tier, language, skills = wants(nth)
    call = CallId(f"call-{secrets.token_hex(8)}")
    events = (
        Arrived(LegId(f"leg-{call}"), "+18005550100", None, "bench"),
        LanguageChosen(language),
        Queued(tier, "chose to speak to someone", skills),
    )
    return _change(call, None, events)


def _change(of: CallId, before: Call | None, events: Sequence[AnyEvent], epoch: int = 0) -> Change:
    now, seq = datetime.now(UTC), before.seq if before else 0
    told = [Recorded(call=of, seq=seq + n, at=now, event=event) for n, event in enumerate(events, start=1)]
    return Change(call=fold(told, onto=before), events=told, epoch=epoch)
