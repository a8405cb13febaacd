"""Calls and requests as the store is given them. The people in them are invented."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TypeVar

import msgspec

from tierline.calls.events import AnyEvent, Arrived, LanguageChosen, Recorded
from tierline.calls.fold import fold
from tierline.calls.names import AgentId, CallId, LegId, Ref
from tierline.calls.practice import Expected, Practice
from tierline.calls.state import Call, Reservation
from tierline.ports.store import Change, RequestChange
from tierline.requests.events import RequestEvent, RequestMade, RequestRecorded
from tierline.requests.fold import fold as fold_request
from tierline.requests.target import Target

T = TypeVar("T", Change, RequestChange)
MORNING = datetime(2026, 3, 2, 14, 0, tzinfo=UTC)


def arrival(call: str, at: datetime = MORNING) -> Change:
    return after(
        call, [], [Arrived(leg=LegId(f"leg-{call}"), number="+18005550100", caller=None, agency="a1")], at
    )


def practice(call: str, agent: str, at: datetime = MORNING) -> Change:
    what = Practice(
        agent=AgentId(agent), case="a-case", tier="1", voice=LegId(f"voice-{call}"), expected=Expected()
    )
    arrived = Arrived(LegId(f"leg-{call}"), "+18005550100", None, "a1", what)
    return after(call, [], [arrived], at)


def after(call: str, before: Sequence[Recorded], new: Sequence[AnyEvent], at: datetime = MORNING) -> Change:
    """The change that these new events make to a call with that history."""
    events = [
        Recorded(call=CallId(call), seq=len(before) + n, at=at + timedelta(seconds=n), event=event)
        for n, event in enumerate(new, start=1)
    ]
    return Change(call=fold([*before, *events]), events=events)


def speaks(language: str, first: Change) -> Change:
    return after(first.call.id, list(first.events), [LanguageChosen(language=language)])


def reserved(call: Call, agent: str) -> Call:
    reservation = Reservation(AgentId(agent), LegId(f"leg-{agent}"), "1", MORNING)
    return msgspec.structs.replace(call, reservation=reservation)


def request(
    number: str, at: datetime = MORNING, *later: RequestEvent, **differently: object
) -> RequestChange:
    """One that is made, and what happens to it in the seconds after that."""
    made = RequestMade(
        by=AgentId("ana"),
        key=f"key-{number}",
        call=CallId("c1"),
        kind="non-receipt-of-card",
        priority=False,
        receipt=Ref("r1"),
        facts={"address": Ref("r2")},
        office="vermont",
        because=("the Vermont Service Center processes this form",),
        target=Target(calendar_days=15),
    )
    return goes_on(number, [], [msgspec.structs.replace(made, **differently), *later], at)


def goes_on(
    number: str, before: Sequence[RequestRecorded], new: Sequence[RequestEvent], at: datetime = MORNING
) -> RequestChange:
    """The change that these new events make to a request with that history."""
    events = [
        RequestRecorded(request=number, seq=len(before) + n, at=at + timedelta(seconds=n - 1), event=event)
        for n, event in enumerate(new, start=1)
    ]
    return RequestChange(request=fold_request([*before, *events]), events=events)


def with_(change: T, **more: object) -> T:
    return msgspec.structs.replace(change, **more)
