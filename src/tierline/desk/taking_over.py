"""A supervisor who is at a call serves the caller from now on, and the agents leave it."""

from tierline.calls import events as ev
from tierline.calls.names import AgentId
from tierline.calls.state import Call
from tierline.calls.supervision_events import SupervisionEnded
from tierline.desk.center import Center
from tierline.desk.distributing import connect, consult_room_of, distribute, not_answered
from tierline.desk.refusal import Refused
from tierline.desk.wrapping_up import wrap_up


async def take_over(center: Center, call: Call, agent: AgentId) -> Call:
    """Whatever was under way for the caller, a transfer or a hold, is over; their age stays. Raises Refused,
    StoreAway. Within the call's turn."""
    there = call.supervised_now_by(agent)
    if there is None or not there.answered:
        raise Refused("listen or join first: you take a caller over from a call that you are at")
    if call.reservation:
        reserved = call.reservation
        call = await not_answered(center, call, reserved, "withdrawn")
        await center.switch.hang_up(reserved.leg)
    leaving = call.serving
    withdrawn = [ev.TransferWithdrawn(agent, "a supervisor took the call over")] if call.transfer else []
    call = await center.commit(
        call,
        *withdrawn,
        SupervisionEnded(agent, "took_over", there.told),
        ev.Answered(agent, there.leg, "supervisor"),
        *(ev.AgentLeft(serving.agent) for serving in leaving),
    )
    center.floor.put(agent, "talking", call=call.id)
    await connect(center, call)
    await center.switch.close(consult_room_of(call))
    for serving in leaving:
        center.legs.pop(serving.leg, None)
        wrap_up(center, serving, call)
        await center.switch.hang_up(serving.leg)
    distribute(center)
    return call
