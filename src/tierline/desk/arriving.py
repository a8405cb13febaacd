"""A caller rings: the call begins on record, is answered, and enters the IVR (policy A1, A4, B1.1)."""

from tierline.calls.events import Arrived
from tierline.calls.names import CallId
from tierline.desk import self_service
from tierline.desk.center import Center
from tierline.ports.switch import LegGone, Offered


async def arrive(center: Center, offered: Offered) -> None:
    if offered.leg in center.legs:
        return
    caller = center.value("phone", offered.caller) if offered.caller else None
    arrived = Arrived(offered.leg, offered.number, caller.ref if caller else None, center.agency.version)
    center.legs[offered.leg] = CallId("")  # from now on a repeated offer is known; the id follows
    call = await center.arrive(offered.leg, arrived, [caller] if caller else [])
    center.legs[offered.leg] = call.id
    if offered.account:
        center.accounts[call.id] = offered.account
    async with center.turn(call.id) as current:
        if current is None:
            return
        try:
            await center.switch.answer(offered.leg)
        except LegGone:
            return  # hung up while ringing: its own event ends the call
        await self_service.begin(center, current)
