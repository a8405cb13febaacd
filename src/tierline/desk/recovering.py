"""A new process, or a new connection to the engine: what the store knows is brought together with what the
engine has."""

import structlog

from tierline.calls import events as ev
from tierline.calls.names import LegId
from tierline.calls.state import Call, Serving
from tierline.desk import calling_back, keeping_promises, self_service
from tierline.desk.announcing import announce_later
from tierline.desk.arriving import arrive
from tierline.desk.center import Center
from tierline.desk.distributing import connect, consult_room_of, distribute, not_answered
from tierline.desk.following import pin
from tierline.desk.losing import agent_lost
from tierline.desk.wrapping_up import end_call
from tierline.ports.switch import Live, Offered

log = structlog.get_logger()


async def recover(center: Center) -> None:
    """A leg that is gone ended its call; a caller's leg without a call is a new one; everything else goes on
    where it was."""
    live = await center.switch.live()
    alive = {leg.leg for leg in live.legs}
    open_calls = await center.store.open_calls()
    await pin(center, open_calls)
    for stored in open_calls:
        fresh = stored.id not in center.calls
        center.calls.setdefault(stored.id, stored)
        for leg in (stored.leg, *(s.leg for s in stored.serving)):
            center.legs[leg] = stored.id
        async with center.turn(stored.id) as call:
            if call:
                await _reconcile(center, call, alive, fresh)
    await _take_in_strangers(center, live)
    distribute(center)


async def _reconcile(center: Center, call: Call, alive: set[LegId], fresh: bool) -> None:
    if call.promise:
        await _promise(center, call, alive, fresh)
        return
    if call.leg not in alive:
        await end_call(center, call, ev.Ended("engine_lost", call.phase))
        return
    if fresh:
        call = await center.commit(call, ev.PickedUpAgain())
    await _reservation(center, call, alive)
    call = center.calls.get(call.id, call)
    for lost in [s for s in call.serving if s.leg not in alive]:
        await agent_lost(center, center.calls[call.id], lost)
    if fresh:
        await _go_on(center, center.calls[call.id])


async def _promise(center: Center, call: Call, alive: set[LegId], fresh: bool) -> None:
    """Kept, whatever died meanwhile. An attempt under way is lost; a good-bye that was cut short is said
    again."""
    if fresh:
        call = await center.commit(call, ev.PickedUpAgain())
    if call.phase == "calling_back":
        if fresh or call.leg not in alive or (call.reservation and call.reservation.leg not in alive):
            await keeping_promises.unanswered(center, call, "failed")
        return
    await _reservation(center, call, alive)
    call = center.calls[call.id]
    assert call.promise
    if call.leg not in alive:
        center.legs.pop(call.leg, None)
        if not call.promise.rang_off:
            call = await calling_back.rang_off(center, call)
    elif fresh:
        await calling_back.take_leave(center, call)
    await calling_back.wait_on_or_give_up(center, call)


async def _reservation(center: Center, call: Call, alive: set[LegId]) -> None:
    """A ring of before has no timer any more: the caller is presented anew, at the original age."""
    if call.reservation:
        leg = call.reservation.leg
        await not_answered(center, call, call.reservation, "withdrawn")
        if leg in alive:
            await center.switch.hang_up(leg)


async def _go_on(center: Center, call: Call) -> None:
    for serving in call.serving:
        center.floor.put(serving.agent, "talking", call=call.id)
    if call.confirming_supervisor:
        call = await center.commit(call, ev.SupervisorKeyWithdrawn())
    if call.phase == "ivr":
        await self_service.begin(center, call)
    elif call.phase == "waiting":
        await center.switch.hold(call.leg)
        announce_later(center, call)
    elif call.phase == "talking" and not call.held:
        await _rejoin(center, call, call.serving)


async def _rejoin(center: Center, call: Call, serving: tuple[Serving, ...]) -> None:
    """Bridges live through a restart; putting everyone where they belong again changes nothing for those who
    are there."""
    if call.transfer and call.transfer.stage == "consulting":
        await center.switch.hold(call.leg)
        for agent in serving:
            await center.switch.join(consult_room_of(call), agent.leg)
    else:
        await connect(center, call)


async def _take_in_strangers(center: Center, live: Live) -> None:
    for leg in live.legs:
        known = leg.leg in center.legs
        if leg.number is not None and not known:
            await arrive(center, Offered(leg.leg, leg.number, leg.caller, leg.account))
        elif leg.number is None and not known:
            log.warning("an agent's leg belongs to no call", leg=leg.leg)
            await center.switch.hang_up(leg.leg)
