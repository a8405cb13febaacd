"""A Service Request as it stands: `fold(history) == request`, always."""

from collections.abc import Iterable
from datetime import datetime
from typing import Literal

import msgspec

from tierline.calls.names import AgentId, CallId, Ref
from tierline.requests.clock import Pause
from tierline.requests.events import Stage
from tierline.requests.target import Target

Status = Literal["open", "asked_back", "answered"]
"""`asked_back`: the caller is to say something, and the office cannot go on before."""


class Reply(msgspec.Struct, frozen=True):
    at: datetime
    by: AgentId
    stage: Stage
    words: Ref


class At(msgspec.Struct, frozen=True):
    """At this office, from then on."""

    office: str
    since: datetime


class ServiceRequest(msgspec.Struct, frozen=True, kw_only=True):
    """At exactly one office (I3). `seq` is the number of its last event. `receipt` and the values of `facts`
    are references, as in events. `because` is why this office, in words. `stays` are all
    offices that it has been at, `pauses` when its time rested. `taken_by` is the clerk who works on
    it; `answered_at` the moment of its (last) final reply."""

    number: str
    seq: int
    call: CallId
    kind: str
    priority: bool
    receipt: Ref | None
    facts: dict[str, Ref]
    office: str
    because: tuple[str, ...]
    created_at: datetime
    created_by: AgentId
    target: Target
    stays: tuple[At, ...]
    status: Status = "open"
    pauses: tuple[Pause, ...] = ()
    taken_by: AgentId | None = None
    replies: tuple[Reply, ...] = ()
    calls: tuple[CallId, ...] = ()
    """Later ones that were about it."""

    @property
    def every_call(self) -> tuple[CallId, ...]:
        """That was about it, each once."""
        return tuple(dict.fromkeys((self.call, *self.calls)))

    @property
    def answered_at(self) -> datetime | None:
        return self.replies[-1].at if self.status == "answered" else None


def in_order_of_work(requests: Iterable[ServiceRequest]) -> list[ServiceRequest]:
    """Priority ones first, then first-in first-out; last, what is answered. What waits for its caller keeps
    its place."""
    return sorted(requests, key=lambda r: (r.status == "answered", not r.priority, r.created_at, r.number))
