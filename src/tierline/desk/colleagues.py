"""Whom an agent may bring in or hand the caller to: a tier, or one colleague of it."""

import msgspec

from tierline.acd.agents import AgentState
from tierline.calls.names import AgentId, Tier, Trigger
from tierline.calls.state import Call, Serving
from tierline.desk.center import Center
from tierline.desk.estimating import at_work
from tierline.desk.refusal import Refused
from tierline.sentence import Sentence, sentence
from tierline.staff.escalation import why_not


class Whom(msgspec.Struct, frozen=True):
    """`person` is the one colleague who will do; None: whoever of the tier is free first."""

    tier: Tier
    person: AgentId | None = None


def named(center: Center, person: AgentId) -> Whom:
    """That colleague. Raises Refused for one who takes no calls."""
    found = center.agency.staff.get(person)
    if found is None or found.tier is None:
        raise Refused("nobody of that name takes calls here; choose somebody else")
    return Whom(found.tier, person)


def own_part(call: Call, agent: AgentId) -> Serving:
    """Raises Refused for an agent who is not in the call."""
    if part := call.part_of(agent):
        return part
    raise Refused("this is not your call")


def may_hand_on(center: Center, call: Call, by: Serving, to: Whom, trigger: Trigger, reason: str) -> None:
    """Raises Refused with what to do instead where the policy does not let the call climb there, or nobody
    would know why it did."""
    must_stay(center, call)
    if call.transfer:
        raise Refused("a transfer is under way already: complete it or take the caller back first")
    must_say_why(reason)
    must_be_there(center, call, to)
    tiers = center.pinned(call).tiers
    if instead := why_not(tiers, to.tier, trigger, by=by.tier, served_by=call.served_by):
        raise Refused.saying(instead)


def must_stay(center: Center, call: Call) -> None:
    """In an emergency the caller is left to nobody but a supervisor, as long as one may still come."""
    if call.seeks_for_emergency and a_supervisor_may_come(center):
        raise Refused(
            "a supervisor is being called to this emergency: stay with the caller until one is there"
        )


def a_supervisor_may_come(center: Center) -> bool:
    """One who is free, or will be."""
    return bool(at_work(center, "supervisor"))


def must_not_be_with_an_office(call: Call) -> None:
    """Nobody is brought in while the caller holds for somebody else."""
    if call.contact_part:
        raise Refused("an office is in this call or being called: let them go first")


def must_not_interrupt(call: Call) -> None:
    """The caller's own way to a supervisor is not cut off by moving them."""
    if call.confirming_supervisor:
        raise Refused("the caller is just being asked whether they want a supervisor: wait some seconds")


def must_say_why(reason: str) -> None:
    if not reason.strip():
        raise Refused("say in a few words why, so that the caller need not repeat it")


def must_be_there(center: Center, call: Call, to: Whom) -> None:
    """Whether the agency has such a tier, and the colleague is somebody else."""
    if not center.pinned(call).tiers.has(to.tier):
        raise Refused("this agency has no such tier; help the caller yourself, or make a request")
    if to.person and call.part_of(to.person):
        raise Refused("they are in this call already; choose somebody else")


def must_be_ready(center: Center, to: Whom) -> None:
    """A named colleague is rung only when ready."""
    if to.person and (why := why_not_ready(center.floor.state(to.person))):
        raise not_ready(center.agency.staff[to.person].name, why)


def not_ready(name: str, why: Sentence) -> Refused:
    return Refused("{name} {why}: choose somebody else, or whoever is free first", name=name, why=why)


def why_not_ready(state: AgentState) -> Sentence | None:
    """Said of them; None for one who is."""
    match state.name:
        case "ready":
            return None
        case "reserved":
            return sentence("is just being rung for another call")
        case "talking":
            return sentence("is in a call")
        case "wrap_up":
            return sentence("is finishing the notes of a call")
        case "not_ready":
            return sentence("is not signed in") if state.signed_out else sentence("is not ready")
