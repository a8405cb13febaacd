"""Supervisors listen in on a call, whisper to its agent, or join: one leg, which changes between the three
without ringing again. So do leads at their own site, as far as the agency lets them."""

import secrets

from tierline.calls.names import AgentId, CallId, LegId
from tierline.calls.state import Call
from tierline.calls.supervised import Supervising
from tierline.calls.supervision_events import Mode, SupervisionAsked, SupervisionBegan, SupervisionChanged
from tierline.desk.center import Center
from tierline.desk.distributing import distribute, withdraw
from tierline.desk.leads_at_calls import may_hear, must_be_open, must_be_theirs
from tierline.desk.overhearing import begins, is_free, leave, ring_of
from tierline.desk.refusal import Refused
from tierline.desk.seating import place_supervisors
from tierline.desk.values import new_value
from tierline.ports.store import StoreAway
from tierline.ports.switch import LegGone
from tierline.sentence import Sentence, sentence

SHOWN = "supervision"
"""On the display of the supervisor's phone."""


async def supervise(center: Center, call: Call, agent: AgentId, mode: Mode, reason: str) -> Call:
    """Rings the supervisor's phone, or changes the mode of who is there already. Raises NotFound for a call
    that a lead may not know of, Refused, with what to do instead, and StoreAway, but never for that in an
    emergency. Within the call's turn, as all here."""
    must_be_open(center, center.agency.staff[agent], mode)
    must_be_theirs(center, call, agent)
    if there := call.supervised_now_by(agent):
        return await _change(center, call, there, mode)
    reason = reason.strip()
    if instead := _why_not(center, call, agent, reason):
        raise Refused.saying(instead)
    state = center.floor.state(agent)
    away = None if state.name == "ready" else state.reason or ""
    leg = LegId(f"agent-{secrets.token_hex(8)}")
    asks = Supervising(agent, leg, mode, center.clock.now(), away)
    begins(center, call, agent)
    why = [new_value("reason", reason)] if reason else []
    asked = SupervisionAsked(agent, leg, mode, why[0].ref if why else None, away)
    try:
        # In an emergency a database that is away keeps nobody out: the spool has it then.
        if call.emergency:
            call = center.note(call, asked, values=why)
        else:
            call = await center.commit(call, asked, values=why)
    except StoreAway:
        is_free(center, asks)
        raise
    center.legs[leg] = call.id
    center.after(
        call.id, ring_of(asks), _ring_seconds(center, call), lambda: _rang_out(center, call.id, agent)
    )
    await center.switch.ring(leg, agent, shown=SHOWN)
    return call


async def picked_up(center: Center, call: Call, supervising: Supervising) -> Call:
    """The supervisor is on the line."""
    center.cancel(call.id, ring_of(supervising))
    if not may_hear(center, call, supervising.agent):  # somebody else came into the call meanwhile
        call = await leave(center, call, supervising, "no_agent")
        distribute(center)
        return call
    told = center.agency.supervision.tells(supervising.mode)
    call = center.note(call, SupervisionBegan(supervising.agent, supervising.mode, told))
    await arrived(center, call, told=told)
    if call.emergency and not call.transfer:  # whoever was sought for it is not needed any more
        call = await withdraw(center, call)
        distribute(center)
    return call


async def arrived(center: Center, call: Call, *, told: bool) -> None:
    """A supervisor who is on the line hears it from now on, and the agents hear that, if they are `told`."""
    await place_supervisors(center, call)
    await _tone(center, call, told)


async def stop(center: Center, call: Call, agent: AgentId) -> Call:
    """Raises Refused, and NotFound for who may not know that there is such a call."""
    there = call.supervised_now_by(agent)
    if there is None:
        must_be_theirs(center, call, agent)
        raise Refused("you are not at this call any more")
    call = await leave(center, call, there, "left")
    distribute(center)
    return call


async def leg_ended(center: Center, call: Call, supervising: Supervising) -> Call:
    call = await leave(center, call, supervising, "left" if supervising.answered else "unanswered")
    distribute(center)
    return call


async def _change(center: Center, call: Call, there: Supervising, mode: Mode) -> Call:
    if not there.answered:
        raise Refused("your phone is still ringing: answer it first")
    if there.mode == mode:
        return call
    told = center.agency.supervision.tells(mode)
    call = center.note(call, SupervisionChanged(there.agent, mode, told))
    await place_supervisors(center, call)
    await _tone(center, call, told and not there.told)
    return call


def _why_not(center: Center, call: Call, agent: AgentId, reason: str) -> Sentence | None:
    state = center.floor.state(agent)
    if call.practice:
        return sentence("this is a practice call: its agent sees afterwards what was expected, and so do you")
    if center.floor.duty(agent).practising:
        return sentence("you are in practice: leave it first")
    if call.served_now_by(agent):
        return sentence("this is your own call")
    if call.phase != "talking" or not call.serving:
        return sentence("nobody serves this caller now: there is nothing to listen to")
    if state.signed_out:
        return sentence("your phone is not connected: open your desk, or this page, and try again")
    if state.call is not None:
        return sentence("you are at another call: leave it, or finish your notes, and try again")
    if center.agency.supervision.reason_required and not reason and not call.emergency:
        return sentence("say in a few words why: your agency keeps a reason for each use")
    return None


def _ring_seconds(center: Center, call: Call) -> float:
    """As supervisors are rung; an agency that has none, but leads, has a Tier 1."""
    tiers = center.pinned(call).tiers
    return tiers.tier("supervisor" if tiers.has("supervisor") else "1").ring_seconds


async def _tone(center: Center, call: Call, told: bool) -> None:
    if told and center.agency.supervision.tone:
        for serving in call.serving:
            try:
                await center.switch.beep(serving.leg)
            except LegGone:
                continue  # its own event says so


async def _rang_out(center: Center, call_id: CallId, agent: AgentId) -> None:
    async with center.turn(call_id) as call:
        there = call.supervised_now_by(agent) if call else None
        if call and there and not there.answered:
            await leave(center, call, there, "unanswered")
            distribute(center)
