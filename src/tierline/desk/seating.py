"""Puts everyone in a call where its state says: with the caller, out of the caller's hearing, or on hold."""

from contextlib import suppress

from tierline.calls.names import LegId
from tierline.calls.seats import seats
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.overhearing import overhear
from tierline.desk.speaking import hush
from tierline.ports.switch import LegGone


async def connect(center: Center, call: Call) -> None:
    """As `seat`, and whatever the caller was being told is cut short."""
    if not call.confirming_supervisor:
        await hush(center, call)
    await seat(center, call)


async def seat(center: Center, call: Call) -> None:
    """May be repeated: nothing changes for those who are there already. A leg that is gone keeps nobody else
    from their place; its own end is told by itself."""
    where = seats(call)
    for leg in where.apart:  # first, so that nobody hears what is not for them
        with suppress(LegGone):
            await center.switch.hold(leg)
    await place_supervisors(center, call)  # before the caller comes in: no whisper may reach them
    for leg in where.consult:
        await _join(center, consult_room_of(call), leg)
    for leg in where.talk:
        await _join(center, room_of(call), leg)
    if not where.consult:
        await center.switch.close(consult_room_of(call))


async def place_supervisors(center: Center, call: Call) -> None:
    """Whoever is at the agents' call follows them."""
    where = seats(call)
    if where.consult:
        await overhear(center, call, consult_room_of(call), where.consult, apart=True)
    else:
        await overhear(center, call, room_of(call), where.talk)


async def _join(center: Center, room: str, leg: LegId) -> None:
    with suppress(LegGone):
        await center.switch.join(room, leg)


def room_of(call: Call) -> str:
    return f"{call.id}-talk"


def consult_room_of(call: Call) -> str:
    return f"{call.id}-consult"
