"""A caller's telephone turns out to be a text telephone (TTY): the agency's treatment, and time to type."""

from tierline.calls import events as ev
from tierline.calls.names import LegId
from tierline.calls.state import Call
from tierline.desk import self_service
from tierline.desk.center import Center


async def heard_tty(center: Center, leg: LegId) -> None:
    """In the IVR the call goes on at the step that the flow names as `tty`. Elsewhere it stays where it is:
    an agent is with the caller, or soon will be, and reads it on the call's timeline."""
    call_id = center.legs.get(leg)
    if call_id is None:
        return
    async with center.turn(call_id) as call:
        if call is not None and call.leg == leg:
            await _treat(center, call)


async def _treat(center: Center, call: Call) -> None:
    events: list[ev.AnyEvent] = [ev.TtyDetected()]
    if not call.relay:
        events.append(ev.RelayCaller("tty"))
    if not call.with_ivr:
        center.note(call, *events)
        return
    if call.confirming_supervisor:
        # The question was spoken: whoever types cannot have heard it.
        center.cancel(call.id, "confirm")
        events.append(ev.SupervisorKeyWithdrawn())
    call = center.note(call, *events)
    if step := center.pinned(call).flow.tty:
        await self_service.go_to(center, call, step)
