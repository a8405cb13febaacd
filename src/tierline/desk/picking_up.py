"""A phone that we rang is answered: an agent's, an interpreter's, or the telephone of a caller who was
promised it."""

from tierline.calls.names import LegId
from tierline.calls.state import Call, Serving
from tierline.desk import emergency, interpreting, keeping_promises, supervising
from tierline.desk.center import Center
from tierline.desk.changing_desks import moved_in
from tierline.desk.contacting import calling
from tierline.desk.distributing import answered
from tierline.desk.practice import calling as practice


async def picked_up(center: Center, leg: LegId) -> None:
    call_id = center.legs.get(leg)
    if call_id is None:
        await center.switch.hang_up(leg)  # too late: the caller had hung up
        return
    async with center.turn(call_id) as call:
        if call and call.phase == "calling_back" and call.leg == leg:
            await keeping_promises.greet(center, call)
        elif call and call.practice and call.leg == leg:
            await practice.caller_is_there(center, call)
        elif moving := _moving(call, leg):
            assert call
            await moved_in(center, call, moving)
        elif call and call.interpreter and call.interpreter.leg == leg:
            await interpreting.answered(center, call, call.interpreter)
        elif call and call.contact_part and call.contact_part.leg == leg:
            await calling.answered(center, call, call.contact_part)
        elif call and (there := call.supervising_on(leg)):
            await supervising.picked_up(center, call, there)
        elif call is None or call.reservation is None or call.reservation.leg != leg:
            await center.switch.hang_up(leg)
        elif call.seeks_for_emergency:
            await emergency.joined(center, call, call.reservation)
        elif call.promise:
            await keeping_promises.dial(center, call)
        elif call.practice:
            await practice.agent_is_there(center, call, call.reservation)
        else:
            await answered(center, call, call.reservation)


def _moving(call: Call | None, leg: LegId) -> Serving | None:
    """An agent who goes on at another screen, whose phone this is."""
    serving = call.serving if call else ()
    return next((s for s in serving if s.leg == leg and s.moving), None)
