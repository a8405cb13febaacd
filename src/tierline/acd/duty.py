"""An agent's duty, from sign-in to sign-out: the state they are in, the time spent in each, and the calls
that they were presented and did not take. Made to be kept: a process that takes over goes on with it."""

from datetime import datetime
from typing import Literal

import msgspec
from msgspec.structs import replace

from tierline.acd.agents import AgentState, StateName
from tierline.calls.names import AgentId
from tierline.staff.work_states import JUST_SIGNED_IN, PRACTICE, SIGNED_OUT

Outcome = Literal["rejected", "timed_out", "failed", "withdrawn", "abandoned"]
"""How a presentation ended that did not become a conversation: the agent rejected it; let it ring; could not
be reached; it was needed no more; the caller hung up while it rang."""


class Afterwards(msgspec.Struct, frozen=True):
    """What comes when the call at hand is over: not ready for `reason`, or the end of the duty. `by` is the
    supervisor who wants it, None for the agent."""

    reason: str
    by: AgentId | None = None
    why: str | None = None

    @property
    def signs_out(self) -> bool:
        return self.reason == SIGNED_OUT


class Duty(msgspec.Struct, frozen=True, kw_only=True):
    """`missed` counts the presentations in a row that timed out; `unanswered` all since sign-in by their
    outcome, and `last_unanswered` is the newest that the agent has not gone on from. `spent` has seconds in
    the states that are over, by `spent_in`. `disposition` is the code chosen for the call at hand or just
    left."""

    agent: AgentId
    state: AgentState
    screen: bool = False
    """Whether the agent works at a screen of ours, whose absence means theirs."""
    signed_in_at: datetime | None = None
    missed: int = 0
    unanswered: dict[Outcome, int] = {}
    last_unanswered: Outcome | None = None
    spent: dict[str, float] = {}
    afterwards: Afterwards | None = None
    disposition: str | None = None
    practising: bool = False
    """With simulated callers: no real one is presented, and nothing counts but the time."""


def absent(agent: AgentId, now: datetime) -> Duty:
    return Duty(agent=agent, state=AgentState("not_ready", now, SIGNED_OUT))


def begun(agent: AgentId, now: datetime) -> Duty:
    """Nothing of an earlier duty counts in this one."""
    return Duty(agent=agent, state=AgentState("not_ready", now, JUST_SIGNED_IN), signed_in_at=now)


def moved(duty: Duty, state: AgentState) -> Duty:
    """Into another state, or the same for another reason. A conversation ends the row of missed calls."""
    before = duty.state
    if duty.practising:
        duty, state = _practised(duty, state)
        where = spent_in("not_ready", PRACTICE)
    else:
        where = spent_in(before.name, before.reason)
    seconds = max((state.since - before.since).total_seconds(), 0)
    on_duty = duty.signed_in_at is not None and not before.signed_out
    spent = {**duty.spent, where: duty.spent.get(where, 0) + seconds} if on_duty else duty.spent
    if state.name == "talking":
        duty = replace(duty, missed=0, last_unanswered=None, disposition=None)
    if state.signed_out:
        duty = replace(duty, afterwards=None)
    return replace(duty, state=state, spent=spent)


def _practised(duty: Duty, state: AgentState) -> tuple[Duty, AgentState]:
    """Who practises is never ready: what leads others there leads them to the next case. Whatever else they
    are not ready for ends the practice."""
    if state.name == "ready":
        return duty, replace(state, name="not_ready", reason=PRACTICE)
    ended = state.name == "not_ready" and state.reason != PRACTICE
    return replace(duty, practising=not ended), state


def not_taken(duty: Duty, outcome: Outcome) -> Duty:
    """A presentation that came to nothing. One that was withdrawn, or whose caller hung up, says nothing of
    the agent: the row goes on after it."""
    counted = {**duty.unanswered, outcome: duty.unanswered.get(outcome, 0) + 1}
    missed = duty.missed + 1 if outcome == "timed_out" else duty.missed
    if outcome in ("rejected", "failed"):
        missed = 0
    last = duty.last_unanswered if outcome == "withdrawn" else outcome
    return replace(duty, unanswered=counted, missed=missed, last_unanswered=last)


def gone_on(duty: Duty) -> Duty:
    """The agent has read what happened, and says what comes next."""
    return replace(duty, missed=0, last_unanswered=None)


def spent_in(name: StateName, reason: str | None) -> str:
    """ "ready", "talking" …, and "not_ready meal" for each reason."""
    return f"{name} {reason}" if name == "not_ready" and reason else name
