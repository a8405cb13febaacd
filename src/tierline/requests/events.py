"""What can happen to a Service Request, from its making to its answer.

Names are past tense and say what is known, not what to do next. What a person wrote is in no event: a `Ref`
stands for it, and the words are kept with the personal values.
"""

from datetime import datetime
from typing import Literal

import msgspec

from tierline.calls.event import Event
from tierline.calls.names import AgentId, CallId, Ref
from tierline.requests.target import Target

Stage = Literal["initial", "follow_up", "final"]
"""Of a reply: that the office has the matter in hand, how it goes on, or the answer."""


class RequestMade(Event, frozen=True, tag=True):
    """It is at `office` from now on. `key` is the idempotency key of its submission: a retried one finds this
    request instead of making another. `because` is why this office, in words; `target` how long
    the office has for an answer."""

    by: AgentId
    key: str
    call: CallId
    kind: str
    priority: bool
    receipt: Ref | None
    facts: dict[str, Ref]
    office: str
    because: tuple[str, ...]
    target: Target


class RequestTaken(Event, frozen=True, tag=True):
    """A clerk works on it, and nobody else does."""

    by: AgentId


class RequestPutBack(Event, frozen=True, tag=True):
    """Into the inbox of its office, for whoever takes it."""

    by: AgentId


class Replied(Event, frozen=True, tag=True):
    by: AgentId
    stage: Stage
    words: Ref


class AskedBack(Event, frozen=True, tag=True):
    """The office asks the caller something. Until they have said it, nobody waits for the office."""

    by: AgentId
    words: Ref


class ToldByCaller(Event, frozen=True, tag=True):
    """What was asked back, or something new. `by` wrote it down, in `call`."""

    by: AgentId
    call: CallId
    words: Ref


class Submitted(Event, frozen=True, tag=True):
    """The same matter was handed in once more: a follow-up on this request, not another one. `key` is of that
    submission."""

    by: AgentId
    key: str
    call: CallId
    facts: dict[str, Ref]


class Rerouted(Event, frozen=True, tag=True):
    """To another office, which works on it in the place that it had. `why` is what a clerk wrote; None where
    the rules say it alone (`because`)."""

    by: AgentId
    office: str
    because: tuple[str, ...]
    why: Ref | None = None


RequestEvent = (
    RequestMade | RequestTaken | RequestPutBack | Replied | AskedBack | ToldByCaller | Submitted | Rerouted
)


class RequestRecorded(msgspec.Struct, frozen=True, kw_only=True):
    """An event in its place: `seq` counts from 1, with no hole; `at` is aware, UTC."""

    request: str
    seq: int
    at: datetime
    event: RequestEvent
