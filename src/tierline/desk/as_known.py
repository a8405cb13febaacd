"""A call as one person may know it: where a colleague has specially verified the caller of a case that has
to look unknown to this person, the check failed, as it does for an unknown number, and nothing came of it. It
takes as many look-ups as a check that did fail, so that the time tells nothing either."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

import msgspec
from msgspec.structs import replace

from tierline.calls.amendment_events import (
    AmendmentAsked,
    AmendmentDenied,
    AmendmentGranted,
    DisagreementStated,
)
from tierline.calls.away_events import HistoryLost
from tierline.calls.callback_events import CallbackAnswered
from tierline.calls.events import AnyEvent, Heard, Recorded
from tierline.calls.fold import fold
from tierline.calls.names import Ref
from tierline.calls.review_events import CorrectionPassedOn, CorrectionSeen, Reviewed
from tierline.calls.service_events import (
    CallerTold,
    ConfirmedBySystem,
    DoneInSystem,
    GuideEnded,
    OwnWordsAdded,
    Referred,
    RefusedBySystem,
    RequestCreated,
    RequestFollowedUp,
    ScriptPresented,
)
from tierline.calls.state import Call
from tierline.calls.verification_events import Verified
from tierline.desk.center import Center
from tierline.desk.entitled import cleared, record_known_to
from tierline.desk.refusal import Refused
from tierline.staff.person import Person

_NUMBER_OF_A_REQUEST = "confirmation-number"
"""The prompt that says it."""


class Known(msgspec.Struct, frozen=True):
    """The call, and the part of its history that may be told."""

    call: Call
    history: Sequence[Recorded]


async def as_known_to(center: Center, history: Sequence[Recorded], person: Person) -> Known:
    call = fold(history)
    hidden = await _hidden(center, call, history, person)
    if not hidden:
        return Known(call, history)
    withheld = set(_about(history, hidden))
    told = [replace(r, event=_as_failed(r.event, hidden)) for r in history if r.seq not in withheld]
    made = set(_requests_in(r for r in history if r.seq in withheld))
    unverified = fold(replace(r, event=_as_failed(r.event, hidden)) for r in history)
    requests = tuple(number for number in unverified.requests if number not in made)
    return Known(replace(unverified, requests=requests), told)


def _requests_in(history: Iterable[Recorded]) -> Iterator[str]:
    for recorded in history:
        if isinstance(recorded.event, RequestCreated | RequestFollowedUp):
            yield recorded.event.number


async def _hidden(center: Center, call: Call, history: Sequence[Recorded], person: Person) -> set[Ref]:
    """The matters of this call that this person may not know of."""
    if cleared(center, person) and call.verification != "special":
        return set()
    hidden = set()
    for check in _special_checks(history):
        if not await _may_know(center, call, check, person) and check is not None:
            hidden.add(check)
    return hidden


async def _may_know(center: Center, call: Call, matter: Ref | None, person: Person) -> bool:
    """While the system is away, which case it is cannot be asked: then those alone who are cleared."""
    try:
        return await record_known_to(center, call, matter, "special", person) is not None
    except Refused:
        return cleared(center, person)


def _special_checks(history: Sequence[Recorded]) -> Iterator[Ref | None]:
    """Of which matter each was, None for one that failed."""
    for recorded in history:
        match recorded.event:
            case Verified(tried_at="unit", verification="special" | "none", matter=matter):
                yield matter
            case HistoryLost(state=Call(verification="special", matter=matter)):
                yield matter


def _about(history: Sequence[Recorded], hidden: AbstractSet[Ref]) -> Iterator[int]:
    """What was said and made of a hidden case, and what was found of that, by place."""
    matter, acts, said = None, set[str](), set[Ref]()
    for recorded in history:
        match recorded.event:
            case Verified(matter=of):
                matter = of
            case CallbackAnswered():
                matter = None
            # A step of a guide tells by what it follows, also without a fact of its own.
            case ScriptPresented(text=text, facts=facts, step=step) if matter in hidden and (facts or step):
                said.add(text)
                yield recorded.seq
            case OwnWordsAdded(text=text) if matter in hidden:
                said.add(text)
                yield recorded.seq
            case GuideEnded() if matter in hidden:
                yield recorded.seq
            case Reviewed(said=of) | CorrectionSeen(said=of) | CorrectionPassedOn(said=of) if of in said:
                yield recorded.seq
            # Of which case an amendment is, is not told by it: none is, where one is hidden.
            case AmendmentAsked() | AmendmentGranted() | AmendmentDenied() | DisagreementStated():
                yield recorded.seq
            case RequestCreated() | RequestFollowedUp() | CallerTold() | Referred() if matter in hidden:
                yield recorded.seq
            case DoneInSystem(key=key) if matter in hidden:
                acts.add(key)
                yield recorded.seq
            case ConfirmedBySystem(key=key) | RefusedBySystem(key=key) if key in acts:
                yield recorded.seq
            case Heard(prompts=prompts) if matter in hidden and _NUMBER_OF_A_REQUEST in prompts:
                yield recorded.seq


def _as_failed(event: AnyEvent, hidden: AbstractSet[Ref]) -> AnyEvent:
    match event:
        case Verified(matter=matter) if matter in hidden:
            return replace(event, verification="none", matter=None)
        case HistoryLost(state=state) if state.matter in hidden:
            return replace(event, state=replace(state, verification="none", matter=None, recognised=None))
        case _:
            return event
