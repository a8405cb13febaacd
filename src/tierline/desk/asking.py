"""Finds the answer to what a step of the flow asks, while the caller is told that it takes a moment, and
never for longer than a caller can be asked to wait."""

from collections.abc import Awaitable, Callable

import structlog

from tierline.calls.events import LookedUp
from tierline.calls.names import CallId
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.finding import find
from tierline.desk.look_ups.answer import Answer
from tierline.desk.speaking import say
from tierline.ivr.answers import question, question_name
from tierline.ivr.steps import Asking, Branch

log = structlog.get_logger()

ONE_MOMENT_SECONDS = 2.0
"""Until the caller is told that it takes a moment."""

AGAIN_SECONDS = 6.0
"""Until they are told again: nobody hears nothing for longer."""

LIMIT_SECONDS = 12.0
"""Until what was asked counts as away."""

Then = Callable[[Center, Call, Answer], Awaitable[None]]


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
    center.values.release(call.id, asked.reads if asked else ())
    if answer.outcome not in step.ways and "away" not in step.ways:
        log.error("the flow has no way on from this answer", step=call.step, outcome=answer.outcome)
    noted = [] if isinstance(step, Branch) else [LookedUp(question_name(step), answer.outcome)]
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
        return await (center.find_instead or find)(center, call, step)
    except Exception:
        log.exception("an answer for the flow could not be found", step=call.step)
        return Answer("away")
