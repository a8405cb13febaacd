"""Ends calls, and gives their agents time to note them down."""

import asyncio

from msgspec.structs import replace

from tierline.calls.events import Ended, Unanswered
from tierline.calls.names import AgentId
from tierline.calls.state import Call, Serving
from tierline.desk.center import Center
from tierline.desk.disposing import tier_of
from tierline.desk.distributing import distribute
from tierline.desk.freeing import go_on, not_taken
from tierline.desk.outside import legs_of, over
from tierline.desk.overhearing import endings, is_free
from tierline.desk.refusal import Refused
from tierline.desk.seating import consult_room_of, room_of


async def end_call(center: Center, call: Call, ended: Ended) -> Call:
    """Notes the end first, then ends every leg and room of it; only then its agents are free, whose phones
    would be busy before. Within the call's turn."""
    center.cancel(call.id)
    center.forget(call.id)
    center.accounts.pop(call.id, None)
    center.playing.pop(call.leg, None)
    reserved = call.reservation
    served_by = call.serving
    outside = legs_of(call)
    unanswered = [Unanswered(reserved.agent, "abandoned")] if reserved else []
    after = center.note(call, *over(call), *unanswered, *endings(call, "call_over"), ended)
    at_it = [*(s.leg for s in served_by), *(s.leg for s in call.supervising)]
    voice = [call.practice.voice] if call.practice else []
    legs = [call.leg, *voice, *at_it, *([reserved.leg] if reserved else []), *outside]
    for leg in legs:
        center.legs.pop(leg, None)
        center.playing.pop(leg, None)
    await asyncio.gather(*(center.carefully(center.switch.hang_up(leg)) for leg in legs))
    if reserved:
        not_taken(center, reserved.agent, "abandoned")
    for serving in served_by:
        wrap_up(center, serving, call)
    for supervising in call.supervising:
        is_free(center, supervising)
    distribute(center)
    for room in (room_of(call), consult_room_of(call)):
        await center.switch.close(room)
    return after


def wrap_up(center: Center, serving: Serving, call: Call) -> None:
    """Not for who is to be signed out as soon as the call is over, or is gone already."""
    agent = serving.agent
    if center.floor.state(agent).signed_out:
        return
    seconds = center.pinned(call).tiers.tier(serving.tier).wrap_up_seconds
    center.floor.put(agent, "wrap_up", call=call.id, seconds=seconds)
    wanted = center.floor.duty(agent).afterwards
    if wanted and wanted.signs_out:
        go_on(center, agent)
    else:
        end_by_itself(center, agent)


def end_by_itself(center: Center, agent: AgentId) -> None:
    """The wrap-up that the agent is in, when its time has come; at once where that is past."""
    until = center.floor.state(agent).until
    if until is not None:
        seconds = max((until - center.clock.now()).total_seconds(), 0)
        center.after(agent, "wrap_up", seconds, lambda: _over(center, agent))


def extend(center: Center, agent: AgentId) -> None:
    """Once a call, by the agency's time. Raises Refused."""
    duty, tier = center.floor.duty(agent), tier_of(center, agent)
    state = duty.state
    if state.name != "wrap_up" or state.until is None or tier is None:
        raise Refused("there is no wrap-up that could take longer")
    more = center.agency.tiers.tier(tier).wrap_up_extension
    if not more:
        raise Refused("wrap-up cannot be made longer here; choose Not ready if you need more time")
    if state.extended:
        raise Refused("wrap-up was made longer already; choose Not ready if you need more time")
    center.floor.change(replace(duty, state=replace(state, until=state.until + more, extended=True)))
    end_by_itself(center, agent)


async def _over(center: Center, agent: AgentId) -> None:
    if center.floor.state(agent).name == "wrap_up":
        go_on(center, agent)
        distribute(center)
