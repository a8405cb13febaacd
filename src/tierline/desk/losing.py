"""Legs end: the caller's, a rung phone's, or an agent's in mid-call, whose caller is never dropped."""

import structlog

from tierline.calls import events as ev
from tierline.calls.names import AgentId
from tierline.calls.state import Call, Serving
from tierline.calls.supervised import Supervising
from tierline.desk import interpreting, keeping_promises, supervising, taking_over, transferring
from tierline.desk.bringing_in import given_up
from tierline.desk.calling_back import rang_off
from tierline.desk.center import Center
from tierline.desk.contacting import calling
from tierline.desk.distributing import rung_leg_ended, withdraw
from tierline.desk.freeing import go_on
from tierline.desk.practice import calling as practice
from tierline.desk.queueing import join_queue
from tierline.desk.seating import connect
from tierline.desk.wrapping_up import end_call
from tierline.ports.store import StoreAway
from tierline.ports.switch import LegEnded
from tierline.staff.work_states import CONNECTION_LOST

log = structlog.get_logger()


async def leg_ended(center: Center, ended: LegEnded) -> None:
    call_id = center.legs.get(ended.leg)
    if call_id is None:
        return
    async with center.turn(call_id) as call:
        center.legs.pop(ended.leg, None)
        if call is None:
            return
        if ended.leg == call.leg and call.phase == "calling_back":
            await keeping_promises.leg_ended(center, call, ended)
        elif ended.leg == call.leg and call.practice:
            await practice.over(center, call)
        elif ended.leg == call.leg and call.promise:
            await rang_off(center, call)
        elif ended.leg == call.leg:
            await end_call(center, call, ev.Ended("caller_hung_up", _where(call)))
        elif call.reservation and call.reservation.leg == ended.leg:
            await rung_leg_ended(center, call, ended)
        elif call.interpreter and call.interpreter.leg == ended.leg:
            await interpreting.leg_ended(center, call, call.interpreter, ended)
        elif call.contact_part and call.contact_part.leg == ended.leg:
            await calling.leg_ended(center, call, call.contact_part, ended)
        elif lost := next((s for s in call.serving if s.leg == ended.leg), None):
            await agent_lost(center, call, lost)
        elif there := call.supervising_on(ended.leg):
            await supervising.leg_ended(center, call, there)


async def agent_lost(center: Center, call: Call, lost: Serving, by: AgentId | None = None) -> None:
    """The caller goes on with whoever else is in the call, or back to the queue at the original age, with an
    apology. `by` is a supervisor who takes the agent off the call."""
    _off_the_line(center, lost.agent)
    joined = next((s for s in call.supervising if s.answered and s.mode == "barge"), None)
    alone = len(call.serving) == 1 and joined is None
    transfer = call.transfer
    events: list[ev.AnyEvent] = []
    if call.consulting and call.consulting.by == lost.agent:
        events.append(ev.Transferred(lost.agent, call.colleagues[0].agent))
    elif transfer:
        events.append(given_up(transfer, "the connection was lost"))
    call = center.note(call, *events, ev.AgentLost(lost.agent, alone, by))
    if not call.serving:
        await _goes_on_with(center, call, joined)
        return
    await connect(center, call)
    await transferring.seek_supervisor(center, call)


def _off_the_line(center: Center, agent: AgentId) -> None:
    """What a supervisor wanted from the end of the call on comes now: the agent's line may not undo it."""
    duty = center.floor.duty(agent)
    if duty.afterwards and duty.afterwards.by:
        go_on(center, agent)
    elif not duty.state.signed_out:
        center.floor.put(agent, "not_ready", reason=CONNECTION_LOST)


async def _goes_on_with(center: Center, call: Call, joined: Supervising | None) -> None:
    """A supervisor who speaks with the caller already stays with them."""
    if joined:
        try:
            await taking_over.take_over(center, call, joined.agent)
            return
        except StoreAway:
            log.warning("the caller waits for the database", call=call.id)
            call = center.calls[call.id]  # whoever was being rung is not rung any more
    await back_to_the_queue(center, call)


async def back_to_the_queue(center: Center, call: Call) -> None:
    tier = "supervisor" if call.supervisor == "asked" else call.tier
    assert tier is not None
    call = await interpreting.let_go(center, call)
    call = await calling.let_go(center, call)
    call = await withdraw(center, call)  # a colleague whom the agent was bringing in
    await join_queue(center, call, tier, "the connection to the agent was lost", ["agent-lost"])


def _where(call: Call) -> str:
    return call.step or "ringing" if call.phase == "ivr" else call.phase
