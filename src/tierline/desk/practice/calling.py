"""A practice call: begun by the agent, presented to them alone, and over as soon as they do not have it any
more."""

import secrets
from typing import Literal

import structlog

from tierline.calls.events import Arrived, Ended, Entered, LanguageChosen, Presented, Queued
from tierline.calls.names import AgentId, CallId, LegId
from tierline.calls.practice import Practice
from tierline.calls.state import Call, Reservation
from tierline.desk.center import Center
from tierline.desk.distributing import answered, ring_out_later
from tierline.desk.freeing import free
from tierline.desk.practice import speaking
from tierline.desk.practice.going_in import cases
from tierline.desk.refusal import NotFound, Refused
from tierline.desk.values import new_value
from tierline.desk.wrapping_up import end_call
from tierline.ports.store import Conflict, StoreAway
from tierline.ports.switch import SwitchAway
from tierline.practice.case import PracticeCase, find

log = structlog.get_logger()

BECAUSE = "practice"
SHOWN = "practice"
"""On the display of the agent's phone."""

SECONDS_TO_COME = 10.0
"""For the simulated caller: the engine makes one at once, or is away."""


async def begin(center: Center, agent: AgentId, case_id: str) -> CallId:
    """The simulated caller rings the center; then the agent's phone rings. Raises Refused, NotFound,
    SwitchAway."""
    duty = center.floor.duty(agent)
    if not duty.practising:
        raise Refused("go into practice first: until then you are there for real callers")
    if duty.state.name != "not_ready":
        raise Refused("you are in a practice call: end it and finish its notes first")
    case = find(cases(center, agent), case_id)
    if case is None:
        raise NotFound("there is no such practice case for your tier; choose one from the list")
    call_id = center.new_call()
    center.floor.put(agent, "reserved", call=call_id)
    async with center.turn(call_id):
        call = _arrives(center, call_id, _practice(agent, case), case)
        center.after(call_id, "ring", SECONDS_TO_COME, lambda: _never_came(center, call_id))
        try:
            await center.switch.imitate(call.leg, speaking.practice_of(call).voice)
        except SwitchAway:
            await over(center, call)
            raise
    return call_id


async def caller_is_there(center: Center, call: Call) -> Call:
    """Reserved and durable first, as for any caller; in one step, so that the call is in no line. Within the
    call's turn."""
    practice = speaking.practice_of(call)
    leg = LegId(f"agent-{secrets.token_hex(8)}")
    queued = Queued(practice.tier, BECAUSE)
    try:
        call = await center.commit(call, queued, Presented(practice.agent, leg, practice.tier, BECAUSE))
    except (Conflict, StoreAway) as instead:
        log.warning("a practice call is not presented", call=call.id, why=str(instead))
        return await over(center, call)
    center.legs[leg] = call.id
    ring_out_later(center, call)
    await center.switch.ring(leg, practice.agent, shown=SHOWN)
    return call


async def agent_is_there(center: Center, call: Call, reserved: Reservation) -> None:
    """And speaks first, as with any caller. Within the call's turn."""
    speaking.wait_to_be_greeted(center, call)
    await answered(center, call, reserved)


async def over(
    center: Center, call: Call, how: Literal["practice_over", "engine_lost"] = "practice_over"
) -> Call:
    """Also before the agent was rung for it. Within the call's turn."""
    agent = speaking.practice_of(call).agent
    try:
        return await end_call(center, call, Ended(how, call.phase))
    finally:  # also where the engine is away
        free(center, agent, "ready")  # which is practice, for who practises


def watch(center: Center) -> None:
    """For as long as the center runs: whatever took the agent from a practice call, nobody else is sought for
    it."""

    def look(call: Call) -> None:
        if call.practice and _nobody_has(call):
            center.spawn(_over_if_nobody_has(center, call.id))

    center.on_call.append(look)


def _nobody_has(call: Call) -> bool:
    return call.phase == "waiting" or (call.phase == "talking" and not call.serving)


async def _over_if_nobody_has(center: Center, call_id: CallId) -> None:
    async with center.turn(call_id) as call:
        if call and _nobody_has(call):
            await over(center, call)


async def _never_came(center: Center, call_id: CallId) -> None:
    async with center.turn(call_id) as call:
        if call and call.phase == "ivr":
            await over(center, call)


def _practice(agent: AgentId, case: PracticeCase) -> Practice:
    return Practice(
        agent=agent,
        case=case.id,
        tier=case.tier,
        voice=LegId(f"voice-{secrets.token_hex(8)}"),
        expected=case.expected,
        path=case.path,
    )


def _arrives(center: Center, call_id: CallId, practice: Practice, case: PracticeCase) -> Call:
    """With what a real caller would have chosen and keyed before a person comes."""
    pinned = center.in_force.begins_with
    leg = LegId(f"practice-{secrets.token_hex(8)}")
    center.legs[leg] = center.legs[practice.voice] = call_id
    number = pinned.agency.profile.numbers[0]
    call = center.arrive(call_id, Arrived(leg, number, None, pinned.version, practice), [])
    values = [new_value(kind, value) for kind, value in case.keyed.items()]
    entered = [Entered(value.kind, value.ref) for value in values]
    return center.note(call, LanguageChosen(case.language), *entered, values=values)
