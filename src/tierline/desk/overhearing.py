"""Where the supervisors at a call hear it from, and how they leave it."""

from tierline.calls.names import AgentId
from tierline.calls.state import Call
from tierline.calls.supervised import Supervising
from tierline.calls.supervision_events import Ending, SupervisionEnded
from tierline.desk.center import Center
from tierline.ports.switch import LegGone

SUPERVISING = "supervising"
"""Why a supervisor is not ready meanwhile."""


async def overhear(center: Center, call: Call, room: str) -> None:
    """The agents are in this room, or come into it now: whoever is at their call follows them. To be done
    *before* the caller comes in, and after they left: no whisper may reach them. Within the call's turn, as
    all here."""
    for supervising in call.supervising:
        if supervising.answered:
            try:
                await _place(center, call, supervising, room)
            except LegGone:
                continue  # its own event says so, and nobody else is to wait for it


async def _place(center: Center, call: Call, supervising: Supervising, room: str) -> None:
    consulting = call.transfer is not None and call.transfer.stage == "consulting"
    agent_alone = call.held and len(call.serving) == 1
    if not call.serving or (consulting and not center.agency.supervision.consults_too):
        await center.switch.hold(supervising.leg)
    elif supervising.mode == "barge" or (supervising.mode == "whisper" and agent_alone):
        # To an agent who is alone the engine sends nothing that a whisper could be mixed into.
        await center.switch.join(room, supervising.leg)
    else:
        whispers = supervising.mode == "whisper"
        await center.switch.monitor(supervising.leg, call.serving[0].leg, whisper=whispers)


def begins(center: Center, call: Call, agent: AgentId) -> None:
    """No call is presented to them meanwhile."""
    center.floor.put(agent, "not_ready", reason=SUPERVISING, call=call.id)


def is_supervising(center: Center, agent: AgentId) -> bool:
    return center.floor.state(agent).reason == SUPERVISING


def endings(call: Call, how: Ending) -> list[SupervisionEnded]:
    return [SupervisionEnded(s.agent, how, s.told) for s in call.supervising]


def is_free(center: Center, supervising: Supervising) -> None:
    """As before they came; to be followed by `distribute`."""
    center.legs.pop(supervising.leg, None)
    if is_supervising(center, supervising.agent):
        if supervising.away is None:
            center.floor.put(supervising.agent, "ready")
        else:
            center.floor.put(supervising.agent, "not_ready", reason=supervising.away)
        center.changed()


async def leave(center: Center, call: Call, supervising: Supervising, how: Ending) -> Call:
    """One of them goes, and whoever they were with goes on. To be followed by `distribute`."""
    center.cancel(call.id, ring_of(supervising))
    call = center.note(call, SupervisionEnded(supervising.agent, how, supervising.told))
    is_free(center, supervising)
    await center.switch.hang_up(supervising.leg)
    return call


async def all_leave(center: Center, call: Call, how: Ending) -> Call:
    for supervising in call.supervising:
        call = await leave(center, call, supervising, how)
    return call


def ring_of(supervising: Supervising) -> str:
    """The name of the timer that ends the ring."""
    return f"ring {supervising.leg}"
