"""Why a caller was presented to an agent, or not yet: for people who ask, and for the record."""

from tierline.acd.needs import Need
from tierline.spoken.language import in_english


def why_presented(need: Need, ready: int) -> str:
    """`ready` agents, at least one, could have taken the call."""
    if need.by_name:
        return "a colleague asked for this agent by name"
    if need.agent:
        return "this agent spoke with the caller before"
    if ready == 1:
        return f"the only ready {_who(need)}"
    return f"longest idle of {ready} ready {_plural(need)}"


def why_waiting(need: Need | None, *, ready: int, ahead: int) -> str:
    """`need` is None before the caller's turn can come. `ahead` others need the same and come first; `ready`
    agents could take them all, if none of those is being presented just now."""
    if need is None:
        return "it is not the caller's turn before the time that was promised"
    if ready and ahead:
        return f"{ahead} who need the same come first"
    if need.by_name:
        return "the agent whom a colleague asked for is not ready"
    if need.agent:
        return "the agent who spoke with the caller before is not ready"
    return f"no {_who(need)} is ready"


def _who(need: Need) -> str:
    return f"{_tier(need)} agent {_whom(need, 'speaks', 'has')}"


def _plural(need: Need) -> str:
    return f"{_tier(need)} agents {_whom(need, 'speak', 'have')}"


def _tier(need: Need) -> str:
    return need.tier if need.tier == "supervisor" else f"Tier {need.tier}"


def _whom(need: Need, speaks: str, has: str) -> str:
    words = [f"who {speaks} {' or '.join(sorted(map(in_english, need.languages)))}"]
    if need.skills:
        words.append(f"{has} the skill {', '.join(sorted(need.skills))}")
    said = " and ".join(words)
    return f"{said} at {' or '.join(sorted(need.sites))}" if need.sites is not None else said
