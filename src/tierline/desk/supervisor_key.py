"""The caller's own way to a supervisor, at any moment of the call: the key, then a confirmation, so that a
slip of the finger does not count (policy A11)."""

import structlog

from tierline.calls import events as ev
from tierline.calls.names import CallId
from tierline.calls.state import Call
from tierline.desk import self_service
from tierline.desk.announcing import announce_later
from tierline.desk.asking import stop_asking
from tierline.desk.calling_back import take_leave
from tierline.desk.center import Center
from tierline.desk.distributing import withdraw
from tierline.desk.queueing import join_queue
from tierline.desk.speaking import hush, say
from tierline.desk.time_to_answer import answered, time_for_a_key
from tierline.desk.transferring import seek_supervisor
from tierline.ports.store import StoreAway

log = structlog.get_logger()

_CONFIRM = "1"
_SECONDS_TO_CONFIRM = 6.0


async def pressed(center: Center, call: Call) -> None:
    """The first press. Within the call's turn, as all here."""
    center.cancel(call.id, "silence", "announce")
    answered(center, call.id)
    stop_asking(center, call.id)
    if call.supervisor != "not_asked":
        await say(center, call, ["supervisor-noted"], then=lambda: _go_on_later(center, call.id))
        return
    call = center.note(call, ev.SupervisorKeyPressed())
    await say(center, call, ["confirm-supervisor"], then=lambda: _wait_for_it(center, call.id))


async def confirm_or_not(center: Center, call: Call, digit: str) -> None:
    """The key after it. Where digits are collected, this is also how the other keys that mean the same
    everywhere are reached."""
    center.cancel(call.id, "confirm")
    await hush(center, call)
    if digit != _CONFIRM:
        await _withdraw(center, call, digit)
        return
    call = center.note(call, ev.SupervisorAsked(None))
    await center.records.settled()  # never refused, also with the database away: the spool has it then
    if call.serving:
        # Whoever serves the caller stays with them until a supervisor has answered.
        call = await say(center, call, ["supervisor-noted"])
        try:
            await seek_supervisor(center, call)
        except StoreAway:
            log.warning("a supervisor is sought when the database is back", call=call.id)
        return
    call = await withdraw(center, call)
    await join_queue(center, call, "supervisor", "asked for a supervisor", ["connecting-supervisor"])


async def _wait_for_it(center: Center, call_id: CallId) -> None:
    if call := center.calls.get(call_id):
        seconds = time_for_a_key(center, call, _SECONDS_TO_CONFIRM)
        center.after(call_id, "confirm", seconds, lambda: _not_confirmed(center, call_id))


async def _not_confirmed(center: Center, call_id: CallId) -> None:
    async with center.turn(call_id) as call:
        if call and call.confirming_supervisor:
            await _withdraw(center, call)


async def _withdraw(center: Center, call: Call, digit: str = "") -> None:
    call = center.note(call, ev.SupervisorKeyWithdrawn())
    meaning = center.pinned(call).flow.meaning(digit)
    if call.id in center.sessions and meaning and meaning != "supervisor":
        await self_service.everywhere(center, call, digit, meaning)
    else:
        await _go_on(center, call)


async def _go_on_later(center: Center, call_id: CallId) -> None:
    async with center.turn(call_id) as call:
        if call:
            await _go_on(center, call)


async def _go_on(center: Center, call: Call) -> None:
    """Where the caller was before the key."""
    if call.id in center.sessions:
        await self_service.repeat(center, call)
    elif call.phase == "waiting":
        announce_later(center, call)
    elif call.phase == "promised":
        await take_leave(center, call)
