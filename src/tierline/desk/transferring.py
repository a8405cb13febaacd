"""Warm transfer upwards: the caller stays with the agent until a colleague is found and told, and only then
moves on."""

from tierline.calls import events as ev
from tierline.calls.names import AgentId, Tier
from tierline.calls.state import Call, Serving
from tierline.desk.center import Center
from tierline.desk.distributing import connect, consult_room_of, distribute, not_answered
from tierline.desk.refusal import Refused
from tierline.desk.wrapping_up import wrap_up
from tierline.staff.escalation import Trigger, why_not


async def ask(center: Center, call: Call, agent: AgentId, to: Tier, trigger: Trigger, reason: str) -> Call:
    """Seeks a colleague of that tier. Raises Refused, with what to do instead. Within the call's turn, as all
    here."""
    by = _serving(call, agent)
    if call.transfer:
        raise Refused("a transfer is under way already: complete it or take the caller back first")
    if not reason.strip():
        raise Refused("say in a few words why, so that the caller need not repeat it")
    if not center.pinned(call).tiers.has(to):
        raise Refused("this agency has no such tier; help the caller yourself, or make a request")
    if instead := why_not(to, trigger, by=by.tier, served_by=call.served_by):
        raise Refused(instead)
    asked: list[ev.AnyEvent] = []
    if trigger == "caller_asked" and call.supervisor == "not_asked":
        asked.append(ev.SupervisorAsked(agent))
    call = await center.commit(call, *asked, ev.TransferAsked(agent, to, trigger, reason))
    distribute(center)
    return call


async def take_back(center: Center, call: Call, agent: AgentId, why: str) -> Call:
    """The caller and the agent go on together; a colleague who was found is free again. Raises Refused."""
    if call.transfer is None or call.transfer.by != agent:
        raise Refused("there is no transfer of yours to take back")
    if call.reservation:
        reserved = call.reservation
        call = await not_answered(center, call, reserved, "withdrawn")
        await center.switch.hang_up(reserved.leg)
    colleagues = [s for s in call.serving if s.agent != agent]
    left = [ev.AgentLeft(s.agent) for s in colleagues]
    resumed = [ev.Resumed(agent)] if call.held else []
    call = await center.commit(call, ev.TransferWithdrawn(agent, why), *resumed, *left)
    for colleague in colleagues:
        await _release(center, call, colleague)
    await connect(center, call)
    await center.switch.close(consult_room_of(call))
    distribute(center)
    return call


async def complete(center: Center, call: Call, agent: AgentId) -> Call:
    """The caller is with the colleague, and the agent leaves. Raises Refused while no colleague has
    answered."""
    transfer = call.transfer
    if transfer is None or transfer.stage != "consulting":
        raise Refused("nobody has answered yet: wait, or take the caller back")
    leaving = _serving(call, transfer.by)
    taking = next(s for s in call.serving if s.agent != transfer.by)
    if agent not in (leaving.agent, taking.agent):
        raise Refused("this is not your call")
    moved = ev.Transferred(leaving.agent, taking.agent)
    call = await center.commit(call, moved, ev.AgentLeft(leaving.agent))
    await connect(center, call)
    await center.switch.close(consult_room_of(call))
    await _release(center, call, leaving)
    return await seek_supervisor(center, call)


async def seek_supervisor(center: Center, call: Call) -> Call:
    """For a caller who has asked for one and is with somebody else: nothing but a talk under way with a
    colleague comes first (I8)."""
    transfer = call.transfer
    if call.supervisor != "asked" or call.phase != "talking" or call.tier == "supervisor":
        return call
    if transfer and (transfer.to == "supervisor" or transfer.stage == "consulting"):
        return call
    if transfer:
        call = await take_back(center, call, transfer.by, "the caller asked for a supervisor")
    by = call.serving[0].agent
    asked = ev.TransferAsked(by, "supervisor", "caller_asked", "the caller asked for a supervisor")
    call = await center.commit(call, asked)
    distribute(center)
    return call


async def _release(center: Center, call: Call, serving: Serving) -> None:
    center.legs.pop(serving.leg, None)
    wrap_up(center, serving, call)
    await center.switch.hang_up(serving.leg)


def _serving(call: Call, agent: AgentId) -> Serving:
    found = next((s for s in call.serving if s.agent == agent), None)
    if found is None:
        raise Refused("this is not your call")
    return found
