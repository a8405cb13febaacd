"""A supervisor who is at a call serves the caller from now on, and the agents leave it."""

from tierline.calls import events as ev
from tierline.calls.names import AgentId
from tierline.calls.state import Call
from tierline.calls.supervision_events import SupervisionEnded
from tierline.desk.bringing_in import given_up, release
from tierline.desk.center import Center
from tierline.desk.distributing import distribute, withdraw
from tierline.desk.refusal import Refused
from tierline.desk.seating import connect


async def take_over(center: Center, call: Call, agent: AgentId) -> Call:
    """Whatever was under way for the caller, a transfer or a hold, is over; their age stays. Raises Refused,
    StoreAway. Within the call's turn."""
    there = call.supervised_now_by(agent)
    if there is None or not there.answered:
        raise Refused("listen or join first: you take a caller over from a call that you are at")
    call = await withdraw(center, call)
    leaving = call.serving
    center.cancel(call.id, "named")
    withdrawn = [given_up(call.transfer, "a supervisor took the call over")] if call.transfer else []
    call = await center.commit(
        call,
        *withdrawn,
        SupervisionEnded(agent, "took_over", there.told),
        ev.Answered(agent, there.leg, "supervisor"),
        *(ev.AgentLeft(serving.agent) for serving in leaving),
    )
    center.floor.put(agent, "talking", call=call.id)
    await connect(center, call)
    for serving in leaving:
        await release(center, call, serving)
    distribute(center)
    return call
