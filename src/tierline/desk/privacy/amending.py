"""Amendment of what is on record of somebody (5 U.S.C. 552a(d)(2)): asked for, granted or denied; each is an
event of the call that the value is of, when that call is over."""

import secrets
from collections.abc import Callable, Sequence
from datetime import datetime

import msgspec

from tierline.calls.amendment_events import (
    AmendmentAsked,
    AmendmentDenied,
    AmendmentEvent,
    AmendmentGranted,
    DisagreementStated,
)
from tierline.calls.events import Recorded
from tierline.calls.fold import fold
from tierline.calls.names import CallId, Ref
from tierline.calls.service_events import CallerTold, RequestCreated, RequestFollowedUp
from tierline.desk.values import new_value
from tierline.ports.store import Change, Conflict, Store, Value
from tierline.privacy.amendments import CannotAmend, to_be_decided, to_be_disagreed_with
from tierline.privacy.known import refs_in
from tierline.requests.events import RequestMade, RequestRecorded, Submitted, ToldByCaller

_WORDS = "amendment"
"""The kind of what people write in it."""

History = Sequence[Recorded]
Decide = Callable[[History], tuple[AmendmentEvent, list[Value]]]


class Amending(msgspec.Struct, frozen=True):
    """Which call, by whose command, and when."""

    store: Store
    call: CallId
    by: str
    at: datetime

    async def ask(self, of: str, words: str) -> str:
        """The name of what was asked for. Raises CannotAmend, StoreAway."""
        request, asks = f"amend-{secrets.token_hex(4)}", new_value(_WORDS, words)
        value = Ref(of)
        history = await self._history()
        if value not in await refs_of_call(self.store, history):
            raise CannotAmend(f"{of} is no value of this call: `tierline privacy export` names them")
        await self._commit(lambda _: (AmendmentAsked(request, value, asks.ref, self.by), [asks]))
        return request

    async def grant(self, request: str, instead: str, why: str) -> None:
        """Raises CannotAmend, StoreAway, as all here."""
        right, reason = new_value(_WORDS, instead), new_value(_WORDS, why)

        def decide(history: History) -> tuple[AmendmentEvent, list[Value]]:
            to_be_decided(history, request)
            return AmendmentGranted(request, right.ref, reason.ref, self.by), [right, reason]

        await self._commit(decide)

    async def deny(self, request: str, why: str) -> None:
        reason = new_value(_WORDS, why)

        def decide(history: History) -> tuple[AmendmentEvent, list[Value]]:
            to_be_decided(history, request)
            return AmendmentDenied(request, reason.ref, self.by), [reason]

        await self._commit(decide)

    async def disagree(self, request: str, statement: str) -> None:
        stated = new_value(_WORDS, statement)

        def decide(history: History) -> tuple[AmendmentEvent, list[Value]]:
            to_be_disagreed_with(history, request)
            return DisagreementStated(request, stated.ref, self.by), [stated]

        await self._commit(decide)

    async def _history(self) -> History:
        history = await self.store.timeline(self.call)
        if not history:
            raise CannotAmend(f"there is no call {self.call}")
        return history

    async def _commit(self, decide: Decide) -> None:
        """A call that goes on is the running center's alone."""
        history = await self._history()
        call = fold(history)
        if call.phase != "ended":
            raise CannotAmend("the call still goes on: amend what is on record of it when it is over")
        event, values = decide(history)
        recorded = Recorded(call=call.id, seq=call.seq + 1, at=self.at, event=event)
        change = Change(call=fold([recorded], onto=call), events=[recorded], values=values)
        try:
            await self.store.commit(change)
        except Conflict as conflict:
            raise CannotAmend("something else was noted of this call just now: try again") from conflict


async def refs_of_call(store: Store, history: History) -> dict[Ref, datetime]:
    """Of all values that the call, or a request that was made in it, is told with; since when each."""
    found: dict[Ref, datetime] = {}
    for recorded in history:
        for ref in await refs_of_event(store, recorded):
            found.setdefault(ref, recorded.at)
    return found


async def refs_of_event(store: Store, recorded: Recorded) -> list[Ref]:
    """Of a request what came to it in this call; where it was made in it, also what its office wrote."""
    event = recorded.event
    told = refs_in(msgspec.to_builtins(event))
    if isinstance(event, RequestCreated | RequestFollowedUp | CallerTold):
        ours = {recorded.call, None} if isinstance(event, RequestCreated) else {recorded.call}
        of_it = await store.request_history(event.number)
        told += [ref for r in of_it if _came_by(r) in ours for ref in refs_in(msgspec.to_builtins(r.event))]
    return told


def _came_by(recorded: RequestRecorded) -> CallId | None:
    match recorded.event:
        case RequestMade(call=call) | Submitted(call=call) | ToldByCaller(call=call):
            return call
        case _:
            return None
