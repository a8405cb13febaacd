"""Finds what a step of the flow asks of the center: by its systems, its records and its own rules."""

from collections.abc import Awaitable, Callable, Mapping

from tierline.calls.names import Tier
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
from tierline.desk.surroundings import AroundCall
from tierline.desk.writing import send_in_writing
from tierline.ivr.conditions import holds
from tierline.ivr.steps import Asking, Branch, Callback, LookUp, MakeRequest, Refer, Send

LookingUp = Callable[[Center, Call, Tier | None], Awaitable[Answer]]

LOOK_UPS: Mapping[str, LookingUp] = {
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


async def find(center: Center, call: Call, step: Asking) -> Answer:
    """The real answers. May raise whatever a back-end does."""
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


def _branch(center: Center, call: Call, branch: Branch) -> Answer:
    around = AroundCall(center, call)
    for nth, case_ in enumerate(branch.cases, 1):
        if holds(case_.when, around):
            return Answer(f"case {nth}")
    return Answer("otherwise")
