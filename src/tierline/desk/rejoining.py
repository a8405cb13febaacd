"""Everyone of a conversation where they belong, whoever is there already."""

from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.distributing import connect, consult_room_of, room_of


async def rejoin(center: Center, call: Call) -> None:
    """Agents hear one another, and the caller unless they hold. For those who are there it changes nothing.
    Within the call's turn."""
    here = [serving.leg for serving in call.serving if not serving.moving]
    if call.transfer and call.transfer.stage == "consulting":
        await center.switch.hold(call.leg)
        for leg in here:
            await center.switch.join(consult_room_of(call), leg)
    elif call.held:
        for leg in here:
            await center.switch.join(room_of(call), leg)
    else:
        await connect(center, call)
