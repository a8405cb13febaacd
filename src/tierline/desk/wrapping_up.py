"""Ends calls, and gives their agents time to note them down."""

from tierline.calls.events import AnyEvent, Ended, Unanswered
from tierline.calls.names import AgentId
from tierline.calls.state import Call, Serving
from tierline.desk.center import Center
from tierline.desk.distributing import consult_room_of, distribute, room_of
from tierline.desk.overhearing import endings, is_free


async def end_call(center: Center, call: Call, ended: Ended) -> Call:
    """Notes the end first, then ends every leg and room of it. Within the call's turn."""
    center.cancel(call.id)
    center.forget(call.id)
    center.accounts.pop(call.id, None)
    center.playing.pop(call.leg, None)
    reserved = call.reservation
    served_by = call.serving
    abandoned = [Unanswered(reserved.agent, "abandoned")] if reserved else []
    events: list[AnyEvent] = [*abandoned, *endings(call, "call_over"), ended]
    after = center.note(call, *events)
    if reserved:
        center.floor.put(reserved.agent, "ready")
    for serving in served_by:
        wrap_up(center, serving, call)
    for supervising in call.supervising:
        is_free(center, supervising)
    at_it = [*(s.leg for s in served_by), *(s.leg for s in call.supervising)]
    legs = [call.leg, *at_it, *([reserved.leg] if reserved else [])]
    for leg in legs:
        center.legs.pop(leg, None)
        await center.switch.hang_up(leg)
    for room in (room_of(call), consult_room_of(call)):
        await center.switch.close(room)
    distribute(center)
    return after


def wrap_up(center: Center, serving: Serving, call: Call) -> None:
    agent = serving.agent
    seconds = center.pinned(call).tiers.tier(serving.tier).wrap_up_seconds
    center.floor.put(agent, "wrap_up", call=call.id, seconds=seconds)
    center.after(agent, "wrap_up", seconds, lambda: _ready_again(center, agent))
    center.changed()


async def _ready_again(center: Center, agent: AgentId) -> None:
    if center.floor.state(agent).name == "wrap_up":
        center.floor.put(agent, "ready")
        center.changed()
        distribute(center)
