"""Service Requests that were made before a rehearsed call."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Literal

import msgspec

from tierline.calls.names import IVR, LegId, Ref
from tierline.calls.service_events import RequestCreated
from tierline.desk.requests.changing import step
from tierline.desk.values import new_value
from tierline.ports.agency import Agency
from tierline.ports.store import RequestChange
from tierline.requests.events import AskedBack, Replied, RequestEvent, RequestMade
from tierline.requests.numbers import normalised
from tierline.requests.target import Target
from tierline.twin.rehearsal import Rehearsal

MADE_BEFORE = timedelta(days=7)
_SAID = Ref("rehearsed")
ANSWERED_BEFORE = DUE_BEFORE = timedelta(days=1)


class Earlier(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Made seven days before the call, and answered the day before it, if it was; on that day the
    office of an `asked_back` one asked the caller something. The answer of a `late` one
    was due the day before the call; that of an `open` one is due on that day at the earliest. `receipt` is
    that of the case that it is about, where that matters."""

    number: str
    kind: str
    status: Literal["open", "late", "asked_back", "answered"] = "open"
    receipt: str = ""


def checked(agency: Agency, requests: Iterable[Earlier]) -> tuple[Earlier, ...]:
    """With their numbers in the one written form. Raises ValueError."""
    whole: dict[str, Earlier] = {}
    for request in requests:
        number = normalised(request.number)
        if number is None:
            raise ValueError(f"requests: {request.number!r} is no request number: a digit of it is wrong")
        if number in whole:
            raise ValueError(f"requests: {number} is there twice")
        if agency.kinds.kind(request.kind) is None:
            raise ValueError(f"requests: there is no kind {request.kind}")
        whole[number] = msgspec.structs.replace(request, number=number)
    return tuple(whole.values())


def all_made(rehearsal: Rehearsal, requests: Iterable[Earlier]) -> None:
    """By callers who have hung up since."""
    for request in requests:
        leg = rehearsal.offer(rehearsal.agency.profile.numbers[0], None)
        rehearsal.do(_made(rehearsal, leg, _whole(rehearsal, leg, request)))
        rehearsal.switch.caller_hangs_up(leg)
        rehearsal.settle()


def _whole(rehearsal: Rehearsal, leg: LegId, earlier: Earlier) -> RequestChange:
    agency, now = rehearsal.agency, rehearsal.clock.now()
    kind = agency.kinds.kind(earlier.kind)
    assert kind is not None
    made_at = now - _age(earlier, kind.target)
    receipt = new_value("receipt", earlier.receipt) if earlier.receipt else None
    made = RequestMade(
        by=IVR,
        key=f"earlier-{earlier.number}",
        call=rehearsal.center.legs[leg],
        kind=kind.id,
        priority=kind.priority,
        receipt=receipt.ref if receipt else None,
        facts={},
        office=agency.directory.offices[0].id,
        because=(),
        target=kind.target,
    )
    change = step(earlier.number, None, made_at, [made], [receipt] if receipt else [])
    later: list[RequestEvent] = []
    if earlier.status == "answered":
        later = [Replied(IVR, "final", _SAID)]
    if earlier.status == "asked_back":
        later = [AskedBack(IVR, _SAID)]
    if not later:
        return change
    after = step(earlier.number, change.request, now - ANSWERED_BEFORE, later)
    return msgspec.structs.replace(after, events=[*change.events, *after.events], values=change.values)


def _age(earlier: Earlier, target: Target) -> timedelta:
    """In business time a week is no less than what the days of the calendar are."""
    days = timedelta(days=target.calendar_days or 7 * (target.business_days or 1))
    match earlier.status:
        case "late":
            return days + DUE_BEFORE
        case "open":
            return min(MADE_BEFORE, days) if target.calendar_days else timedelta(0)
        case "asked_back" | "answered":
            return MADE_BEFORE


async def _made(rehearsal: Rehearsal, leg: LegId, made: RequestChange) -> None:
    async with rehearsal.center.turn(rehearsal.center.legs[leg]) as call:
        assert call is not None
        request = made.request
        created = RequestCreated(request.number, request.kind, request.office, (), IVR)
        await rehearsal.center.commit(call, created, requests=[made])
