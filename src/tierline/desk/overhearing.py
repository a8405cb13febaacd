"""Where the supervisors at a call hear it from, and how they leave it."""

from collections.abc import Sequence
from contextlib import suppress

from tierline.calls.names import AgentId, CallId, LegId
from tierline.calls.state import Call
from tierline.calls.supervised import Supervising
from tierline.calls.supervision_events import Ending, SupervisionEnded
from tierline.desk.center import Center
from tierline.desk.leads_at_calls import may_hear
from tierline.ports.switch import LegGone
from tierline.staff.work_states import SUPERVISING


async def overhear(
    center: Center, call: Call, room: str, within: Sequence[LegId], *, apart: bool = False
) -> None:
    """The agents are in this room, with these legs `within` it, or come into it now: whoever is at their call
    follows them. `apart` from the caller, who is talked about. To be done *before* the caller comes in, and
    after they left: no whisper may reach them. Within the call's turn, as all here."""
    # First those who are to hear nothing more, before anybody comes whom they may not hear.
    for supervising in sorted(call.supervising, key=lambda s: may_hear(center, call, s.agent)):
        if supervising.answered:
            with suppress(LegGone):  # its own event says so, and nobody else is to wait for it
                await _place(center, call, supervising, room, within, apart)


async def _place(
    center: Center, call: Call, supervising: Supervising, room: str, within: Sequence[LegId], apart: bool
) -> None:
    agent = next((s for s in call.serving if s.leg in within and not s.moving), None)
    if not may_hear(center, call, supervising.agent):
        await center.switch.hold(supervising.leg)
        center.spawn(_leaves(center, call.id, supervising.agent))
    elif agent is None or (apart and not center.agency.supervision.consults_too):
        await center.switch.hold(supervising.leg)
    elif supervising.mode == "barge" or (supervising.mode == "whisper" and len(within) == 1):
        # To an agent who is alone the engine sends nothing that a whisper could be mixed into.
        await center.switch.join(room, supervising.leg)
    else:
        await center.switch.monitor(supervising.leg, agent.leg, whisper=supervising.mode == "whisper")


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


async def leave(center: Center, call: Call, supervising: Supervising, how: Ending) -> Call:
    """One of them goes, and whoever they were with goes on. To be followed by `distribute`."""
    center.cancel(call.id, ring_of(supervising))
    call = center.note(call, SupervisionEnded(supervising.agent, how, supervising.told))
    is_free(center, supervising)
    await center.switch.hang_up(supervising.leg)
    return call


async def leads_leave(center: Center, call: Call) -> Call:
    """Those who may not hear more of it, whether they are at the call or their phone rings yet."""
    for supervising in call.supervising:
        if not may_hear(center, call, supervising.agent):
            call = await leave(center, call, supervising, "no_agent")
    return call


def watch(center: Center) -> None:
    """What an agency lets leads hear holds at once, at open calls too."""
    center.on_published.append(lambda _: _look_again(center))


async def _look_again(center: Center) -> None:
    for call in [call for call in center.calls.values() if call.supervising]:
        async with center.turn(call.id) as going_on:
            if going_on:
                await leads_leave(center, going_on)


async def _leaves(center: Center, call_id: CallId, agent: AgentId) -> None:
    """In the next turn: in this one somebody changes the call."""
    async with center.turn(call_id) as call:
        there = call.supervised_now_by(agent) if call else None
        if call and there and not may_hear(center, call, agent):
            await leave(center, call, there, "no_agent")


async def all_leave(center: Center, call: Call, how: Ending) -> Call:
    for supervising in call.supervising:
        call = await leave(center, call, supervising, how)
    return call


def ring_of(supervising: Supervising) -> str:
    """The name of the timer that ends the ring."""
    return f"ring {supervising.leg}"
