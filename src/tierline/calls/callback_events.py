"""What can happen to a call whose caller hung up on our promise to ring back.

The call does not end with the caller's leg: it waits on, at its original age, and ends once like any other
(I1, I4).
"""

from datetime import datetime
from typing import Literal

from tierline.calls.event import Event
from tierline.calls.names import AgentId, LegId, Ref, Tier

NoTalk = Literal["busy", "no_answer", "failed", "declined"]
"""Why an attempt came to nothing: the line was engaged; nobody answered, or whoever did hung up or chose
nothing; the number could not be reached, or the engine was lost; whoever answered said "not now"."""


class CallbackPromised(Event, frozen=True, tag=True):
    """Durable before the caller is told. `earliest` and `latest` are the window the caller chose; without one
    their turn in line decides."""

    tier: Tier
    number: Ref
    earliest: datetime | None
    latest: datetime | None


class RangOff(Event, frozen=True, tag=True):
    """The leg on which the promise was made is over: from now on the caller may be rung."""


class CallbackDialled(Event, frozen=True, tag=True):
    """The reserved agent is on the phone, and the caller's number rings. `attempt` counts from 1."""

    agent: AgentId
    attempt: int
    leg: LegId


class CallbackLifted(Event, frozen=True, tag=True):
    """Somebody answered the telephone, and is asked whether to be connected: it may be anyone. From now on
    they stay on the line whatever becomes of the agent."""


class CallbackAnswered(Event, frozen=True, tag=True):
    """Whoever answered asked to be connected. Who that is has to be verified anew: nothing of an identity
    confirmed on the leg before holds any more. None for an agent who left meanwhile: the caller waits for the
    next."""

    agent: AgentId | None


class CallbackUnanswered(Event, frozen=True, tag=True):
    """An attempt is used up; the call waits again, at its original age, but not before `not_before`.
    None for an agent who left before."""

    agent: AgentId | None
    outcome: NoTalk
    not_before: datetime


CallbackEvent = (
    CallbackPromised | RangOff | CallbackDialled | CallbackLifted | CallbackAnswered | CallbackUnanswered
)
