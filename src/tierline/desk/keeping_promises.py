"""A promised callback when its turn has come: the agent is on the phone, the caller is rung, and whoever
answers is asked before they are connected."""

import secrets

import structlog

from tierline.calls import callback_events as cb
from tierline.calls.events import Answered, Ended
from tierline.calls.names import CallId, LegId
from tierline.calls.recording_events import RecordingChosen
from tierline.calls.state import Call
from tierline.desk.calling_back import give_up_or_wait, number_of
from tierline.desk.center import Center
from tierline.desk.distributing import distribute, withdraw
from tierline.desk.freeing import free
from tierline.desk.queueing import join_queue
from tierline.desk.recording.choosing import records
from tierline.desk.seating import connect
from tierline.desk.speaking import language_of, say_lines, say_whole, tell_agent
from tierline.desk.timers import Work
from tierline.desk.wrapping_up import end_call
from tierline.ivr.effects import Line
from tierline.ports.store import Conflict, StoreAway
from tierline.ports.switch import LegEnded

log = structlog.get_logger()

_CONNECT, _NOT_NOW, _UNRECORDED = "1", "2", "3"
_SECONDS_TO_CHOOSE = 6.0
_GREETINGS = 2
"""Whoever lifts a receiver often misses the first words."""


async def dial(center: Center, call: Call) -> None:
    """The reserved agent has answered. Within the call's turn, as all here."""
    assert call.reservation
    assert call.promise
    center.cancel(call.id, "ring")
    reserved, attempt = call.reservation, call.promise.attempts + 1
    number, visitor = await number_of(center, call), center.accounts.get(call.id)
    if number is None and visitor is None:
        call = await withdraw(center, call)
        await end_call(center, call, Ended("no_usable_number", call.phase))
        return
    leg = LegId(f"callback-{secrets.token_hex(8)}")
    try:
        call = await _counted(center, call, cb.CallbackDialled(reserved.agent, attempt, leg))
    except Conflict as conflict:
        log.warning("nobody is called back", call=call.id, why=str(conflict))
        await withdraw(center, call)
        return
    center.legs[leg] = call.id
    seconds = center.pinned(call).tiers.callback_ring_seconds
    center.after(call.id, "callback", seconds, lambda: _nobody(center, call.id, leg))
    if visitor:
        await center.switch.ring(leg, visitor, shown=_agency(center, call))
    elif number:
        await center.switch.dial(leg, number, caller_id=center.agency.profile.numbers[0])
    await tell_agent(center, call, reserved.leg, "callback-dialling")


async def _counted(center: Center, call: Call, dialled: cb.CallbackDialled) -> Call:
    """An attempt counts before it is made, also with the database away. Raises Conflict for a process that
    was superseded since it reserved the agent."""
    try:
        return await center.commit(call, dialled)
    except StoreAway:
        call = center.note(call, dialled)
        await center.records.settled()
        return call


async def greet(center: Center, call: Call) -> None:
    """Somebody answered; it may be anyone, so nothing of the matter is said."""
    center.cancel(call.id, "callback")
    await _greet(center, center.note(call, cb.CallbackLifted()), _GREETINGS)


async def key(center: Center, call: Call, digit: str) -> None:
    if digit == _UNRECORDED and records(center):
        await _connect(center, center.note(call, RecordingChosen(False, "key")))
    elif digit == _CONNECT:
        await _connect(center, call)
    elif digit == _NOT_NOW:
        await unanswered(center, call, "declined")


async def leg_ended(center: Center, call: Call, ended: LegEnded) -> None:
    """The telephone that we rang did not take the call, or hung up before it chose."""
    outcomes: dict[str, cb.NoTalk] = {"rejected": "busy", "unreachable": "failed"}
    await unanswered(center, call, outcomes.get(ended.cause, "no_answer"))


async def unanswered(center: Center, call: Call, outcome: cb.NoTalk) -> None:
    """The agent is free for others, and the caller keeps the place for the next attempt."""
    reserved, leg = call.reservation, call.leg
    legs = [leg, reserved.leg] if reserved else [leg]
    center.cancel(call.id, "callback")
    center.playing.pop(leg, None)
    for over in legs:
        center.legs.pop(over, None)
    not_before = center.clock.now() + center.pinned(call).tiers.callback_spacing
    agent = reserved.agent if reserved else None
    call = center.note(call, cb.CallbackUnanswered(agent, outcome, not_before))
    if reserved:
        free(center, reserved.agent, "ready")
    await give_up_or_wait(center, call)
    distribute(center)
    for over in legs:
        await center.switch.hang_up(over)


async def _greet(center: Center, call: Call, left: int) -> None:
    leg = call.leg

    def told() -> Work:
        return _listen(center, call.id, leg, left, told=True)

    def not_told() -> Work:
        return _listen(center, call.id, leg, left, told=False)

    greeting = Line("callback-greeting", {"agency": _agency(center, call)})
    notice = Line("recording-callback")
    if records(center) and await say_whole(center, call, [greeting, notice], then=told, unheard=not_told):
        return
    await say_lines(center, call, [greeting], then=not_told)


async def _listen(center: Center, call_id: CallId, leg: LegId, left: int, *, told: bool) -> None:
    async with center.turn(call_id) as call:
        if told and call and call.leg == leg and call.recording.agreed is None:
            center.note(call, RecordingChosen(True, "heard"))  # to its end: a key before it agrees to nothing
    center.after(call_id, "callback", _SECONDS_TO_CHOOSE, lambda: _silent(center, call_id, leg, left - 1))


async def _silent(center: Center, call_id: CallId, leg: LegId, left: int) -> None:
    if left <= 0:
        await _nobody(center, call_id, leg)
        return
    async with center.turn(call_id) as call:
        if call and call.phase == "calling_back" and call.leg == leg:
            await _greet(center, call, left)


async def _nobody(center: Center, call_id: CallId, leg: LegId) -> None:
    async with center.turn(call_id) as call:
        if call and call.phase == "calling_back" and call.leg == leg:
            await unanswered(center, call, "no_answer")


async def _connect(center: Center, call: Call) -> None:
    reserved = call.reservation
    center.cancel(call.id, "callback")
    if reserved is None:
        await _wait_for_the_next(center, call)
        return
    answered = Answered(reserved.agent, reserved.leg, reserved.tier)
    call = center.note(call, cb.CallbackAnswered(reserved.agent), answered)
    center.floor.put(reserved.agent, "talking", call=call.id)
    await connect(center, call)


async def _wait_for_the_next(center: Center, call: Call) -> None:
    """The agent left during the greeting. The caller is there now, and waits on the line at the original
    age."""
    call = center.note(call, cb.CallbackAnswered(None))
    assert call.tier
    await join_queue(center, call, call.tier, "the agent left while the caller was greeted", ["agent-lost"])


def _agency(center: Center, call: Call) -> str:
    return center.pinned(call).profile.name[language_of(center, call)]
