"""Why a caller was presented to an agent, or not yet: for people who ask, and for the record."""

from collections.abc import Iterable
from functools import reduce

from tierline.acd.needs import Need
from tierline.sentence import Sentence, Value, sentence
from tierline.spoken.language import in_english, names


def why_presented(need: Need, ready: int) -> Sentence:
    """`ready` agents, at least one, could have taken the call."""
    if need.by_name:
        return sentence("a colleague asked for this agent by name")
    if need.agent:
        return sentence("this agent spoke with the caller before")
    if ready == 1:
        return sentence("the only ready {agent}", agent=_who(need))
    return sentence("longest idle of {ready} ready {agents}", ready=ready, agents=_plural(need))


def why_waiting(need: Need | None, *, ready: int, ahead: int) -> Sentence:
    """`need` is None before the caller's turn can come. `ahead` others need the same and come first; `ready`
    agents could take them all, if none of those is being presented just now."""
    if need is None:
        return sentence("it is not the caller's turn before the time that was promised")
    if ready and ahead:
        return sentence("{ahead} who need the same come first", ahead=ahead)
    if need.by_name:
        return sentence("the agent whom a colleague asked for is not ready")
    if need.agent:
        return sentence("the agent who spoke with the caller before is not ready")
    return sentence("no {agent} is ready", agent=_who(need))


def _who(need: Need) -> Sentence:
    agent = sentence("{tier} agent who speaks {languages}", tier=_tier(need), languages=_languages(need))
    if need.skills:
        agent = sentence("{agent} and has the skill {skills}", agent=agent, skills=sorted(need.skills))
    return _there(need, agent)


def _plural(need: Need) -> Sentence:
    agents = sentence("{tier} agents who speak {languages}", tier=_tier(need), languages=_languages(need))
    if need.skills:
        agents = sentence("{agents} and have the skill {skills}", agents=agents, skills=sorted(need.skills))
    return _there(need, agents)


def _there(need: Need, agents: Sentence) -> Sentence:
    if need.sites is None:
        return agents
    return sentence("{agents} at {sites}", agents=agents, sites=_one_of(sorted(need.sites)))


def _tier(need: Need) -> Sentence:
    return sentence("supervisor") if need.tier == "supervisor" else sentence("Tier {tier}", tier=need.tier)


def _languages(need: Need) -> Value:
    return _one_of(names(language) for language in sorted(need.languages, key=in_english))


def _one_of(several: Iterable[Value]) -> Value:
    return reduce(lambda one, other: sentence("{one} or {other}", one=one, other=other), several)
