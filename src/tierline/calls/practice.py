"""A practice call: the caller is simulated, and nothing that is done in it leaves the agent's desk."""

from typing import Literal

import msgspec

from tierline.calls.event import Event
from tierline.calls.names import AgentId, LegId, Tier


class Expected(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What good handling of the case looks like: the scripts that are read, whether the caller is verified,
    the kinds of Service Request that are made, the tier that the caller is handed on to, and the disposition.
    Other scripts, requests and tiers are told as done besides; a disposition, or a caller who is verified,
    only where one is named."""

    scripts: tuple[str, ...] = ()
    verification: bool = False
    requests: tuple[str, ...] = ()
    transfer: Tier | None = None
    disposition: str | None = None


class Practice(msgspec.Struct, frozen=True, kw_only=True):
    """`agent` practises `case`, and nobody else is ever given the call. What the caller says is played to
    `voice`. `path` are the steps of the flow that a real caller's keys would have led to. `said` counts the
    caller's lines that have begun. What is expected is on record with the call: the agency may change its
    cases."""

    agent: AgentId
    case: str
    tier: Tier
    voice: LegId
    expected: Expected
    path: tuple[str, ...] = ()
    said: int = 0


Act = Literal[
    "transfer", "consult", "callback", "give_back", "interpreter", "emergency", "request", "referral"
]


class CallerSpoke(Event, frozen=True, tag=True):
    """The simulated caller began their line of this number, from 1."""

    line: int


class Pretended(Event, frozen=True, tag=True):
    """What would have reached somebody else, or an office, and was noted instead of done. `of` is the tier,
    the interpreter, the kind of emergency or of Service Request; `to` the colleague or the office. `form` is
    the key of what was submitted: sent again, it is noted once."""

    agent: AgentId
    act: Act
    of: str
    to: str | None = None
    form: str | None = None


PracticeEvent = CallerSpoke | Pretended
