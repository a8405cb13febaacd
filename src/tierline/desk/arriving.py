"""A caller rings: the call begins, is answered, and enters the IVR, whether or not the database answers
(policy A1, A4, B1.1, B1.3)."""

from tierline.calls.events import Arrived, Ended, RelayCaller
from tierline.desk import self_service
from tierline.desk.center import Center
from tierline.desk.recognising import recognise
from tierline.desk.values import new_value
from tierline.desk.wrapping_up import end_call
from tierline.ports.switch import LegGone, Offered


async def arrive(center: Center, offered: Offered) -> None:
    if offered.leg in center.legs:
        return
    call_id = center.legs[offered.leg] = center.new_call()
    caller = new_value("phone", offered.caller) if offered.caller else None
    pinned = center.in_force.begins_with.version
    arrived = Arrived(
        offered.leg, offered.number, caller.ref if caller else None, pinned, attestation=offered.attestation
    )
    if offered.account:
        center.accounts[call_id] = offered.account
    # What follows, a hang-up among it, waits until the call is answered.
    async with center.turn(call_id):
        call = center.arrive(call_id, arrived, [caller] if caller else [])
        flow = center.pinned(call).flow
        if flow.patience.relay.calls_from(offered.caller):
            call = center.note(call, RelayCaller("number"))
        elif offered.caller:
            center.spawn(recognise(center, call_id, offered.caller))
        try:
            with center.overload.answering.one(center.clock):
                await center.switch.answer(offered.leg, hear_tty=flow.tty is not None)
        except LegGone:  # whose end the engine may have told of before, when there was no call yet
            center.legs.pop(offered.leg, None)
            await end_call(center, call, Ended("caller_hung_up", "ringing"))
            return
        await self_service.begin(center, call)
