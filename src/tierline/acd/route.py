"""Who gets which call: the longest-waiting caller first, to the longest-idle ready agent who speaks the
language."""

from collections.abc import Iterable, Sequence

import msgspec

from tierline.acd.agents import ReadyAgent, WaitingCall
from tierline.calls.names import AgentId, CallId


class Present(msgspec.Struct, frozen=True):
    call: CallId
    agent: AgentId
    because: str


class KeepWaiting(msgspec.Struct, frozen=True):
    call: CallId
    because: str


Decision = Present | KeepWaiting


def decide(waiting: Iterable[WaitingCall], ready: Iterable[ReadyAgent]) -> Sequence[Decision]:
    """A decision for every waiting call, oldest first; no agent is given two."""
    free = {agent.id: agent for agent in ready}
    decisions: list[Decision] = []
    for call in sorted(waiting, key=lambda c: (c.since, c.id)):
        decision = _decide(call, free.values())
        decisions.append(decision)
        if isinstance(decision, Present):
            del free[decision.agent]
    return decisions


def _decide(call: WaitingCall, free: Iterable[ReadyAgent]) -> Decision:
    of_tier = [a for a in free if a.tier == call.tier and a.id not in call.not_to]
    suitable = [a for a in of_tier if call.language in a.languages]
    if suitable:
        agent = min(suitable, key=lambda a: (a.ready_since, a.id))
        return Present(call.id, agent.id, _why(call, len(suitable)))
    if of_tier:
        return KeepWaiting(call.id, f"no ready {_tier(call)} agent speaks {call.language}")
    return KeepWaiting(call.id, f"no {_tier(call)} agent is ready")


def position(call: WaitingCall, waiting: Iterable[WaitingCall]) -> int:
    """1 for the next of its tier and language."""
    same = (w for w in waiting if same_queue(w, call))
    return 1 + sum((w.since, w.id) < (call.since, call.id) for w in same)


def same_queue(one: WaitingCall, other: WaitingCall) -> bool:
    return one.tier == other.tier and one.language == other.language


def _why(call: WaitingCall, choices: int) -> str:
    if choices == 1:
        return f"the only ready {_tier(call)} agent who speaks the caller's language"
    return f"longest idle of {choices} ready {_tier(call)} agents who speak the caller's language"


def _tier(call: WaitingCall) -> str:
    return call.tier if call.tier == "supervisor" else f"Tier {call.tier}"
