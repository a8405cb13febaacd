"""What has become of the wish that a value on record be amended, from the history of its call."""

from collections.abc import Iterable
from datetime import datetime
from typing import Literal

import msgspec
from msgspec.structs import replace

from tierline.calls.amendment_events import (
    AmendmentAsked,
    AmendmentDenied,
    AmendmentGranted,
    DisagreementStated,
)
from tierline.calls.events import Recorded
from tierline.calls.names import Ref

State = Literal["asked", "granted", "denied"]


class Amendment(msgspec.Struct, frozen=True, kw_only=True):
    """`at` is when it came to its state, `by` who gave that command."""

    request: str
    of: Ref
    asks: Ref
    asked_at: datetime
    state: State = "asked"
    at: datetime
    by: str
    instead: Ref | None = None
    why: Ref | None = None
    statement: Ref | None = None

    @property
    def refs(self) -> tuple[Ref, ...]:
        return tuple(ref for ref in (self.asks, self.instead, self.why, self.statement) if ref)


class CannotAmend(Exception):
    """The message is a plain sentence that says what to do instead."""


def amendments(history: Iterable[Recorded]) -> list[Amendment]:
    """In the order in which they were asked for."""
    found: dict[str, Amendment] = {}
    for recorded in history:
        at = recorded.at
        match recorded.event:
            case AmendmentAsked(request=name, of=of, asks=asks, by=by):
                found[name] = Amendment(request=name, of=of, asks=asks, asked_at=at, at=at, by=by)
            case AmendmentGranted(request=name, instead=instead, why=why, by=by) if name in found:
                found[name] = replace(found[name], state="granted", at=at, by=by, instead=instead, why=why)
            case AmendmentDenied(request=name, why=why, by=by) if name in found:
                found[name] = replace(found[name], state="denied", at=at, by=by, why=why)
            case DisagreementStated(request=name, statement=statement) if name in found:
                found[name] = replace(found[name], statement=statement)
    return list(found.values())


def by_value(history: Iterable[Recorded]) -> dict[Ref, Amendment]:
    """The last that was asked for each value."""
    return {amendment.of: amendment for amendment in amendments(history)}


def to_be_decided(history: Iterable[Recorded], request: str) -> Amendment:
    """Raises CannotAmend for one that was decided."""
    amendment = named(history, request)
    if amendment.state != "asked":
        raise CannotAmend(f"{request} was {amendment.state} already: let the person ask anew")
    return amendment


def to_be_disagreed_with(history: Iterable[Recorded], request: str) -> Amendment:
    """Raises CannotAmend unless it was denied."""
    amendment = named(history, request)
    if amendment.state != "denied":
        raise CannotAmend(f"{request} was not denied: there is nothing to disagree with")
    return amendment


def named(history: Iterable[Recorded], request: str) -> Amendment:
    found = next((one for one in amendments(history) if one.request == request), None)
    if found is None:
        raise CannotAmend(f"no amendment {request} was asked for in this call")
    return found
