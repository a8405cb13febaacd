"""A threat, a self-harm or another emergency: the agent stays with the caller, and a supervisor is sought
ahead of all other callers."""

from typing import Literal

import structlog

from tierline.calls import emergency_events as em
from tierline.calls.events import Resumed
from tierline.calls.names import AgentId
from tierline.calls.state import Call, Reservation
from tierline.desk.center import Center
from tierline.desk.contacting import calling
from tierline.desk.distributing import distribute
from tierline.desk.overhearing import begins, leads_leave
from tierline.desk.practice.pretending import pretend
from tierline.desk.refusal import Refused
from tierline.desk.seating import connect
from tierline.desk.supervising import arrived
from tierline.desk.transferring import take_back
from tierline.desk.values import new_value
from tierline.ports.store import StoreAway

log = structlog.get_logger()


async def declare(center: Center, call: Call, agent: AgentId, kind: str) -> Call:
    """Again changes nothing. Never refused for want of a database: the spool has it then. Raises Refused for
    a kind that the agency has not. Within the call's turn, as all here."""
    if call.emergency:
        return call
    if not center.agency.emergencies.has(kind):
        raise Refused("your agency has no procedure of that name: choose one of those on your screen")
    if call.practice:
        return await pretend(center, call, agent, "emergency", kind)
    call = await leads_leave(center, center.note(call, em.EmergencyDeclared(agent, kind)))
    await center.records.settled()
    log.warning("an emergency was declared", call=call.id, kind=kind)
    call = await calling.let_go(center, call)
    if call.transfer:
        try:
            call = await take_back(center, call, call.transfer.by, "an emergency was declared")
        except StoreAway:
            log.warning("the transfer goes on: there is no database to withdraw it", call=call.id)
            call = center.calls[call.id]  # a colleague who was being rung is not rung any more
    if call.held:  # nobody in danger listens to music
        call = center.note(call, Resumed(agent))
        await connect(center, call)
    distribute(center)
    return call


async def joined(center: Center, call: Call, reserved: Reservation) -> Call:
    """The supervisor who was sought is on the line."""
    center.cancel(call.id, "ring")
    mode: Literal["monitor", "barge"] = (
        "barge" if center.agency.emergencies.supervisor == "joins" else "monitor"
    )
    told = center.agency.supervision.tells(mode)
    call = center.note(call, em.EmergencyJoined(reserved.agent, reserved.leg, mode, told))
    begins(center, call, reserved.agent)
    await arrived(center, call, told=told)
    return call


async def acknowledge(center: Center, call: Call | None, agent: AgentId, note: str) -> Call:
    """Also of a call that is over. Raises Refused, StoreAway."""
    if call is None or call.emergency is None:
        raise Refused("there is no emergency in this call")
    if not note.strip():
        raise Refused("write in a few words what was done")
    if call.emergency.acknowledged:
        raise Refused("a colleague has acknowledged it already")
    written = new_value("note", note.strip())
    return await center.commit(call, em.EmergencyAcknowledged(agent, written.ref), values=[written])
