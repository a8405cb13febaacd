"""Warm transfer upwards: the caller stays with the agent until a colleague is found and told, and only then
moves on."""

from tierline.calls import events as ev
from tierline.calls.names import AgentId, Trigger
from tierline.calls.state import Call
from tierline.desk.bringing_in import given_up, leave_to, let_go, seek
from tierline.desk.center import Center
from tierline.desk.colleagues import Whom, may_hand_on, must_be_ready, must_not_be_with_an_office, own_part
from tierline.desk.practice.pretending import pretend
from tierline.desk.refusal import Refused
from tierline.desk.values import new_value

_ASKED_FOR_ONE = "the caller asked for a supervisor"


async def ask(center: Center, call: Call, agent: AgentId, to: Whom, trigger: Trigger, reason: str) -> Call:
    """Seeks a colleague. Raises Refused, with what to do instead. Within the call's turn, as all here."""
    may_hand_on(center, call, own_part(call, agent), to, trigger, reason)
    must_not_be_with_an_office(call)
    must_be_ready(center, to)
    if call.practice:
        return await pretend(center, call, agent, "transfer", to.tier, to.person)
    why = new_value("reason", reason.strip())
    asked = ev.TransferAsked(agent, to.tier, trigger, why.ref, to.person)
    return await seek(center, call, why, *supervisor_asked(call, agent, trigger), asked)


def supervisor_asked(call: Call, agent: AgentId, trigger: Trigger) -> list[ev.AnyEvent]:
    """What the agent notes by naming this trigger."""
    noted = trigger == "caller_asked" and call.supervisor == "not_asked"
    return [ev.SupervisorAsked(agent)] if noted else []


async def take_back(center: Center, call: Call, agent: AgentId, why: str) -> Call:
    """The caller and the agent go on together; a colleague who was found is free again. Raises Refused."""
    if call.transfer is None or call.transfer.by != agent:
        raise Refused("there is no transfer of yours to take back")
    return await let_go(center, call, given_up(call.transfer, why))


async def complete(center: Center, call: Call, agent: AgentId) -> Call:
    """The caller is with the colleague, and the agent leaves. Raises Refused while no colleague has
    answered."""
    transfer = call.consulting
    if transfer is None or transfer.purpose != "transfer":
        raise Refused("nobody has answered yet: wait, or take the caller back")
    own_part(call, agent)
    call = await leave_to(center, call, own_part(call, transfer.by), call.colleagues[0])
    return await seek_supervisor(center, call)


async def seek_supervisor(center: Center, call: Call) -> Call:
    """For a caller who has asked for one and is with somebody else: nothing but a talk under way with a
    colleague comes first (I8)."""
    transfer = call.transfer
    if call.supervisor != "asked" or not call.serving or call.tier == "supervisor":
        return call
    if transfer and ((transfer.purpose == "transfer" and transfer.to == "supervisor") or call.consulting):
        return call
    if transfer:
        call = await let_go(center, call, given_up(transfer, _ASKED_FOR_ONE))
    by = call.serving[0].agent
    why = new_value("reason", _ASKED_FOR_ONE)
    return await seek(center, call, why, ev.TransferAsked(by, "supervisor", "caller_asked", why.ref))
