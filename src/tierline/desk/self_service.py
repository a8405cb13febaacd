"""Walks a caller through the agency's flow: performs what the interpreter returns."""

from collections.abc import Callable
from typing import assert_never

from msgspec.structs import replace

from tierline.calls.events import AnyEvent, Ended, Entered
from tierline.calls.line_events import LineFull
from tierline.calls.names import CallId
from tierline.calls.place import Place, Spot
from tierline.calls.state import Call
from tierline.desk.asking import ask, stop_asking
from tierline.desk.center import Center
from tierline.desk.full_lines import full_for, turn_away
from tierline.desk.look_ups.answer import Answer
from tierline.desk.queueing import join_queue
from tierline.desk.records_away import callers_turn
from tierline.desk.speaking import hush, say_lines, say_whole
from tierline.desk.time_to_answer import answered, time_for_a_key
from tierline.desk.timers import Work
from tierline.desk.values import new_value
from tierline.desk.wrapping_up import end_call
from tierline.ivr import effects as fx
from tierline.ivr import interpreter
from tierline.ivr.flow import Everywhere, Flow
from tierline.ivr.session import Session, Turn
from tierline.ports.store import Value

Step = Callable[[Flow, Session], Turn]


async def begin(center: Center, call: Call) -> None:
    """From the start, or from where a call that is picked up again was. Within the call's turn, as all
    here."""
    flow = center.pinned(call).flow
    await _perform(center, call, interpreter.begin(flow, _place_in(flow, call.place)))


async def enter_at(center: Center, call: Call, step: str) -> None:
    """For a caller who had left the flow."""
    here = Spot(step)
    place = replace(call.place, at=here, resume=here) if call.place else None
    await _perform(center, call, interpreter.begin(center.pinned(call).flow, place))


def _place_in(flow: Flow, place: Place | None) -> Place | None:
    """None where the flow of the call could not be loaded, and the newest that stands in for it does not have
    the caller's place."""
    if place is None or {place.resume.step, *place.resume.stack} <= flow.steps.keys():
        return place
    return None


async def key(center: Center, call: Call, digit: str) -> None:
    await _continue(center, call, lambda flow, session: interpreter.key(flow, session, digit))


async def everywhere(center: Center, call: Call, digit: str, meaning: Everywhere) -> None:
    await _continue(center, call, lambda flow, at: interpreter.everywhere(flow, at, digit, meaning))


async def go_to(center: Center, call: Call, step: str) -> None:
    await _continue(center, call, lambda flow, session: interpreter.go_to(flow, session, step))


async def repeat(center: Center, call: Call) -> None:
    await _continue(center, call, interpreter.repeat)


async def repeat_later(center: Center, call_id: CallId) -> None:
    await _later(center, call_id, interpreter.repeat)


async def _continue(center: Center, call: Call, step: Step) -> None:
    session = center.sessions.get(call.id)
    if session is not None:
        center.cancel(call.id, "silence")
        await _perform(center, call, step(center.pinned(call).flow, session))


async def _later(center: Center, call_id: CallId, step: Step) -> None:
    """The same, for what comes by itself: a prompt's end, or silence."""
    async with callers_turn(center, call_id, lambda: repeat_later(center, call_id)) as call:
        if call and call.with_ivr and not call.confirming_supervisor:
            await _continue(center, call, step)


async def _silence(center: Center, call_id: CallId) -> None:
    answered(center, call_id)
    await _later(center, call_id, interpreter.silence)


async def _perform(center: Center, call: Call, turn: Turn) -> None:
    center.sessions[call.id] = turn.session
    if turn.effects:
        stop_asking(center, call.id)
    call = await _record(center, call, turn)
    for effect in turn.effects:
        call = await _act(center, call, effect)


async def _record(center: Center, call: Call, turn: Turn) -> Call:
    """What the caller did is noted before anything is done about it."""
    events: list[AnyEvent] = []
    values: list[Value] = []
    for effect in turn.effects:
        match effect:
            case fx.Note(event=event):
                events.append(event)
            case fx.Keep(kind=kind, value=value, sensitive=True):
                center.values.hold(call.id, kind, value)
                events.append(Entered(kind, None))
            case fx.Keep(kind=kind, value=value):
                values.append(new_value(kind, value))
                events.append(Entered(kind, values[-1].ref))
    return center.note(call, *events, values=values) if events else call


async def _act(center: Center, call: Call, effect: fx.Effect) -> Call:
    match effect:
        case fx.Note() | fx.Keep():
            return call
        case fx.Hush():
            answered(center, call.id)
            await hush(center, call)
            return call
        case fx.Speak():
            return await _speak(center, call, effect)
        case fx.Listen(seconds=seconds, first=first):
            wait = time_for_a_key(center, call, seconds) if first else seconds
            center.after(call.id, "silence", wait, lambda: _silence(center, call.id))
            return call
        case fx.Ask(step=step):
            ask(center, call, step, then=_found)
            return call
        case fx.ToQueue(tier=tier, skills=skills, unless_full=True) if full := full_for(
            center, call, tier, skills
        ):
            return await _not_taken(center, call, full)
        case fx.ToQueue(tier=tier, reason=reason, prompts=prompts, skills=skills):
            return await join_queue(center, call, tier, reason, prompts, skills)
        case fx.GoodBye():
            return await _good_bye(center, call)
        case _:
            assert_never(effect)


async def _speak(center: Center, call: Call, said: fx.Speak) -> Call:
    def ended() -> Work:
        return _later(center, call.id, interpreter.prompt_ended)

    def unheard() -> Work:
        return _later(center, call.id, interpreter.unsaid)

    if not said.whole:
        return await say_lines(center, call, said.lines, slower=said.slower, then=ended)
    told = await say_whole(center, call, said.lines, slower=said.slower, then=ended, unheard=unheard)
    return told or await _at_once(center, call, interpreter.unsaid)


async def _not_taken(center: Center, call: Call, full: LineFull) -> Call:
    return await _at_once(center, turn_away(center, call, full), interpreter.line_full)


async def _at_once(center: Center, call: Call, step: Step) -> Call:
    """Within the same turn: no key may come in between."""
    await _continue(center, call, step)
    return center.calls.get(call.id, call)


async def _good_bye(center: Center, call: Call) -> Call:
    """The leg ends; with it the call, unless we promised to call back."""
    if call.promise:
        await center.switch.hang_up(call.leg)
        return call
    return await end_call(center, call, Ended("ivr_ended", call.step or ""))


async def _found(center: Center, call: Call, answer: Answer) -> None:
    def on(flow: Flow, session: Session) -> Turn:
        return interpreter.found(flow, session, answer.outcome, answer.arguments, answer.options)

    await _continue(center, call, on)
