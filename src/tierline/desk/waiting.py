"""Who waits for a person: told from the state of a call alone, so that nothing else has to keep count."""

from datetime import datetime

from tierline.acd.agents import ReadyAgent
from tierline.acd.needs import Ability, Need
from tierline.acd.queues import Wanted, lined_up
from tierline.acd.waiting import QueueName, Stage, WaitingCall
from tierline.calls.names import AgentId, Tier
from tierline.calls.state import Call
from tierline.ivr.flow import Flow
from tierline.ivr.steps import Queue
from tierline.ports.agency import Agency
from tierline.staff.person import Person

_AHEAD_OF_ALL = 10 * 365 * 86_400.0
"""Seconds of head start: nobody has waited that long."""


def waiting_call(agency: Agency, call: Call) -> WaitingCall | None:
    """In a queue, in conversation while a colleague above is sought for them, or by their telephone: a
    promise to ring keeps the place, while a window that has not come, or the pause after an attempt, lets
    others pass. For an emergency a supervisor is sought before anything else. None for everyone else, and
    for those who are being presented or still hear our good-bye. A practice call waits for nobody."""
    if call.practice:
        return None
    if call.reservation is None and call.seeks_for_emergency:
        return _for_emergency(agency, call)
    return for_tier(agency, call, sought_by(call)) if _waits(call) else None


def _for_emergency(agency: Agency, call: Call) -> WaitingCall | None:
    """Any supervisor, whatever they speak: the agent stays with the caller."""
    if not agency.tiers.has("supervisor") or call.emergency is None:
        return None
    spoken = frozenset(language for person in agency.staff.values() for language in person.languages)
    since = call.waiting_since or call.arrived_at
    return WaitingCall(
        id=call.id,
        queue=QueueName("supervisor", call.language or agency.profile.languages[0], "emergency"),
        since=since,
        stages=(Stage(call.emergency.since, Need("supervisor", spoken)),),
        head_start=_AHEAD_OF_ALL,
        not_to=frozenset((*call.agents, *(s.agent for s in call.supervising))),
    )


def for_tier(agency: Agency, call: Call, tier: Tier) -> WaitingCall:
    """As the call would wait for this tier."""
    asked_for, meant_for = call.transfer.person if call.transfer else None, call.meant_for
    wanted = Wanted(
        tier=tier,
        language=_language(agency, call),
        skills=_skills(agency, call, tier),
        since=call.waiting_since or call.arrived_at,
        not_before=call.promise.due() if call.promise else None,
        knows=_known(agency, call, tier),
        named=asked_for or (meant_for.agent if meant_for else None),
        named_at=meant_for.since if meant_for else None,
        nobody_else=asked_for is not None,
        not_to=frozenset(call.agents),
    )
    return lined_up(agency.queues, call.id, wanted)


def _skills(agency: Agency, call: Call, tier: Tier) -> frozenset[str]:
    """Those that the caller was sent to. A tier in which nobody has them serves the caller without: they were
    meant for another, and nobody waits for somebody who cannot come."""
    has_them = any(p.tier == tier and call.skills <= p.skills for p in agency.staff.values())
    return call.skills if has_them else frozenset()


def _known(agency: Agency, call: Call, tier: Tier) -> AgentId | None:
    """The agent of this tier who spoke with the caller last, and who serves their language."""
    people = (person for agent in call.known_to if (person := agency.staff.get(agent)))
    language = _language(agency, call)
    return next((p.user for p in people if p.tier == tier and language in p.languages), None)


def named_agent_seconds(agency: Agency, call: Call) -> float:
    """How long a colleague who was asked for by name is waited for."""
    return agency.queues.rule(sought_by(call), _language(agency, call), call.skills).named_agent_seconds


def _language(agency: Agency, call: Call) -> str:
    return call.language or agency.profile.languages[0]


def put_there_by(flow: Flow, call: Call) -> bool:
    """Whether the caller is in the line that the flow sent them to. What it offers there would lead others,
    whom an agent handed on or who asked for a supervisor, away from whom they wait for."""
    step = flow.steps.get(call.step or "")
    return isinstance(step, Queue) and step.tier == call.tier and call.handed is None


def sought_by(call: Call) -> Tier:
    """The tier that a waiting call waits for."""
    if call.seeks_for_emergency:
        return "supervisor"
    assert call.tier is not None
    return call.transfer.to if call.transfer else call.tier


def ready_agent(person: Person, since: datetime) -> ReadyAgent | None:
    """None for those who take no calls."""
    if person.tier is None:
        return None
    ability = Ability(person.tier, frozenset(person.languages), person.skills, person.site)
    return ReadyAgent(person.user, ability, since)


def _waits(call: Call) -> bool:
    if call.reservation or call.put_off:
        return False
    if call.promise:
        return call.phase == "promised" and call.promise.rang_off
    return call.phase == "waiting" or (call.transfer is not None and call.transfer.stage == "seeking")
