"""An agent goes on at another screen: never two phones for one agent. A conversation goes along, with the
caller holding for the moment; whoever has one is asked first."""

import secrets

from tierline.calls.desk_events import AgentMoved, AgentMovedIn
from tierline.calls.names import AgentId, CallId, LegId
from tierline.calls.state import Call, Serving
from tierline.desk.center import Center
from tierline.desk.distributing import distribute, not_answered
from tierline.desk.losing import agent_lost
from tierline.desk.refusal import Refused
from tierline.desk.seating import connect
from tierline.desk.seats import Desk
from tierline.staff.work_states import JUST_SIGNED_IN

SECONDS_TO_COME = 30.0
"""For the phone at the other screen; then the caller goes back to the queue."""


class InCallElsewhere(Refused):
    """The person has to confirm that the call is to come along."""


async def sit_down(center: Center, agent: AgentId, desk: Desk, *, take_over: bool = False) -> bool:
    """Whether another screen lost its seat by it. Raises InCallElsewhere, and Refused for a screen that lost
    it already, each unless `take_over`."""
    seats = center.floor.seats
    if not take_over and seats.was_here(agent, desk):
        raise Refused("you went on at another screen; choose to work here instead")
    state = center.floor.state(agent)
    elsewhere = seats.of(agent) not in (None, desk)
    if elsewhere and state.in_call and seats.is_open(agent) and not take_over:
        raise InCallElsewhere("you are in a call at another screen: confirm that it is to go on here")
    moved = seats.take(agent, desk)
    if moved and state.call and state.in_call:
        await _bring_along(center, agent, state.call)
    center.changed()
    return moved


async def phone_is_here(center: Center, agent: AgentId) -> None:
    """The phone of the new screen can be rung. May be repeated."""
    call_id = center.floor.state(agent).call
    call = center.calls.get(call_id) if call_id else None
    serving = call.part_of(agent) if call else None
    if call and serving and serving.moving:
        await center.switch.ring(serving.leg, agent, shown=call.language or "")


async def moved_in(center: Center, call: Call, serving: Serving) -> None:
    """The phone at the new screen was answered. Within the call's turn."""
    center.cancel(call.id, _timer(serving.agent))
    call = center.note(call, AgentMovedIn(serving.agent))
    await connect(center, call)


async def _bring_along(center: Center, agent: AgentId, call_id: CallId) -> None:
    async with center.turn(call_id) as call:
        if call is None:
            return
        if call.reservation and call.reservation.agent == agent:
            await _present_to_others(center, call)
        elif serving := call.part_of(agent):
            await _move(center, call, serving)


async def _present_to_others(center: Center, call: Call) -> None:
    """Nobody answers at a phone that is just being put away."""
    assert call.reservation
    reserved = call.reservation
    await not_answered(center, call, reserved, "withdrawn")
    center.floor.put(reserved.agent, "not_ready", reason=JUST_SIGNED_IN)
    distribute(center)
    await center.switch.hang_up(reserved.leg)


async def _move(center: Center, call: Call, serving: Serving) -> None:
    leg = LegId(f"agent-{secrets.token_hex(8)}")
    call = await center.commit(call, AgentMoved(serving.agent, leg))
    center.legs.pop(serving.leg, None)
    center.legs[leg] = call.id
    if len(call.serving) == 1:
        await center.switch.hold(call.leg)
    await center.switch.hang_up(serving.leg)
    never = lambda: _never_came(center, call.id, serving.agent, leg)  # noqa: E731
    center.after(call.id, _timer(serving.agent), SECONDS_TO_COME, never)


async def _never_came(center: Center, call_id: CallId, agent: AgentId, leg: LegId) -> None:
    async with center.turn(call_id) as call:
        serving = call.part_of(agent) if call else None
        if call and serving and serving.moving and serving.leg == leg:
            center.legs.pop(leg, None)
            await agent_lost(center, call, serving)
    await center.switch.hang_up(leg)


def _timer(agent: AgentId) -> str:
    return f"moving-{agent}"
