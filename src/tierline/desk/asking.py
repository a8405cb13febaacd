"""Finds the answer to what a step of the flow asks, while the caller is told that it takes a moment, and
never for longer than a caller can be asked to wait."""

from collections.abc import Awaitable, Callable, Mapping

import structlog

from tierline.calls.events import LookedUp
from tierline.calls.names import CallId, Tier
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.look_ups.answer import Answer
from tierline.desk.look_ups.callback import callback_number, callback_windows, promise_callback
from tierline.desk.look_ups.case import case
from tierline.desk.look_ups.closure import closure
from tierline.desk.look_ups.form import form
from tierline.desk.look_ups.hours import hours
from tierline.desk.look_ups.office import office
from tierline.desk.look_ups.overseas_office import overseas_office, refer
from tierline.desk.look_ups.processing_time import processing_time
from tierline.desk.look_ups.receipt import receipt
from tierline.desk.look_ups.request_status import request_status
from tierline.desk.look_ups.wait import wait
from tierline.desk.requesting_by_ivr import make_request
from tierline.desk.speaking import say
from tierline.desk.surroundings import AroundCall
from tierline.desk.writing import send_in_writing
from tierline.ivr.answers import question
from tierline.ivr.conditions import holds
from tierline.ivr.steps import Asking, Branch, Callback, LookUp, MakeRequest, Refer, Send

log = structlog.get_logger()

ONE_MOMENT_SECONDS = 2.0
"""Until the caller is told that it takes a moment."""

AGAIN_SECONDS = 6.0
"""Until they are told again: nobody hears nothing for longer."""

LIMIT_SECONDS = 12.0
"""Until what was asked counts as away."""

Then = Callable[[Center, Call, Answer], Awaitable[None]]
Find = Callable[[Center, Call, Tier | None], Awaitable[Answer]]

LOOK_UPS: Mapping[str, Find] = {
    "receipt": receipt,
    "case": case,
    "hours": hours,
    "closure": closure,
    "callback_number": callback_number,
    "callback_windows": callback_windows,
    "office": office,
    "processing_time": processing_time,
    "overseas_office": overseas_office,
    "form": form,
    "request_status": request_status,
    "wait": wait,
}


def ask(center: Center, call: Call, step: Asking, *, then: Then) -> None:
    """`then` follows in a turn of the call's own, with the answer on record, unless the caller has moved
    on."""
    token = center.asked[call.id] = object()

    async def finish(answer: Answer) -> None:
        async with center.turn(call.id) as now:
            if now is not None and center.asked.get(call.id) is token:
                await _finish(center, now, step, answer, then)

    async def find() -> None:
        await finish(await _answer(center, call, step))

    async def tell() -> None:
        async with center.turn(call.id) as now:
            if now is not None and center.asked.get(call.id) is token:
                await say(center, now, ["one-moment"])
                center.after(call.id, "one-moment", AGAIN_SECONDS, tell)

    center.after(call.id, "one-moment", ONE_MOMENT_SECONDS, tell)
    center.after(call.id, "look-up", LIMIT_SECONDS, lambda: finish(Answer("away")))
    center.spawn(find())


async def _finish(center: Center, call: Call, step: Asking, answer: Answer, then: Then) -> None:
    stop_asking(center, call.id)
    asked = question(step)
    center.release(call.id, asked.reads if asked else ())
    if answer.outcome not in step.ways and "away" not in step.ways:
        log.error("the flow has no way on from this answer", step=call.step, outcome=answer.outcome)
    noted = [] if isinstance(step, Branch) else [LookedUp(_name(step), answer.outcome)]
    if answer.events or noted:
        call = center.note(call, *answer.events, *noted, values=answer.values)
    await then(center, call, answer)


def stop_asking(center: Center, call: CallId) -> None:
    """Whatever is being looked up, nobody waits for it any more."""
    center.asked.pop(call, None)
    center.cancel(call, "one-moment", "look-up")


async def _answer(center: Center, call: Call, step: Asking) -> Answer:
    """Whatever a back-end answers, the caller goes on."""
    try:
        match step:
            case LookUp(what=what, about=about):
                return await LOOK_UPS[what](center, call, about)
            case Branch() as branch:
                return _branch(center, call, branch)
            case Callback() as callback:
                return await promise_callback(center, call, callback)
            case MakeRequest() as request:
                return await make_request(center, call, request)
            case Refer(what=what):
                return await refer(center, call, what)
            case Send() as send:
                return await send_in_writing(center, call, send)
    except Exception:
        log.exception("an answer for the flow could not be found", step=call.step)
        return Answer("away")


def _branch(center: Center, call: Call, branch: Branch) -> Answer:
    around = AroundCall(center, call)
    for nth, case_ in enumerate(branch.cases, 1):
        if holds(case_.when, around):
            return Answer(f"case {nth}")
    return Answer("otherwise")


def _name(step: Asking) -> str:
    return step.what if isinstance(step, LookUp) else type(step).__name__.lower()
