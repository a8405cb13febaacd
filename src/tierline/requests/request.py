"""A Service Request, from its confirmation number to its answer."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Literal

import msgspec

from tierline.calls.names import AgentId, CallId, Ref


class AlreadyAnswered(Exception):
    """An answered request is not answered or moved again."""


class Entry(msgspec.Struct, frozen=True):
    """One thing that happened to a request. `words` stands for what a person wrote, which is kept with the
    personal values."""

    at: datetime
    by: AgentId
    what: Literal["created", "rerouted", "answered"]
    office: str
    because: tuple[str, ...] = ()
    words: Ref | None = None


class ServiceRequest(msgspec.Struct, frozen=True, kw_only=True):
    """At exactly one office (I3). `key` is the idempotency key of its submission: a retried one finds this
    request instead of making another. `receipt` and the values of `facts` are references, as in events.
    `because` is why this office, in words."""

    number: str
    key: str
    call: CallId
    kind: str
    priority: bool
    receipt: Ref | None
    facts: dict[str, Ref]
    office: str
    because: tuple[str, ...]
    created_at: datetime
    created_by: AgentId
    due: date
    status: Literal["open", "answered"] = "open"
    history: tuple[Entry, ...] = ()

    @property
    def refs(self) -> frozenset[Ref]:
        """To all personal values in it."""
        words = (entry.words for entry in self.history)
        return frozenset(ref for ref in (self.receipt, *self.facts.values(), *words) if ref)

    @property
    def answered_at(self) -> datetime | None:
        return next((entry.at for entry in self.history if entry.what == "answered"), None)


def opened(request: ServiceRequest) -> ServiceRequest:
    """The request with the first line of its history."""
    first = Entry(request.created_at, request.created_by, "created", request.office, request.because)
    return msgspec.structs.replace(request, history=(first,))


def answered(request: ServiceRequest, *, by: AgentId, at: datetime, words: Ref) -> ServiceRequest:
    """Raises AlreadyAnswered."""
    _must_be_open(request)
    entry = Entry(at, by, "answered", request.office, words=words)
    return msgspec.structs.replace(request, status="answered", history=(*request.history, entry))


def rerouted(
    request: ServiceRequest, *, office: str, because: tuple[str, ...], by: AgentId, at: datetime
) -> ServiceRequest:
    """To another office, keeping number, age, due date and history (policy A13). Raises AlreadyAnswered."""
    _must_be_open(request)
    history = (*request.history, Entry(at, by, "rerouted", office, because))
    return msgspec.structs.replace(request, office=office, because=because, history=history)


def in_order_of_work(requests: Iterable[ServiceRequest]) -> list[ServiceRequest]:
    """Priority ones first, then first-in first-out; last, what is answered."""
    return sorted(requests, key=lambda r: (r.status != "open", not r.priority, r.created_at, r.number))


def _must_be_open(request: ServiceRequest) -> None:
    if request.status != "open":
        raise AlreadyAnswered(request.number)
