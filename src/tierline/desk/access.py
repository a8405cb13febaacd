"""Which calls a person may look at, and which one they may act on."""

from tierline.calls.names import AgentId, CallId
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.refusal import NotFound, Refused
from tierline.staff.person import Person


def at_hand(center: Center, agent: AgentId) -> Call | None:
    """The call that rings at this agent now, or that they serve."""
    state = center.floor.state(agent)
    call = center.calls.get(state.call) if state.call else None
    return call if call and _takes_part(call, agent) else None


def wrapped_up(center: Center, agent: AgentId) -> CallId | None:
    """The call they have just left and are noting down."""
    state = center.floor.state(agent)
    return state.call if state.name == "wrap_up" else None


async def readable(center: Center, person: Person, call_id: CallId) -> Call:
    """Any call for a supervisor, one's own for others. Raises NotFound, whether it exists or not."""
    call = center.calls.get(call_id)
    own = call is not None and _takes_part(call, person.user)
    if not own and person.role != "supervisor" and wrapped_up(center, person.user) != call_id:
        raise NotFound("there is no such call of yours")
    call = await center.call(call_id)
    if call is None:
        raise NotFound("there is no such call of yours")
    return call


def acted_on(call: Call | None, person: Person, *, consulted_too: bool = False) -> Call:
    """The call, if this person serves its caller. Raises NotFound, and Refused for a colleague who is only
    consulted so far."""
    if call is None or not call.served_now_by(person.user):
        raise NotFound("there is no such call of yours; it may have just ended")
    if consulted(call, person.user) and not consulted_too:
        raise Refused("the caller is not with you yet: complete the transfer first")
    return call


def consulted(call: Call, agent: AgentId) -> bool:
    """In conversation with the colleague who transfers, while the caller holds."""
    return any(colleague.agent == agent for colleague in call.colleagues)


def reserved(call: Call, agent: AgentId) -> bool:
    return call.reservation is not None and call.reservation.agent == agent


def _takes_part(call: Call, agent: AgentId) -> bool:
    return call.served_now_by(agent) or reserved(call, agent)
