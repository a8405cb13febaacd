"""Presents waiting callers to ready agents: reserved and durable first, then the ring, then the
conversation."""

import secrets

import structlog

from tierline.acd.duty import Outcome
from tierline.acd.router import Present
from tierline.calls import events as ev
from tierline.calls.names import CallId, LegId
from tierline.calls.state import Call, Reservation
from tierline.desk.announcing import announce_later
from tierline.desk.center import Center
from tierline.desk.freeing import free, not_taken
from tierline.desk.seating import connect, seat
from tierline.desk.waiting import sought_by, waiting_call
from tierline.ports.store import Conflict, StoreAway
from tierline.ports.switch import LegEnded
from tierline.sentence import view

log = structlog.get_logger()
AT_ONCE = 12
"""Presentations on their way to the ring. With more of them each costs a busy engine more, and none rings
sooner (docs/performance.md)."""
_AT_THE_LATEST = 1.0
"""Seconds after a change that may have made it somebody's turn."""
_TRIES_AGAIN = 1.0
"""Seconds after a reservation that the database did not take."""


def distribute(center: Center) -> None:
    """To be called whenever a caller begins to wait or an agent becomes ready. Comes again by itself when
    somebody's turn is only to come, or when they will do with more agents. While the database is away nobody
    can be reserved; it is called when that is back (`records_back`), or all are known (`recovering`)."""
    if center.records.away or center.reconciling:
        return
    now = center.clock.now()
    for decision in center.router.decide(now, AT_ONCE - len(center.presenting)):
        center.presenting.add(decision.call)
        center.floor.put(decision.agent, "reserved", call=decision.call)
        center.spawn(_one_of_few(center, decision))
    if change := center.router.next_change():
        center.after("router", "change", (change - now).total_seconds(), lambda: _again(center))


def watch(center: Center) -> None:
    """For as long as the center runs: whatever failed before it came to `distribute`, nobody waits for good
    while an agent who could help is ready."""

    def look(_: object) -> None:
        if center.router.undecided:
            center.after("router", "undecided", _AT_THE_LATEST, lambda: _again(center))

    center.on_call.append(look)
    center.floor.on_change.append(look)


async def _again(center: Center) -> None:
    center.changed()
    distribute(center)


async def _one_of_few(center: Center, decision: Present) -> None:
    refused = False
    try:
        refused = not await _present(center, decision)
    finally:
        center.presenting.discard(decision.call)
        if not refused:
            distribute(center)


async def _present(center: Center, decision: Present) -> bool:
    """Unless the database refuses the reservation: then it is tried again, but not at once."""
    async with center.turn(decision.call) as call:
        if call is None or waiting_call(center.pinned(call), call) is None:  # any more
            free(center, decision.agent, "ready")
            return True
        tier = sought_by(call)
        leg = LegId(f"agent-{secrets.token_hex(8)}")
        because = decision.because
        presented = ev.Presented(decision.agent, leg, tier, str(because), view(because))
        try:
            call = await center.commit(call, presented)
        except (Conflict, StoreAway) as refused:
            log.warning("nobody is rung", call=call.id, agent=decision.agent, why=str(refused))
            free(center, decision.agent, "ready")
            center.line_up(call)
            center.after("router", "refused", _TRIES_AGAIN, lambda: _again(center))
            return False
        center.legs[leg] = call.id
        ring_out_later(center, call)
        await center.switch.ring(leg, decision.agent, shown=_shown(call))
        return True


def ring_out_later(center: Center, call: Call) -> None:
    """The reserved agent has as long as the tier gives. Within the call's turn."""
    assert call.reservation
    tier, leg = call.reservation.tier, call.reservation.leg
    seconds = center.pinned(call).tiers.tier(tier).ring_seconds
    center.after(call.id, "ring", seconds, lambda: _rang_out(center, call.id, leg))


async def answered(center: Center, call: Call, reserved: Reservation) -> None:
    """The reserved agent picked up, and the caller is there. Within the call's turn."""
    center.cancel(call.id, "ring")
    call = center.note(call, ev.Answered(reserved.agent, reserved.leg, reserved.tier))
    center.floor.put(reserved.agent, "talking", call=call.id)
    if call.consulting:
        await seat(center, call)
    else:
        center.cancel(call.id, "announce")
        await connect(center, call)


async def not_answered(center: Center, call: Call, reserved: Reservation, outcome: Outcome) -> Call:
    """Back to waiting, at the original age; to be followed by `distribute`. An agent who leaves while a
    promised caller is being rung costs the caller no attempt; one who has answered already stays on the line.
    Within the call's turn."""
    rung = call.leg if call.phase == "calling_back" and call.promise and not call.promise.lifted else None
    center.cancel(call.id, "ring", *(["callback"] if rung else []))
    center.legs.pop(reserved.leg, None)
    call = center.note(call, ev.Unanswered(reserved.agent, outcome))
    not_taken(center, reserved.agent, outcome)
    if rung:
        center.legs.pop(rung, None)
        center.playing.pop(rung, None)
        await center.switch.hang_up(rung)
    if call.phase == "waiting" and not call.practice:
        announce_later(center, call)
    return call


async def withdraw(center: Center, call: Call) -> Call:
    """Whoever is being rung for this call is not needed any more, and is free again. Nothing happens where
    nobody is rung. To be followed by `distribute`. Within the call's turn."""
    reserved = call.reservation
    if reserved is None:
        return call
    call = await not_answered(center, call, reserved, "withdrawn")
    await center.switch.hang_up(reserved.leg)
    return call


async def rung_leg_ended(center: Center, call: Call, ended: LegEnded) -> None:
    """The reserved agent's phone did not take the call. Within the call's turn."""
    assert call.reservation is not None
    outcomes: dict[str, Outcome] = {"rejected": "rejected", "hung_up": "rejected", "no_answer": "timed_out"}
    await not_answered(center, call, call.reservation, outcomes.get(ended.cause, "failed"))
    distribute(center)


async def _rang_out(center: Center, call_id: CallId, leg: LegId) -> None:
    async with center.turn(call_id) as call:
        if call is None or call.reservation is None or call.reservation.leg != leg:
            return
        await not_answered(center, call, call.reservation, "timed_out")
        distribute(center)
    await center.switch.hang_up(leg)


def _shown(call: Call) -> str:
    """On the display of the agent's phone."""
    return f"callback {call.language or ''}".strip() if call.promise else call.language or ""
