"""What the simulated caller says: line by line, each when the agent has had the time to answer the one
before, or has the caller go on."""

import secrets

import structlog

from tierline.calls.names import AgentId, CallId
from tierline.calls.practice import CallerSpoke, Practice
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.playing import Playing
from tierline.desk.refusal import Refused
from tierline.ports.prompts import PromptFailed
from tierline.practice.case import PracticeCase, find

log = structlog.get_logger()

GREETING = 3.0
"""Seconds that the caller listens to before they speak."""

_TIMER = "practice"
_LOOK_AGAIN = 5.0
"""Seconds: on hold the caller waits with what they want to say."""


def practice_of(call: Call) -> Practice:
    """Of a call that is known to be one."""
    assert call.practice
    return call.practice


def case_of_practice(center: Center, call: Call) -> PracticeCase | None:
    """As the agency had it when the call began; None where that is not at hand any more and the newest has no
    such case."""
    return find(center.pinned(call).practice, practice_of(call).case)


def wait_to_be_greeted(center: Center, call: Call) -> None:
    _go_on_later(center, call, GREETING)


async def go_on(center: Center, call: Call, agent: AgentId) -> Call:
    """The agent has the caller say the next line now. Raises Refused. Within the call's turn."""
    if call.practice is None:
        raise Refused("this caller is a real one: they speak for themselves")
    if call.held:
        raise Refused("the caller is on hold: take them off hold first")
    return await _next_line(center, call)


def take_up(center: Center, call: Call) -> None:
    """After a time without this process: what the caller was saying may have been lost, so they have a pause
    and go on. Within the call's turn."""
    case, said = case_of_practice(center, call), practice_of(call).said
    if case:
        _go_on_later(center, call, case.caller[said - 1].wait_seconds if said else GREETING)


async def _next_line(center: Center, call: Call) -> Call:
    case, practice = case_of_practice(center, call), practice_of(call)
    if case is None or practice.said >= len(case.caller):
        return call
    center.cancel(call.id, _TIMER)
    line = case.caller[practice.said]
    call = center.note(call, CallerSpoke(practice.said + 1))

    async def pause() -> None:
        await _pause(center, call.id, line.wait_seconds)

    try:
        spoken = await center.prompts_of(call).read_out(line.says, case.language)
    except PromptFailed as failed:
        log.error("a simulated caller could not be heard", case=case.id, why=str(failed))
        center.spawn(pause())
        return call
    playback = f"practice-{secrets.token_hex(6)}"
    center.playing[practice.voice] = Playing(playback, pause, pause)
    await center.switch.play(practice.voice, playback, [spoken.sound])
    return call


async def _pause(center: Center, call_id: CallId, seconds: float) -> None:
    async with center.turn(call_id) as call:
        if call:
            _go_on_later(center, call, seconds)


def _go_on_later(center: Center, call: Call, seconds: float) -> None:
    center.after(call.id, _TIMER, seconds, lambda: _by_themselves(center, call.id))


async def _by_themselves(center: Center, call_id: CallId) -> None:
    async with center.turn(call_id) as call:
        if call is None or not call.serving:
            return
        if call.held or any(serving.moving for serving in call.serving):
            _go_on_later(center, call, _LOOK_AGAIN)
        else:
            await _next_line(center, call)
