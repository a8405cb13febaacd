"""Writes down what a verified caller says to the office that has a request about their case: what it asked,
or something new."""

from collections.abc import Collection

from tierline.calls.names import AgentId
from tierline.calls.service_events import CallerTold
from tierline.calls.state import Call
from tierline.desk.center import Center
from tierline.desk.entitled import shown_to
from tierline.desk.refusal import NotFound, Refused
from tierline.desk.requests.changing import step
from tierline.desk.requests.of_their_case import of_their_case
from tierline.desk.values import new_value
from tierline.ports.store import Conflict, Fenced
from tierline.requests.events import ToldByCaller
from tierline.requests.request import ServiceRequest

KIND = "caller_said"


async def tell(center: Center, call: Call, agent: AgentId, number: str, said: str) -> Call:
    """Durable: the office reads it, and its time runs again; the same words sent again in this call are
    written once. Raises NotFound for a request that is not about the case of this caller, or that this person
    may not know of; Refused. Within the call's turn."""
    if not said.strip():
        raise Refused("write what the caller says to the office")
    request = await _of_their_case(center, call, agent, number)
    if said.strip() in await _written(center, call, number):
        return call
    words = new_value(KIND, said.strip())
    told = ToldByCaller(agent, call.id, words.ref)
    change = step(number, request, center.clock.now(), [told], [words])
    event = CallerTold(number, request.office, agent, asked=request.status == "asked_back")
    try:
        call = await center.commit(call, event, requests=[change])
    except Fenced:
        raise
    except Conflict as first:
        raise Refused("somebody else has just changed this request: look at it again") from first
    center.matters.changed(number)
    return call


async def _of_their_case(center: Center, call: Call, agent: AgentId, number: str) -> ServiceRequest:
    shown = await shown_to(center, call, center.agency.staff[agent])
    for request in await of_their_case(center, call, shown):
        if request.number == number:
            return request
    raise NotFound("there is no such request about the case of this caller")


async def _written(center: Center, call: Call, number: str) -> Collection[str]:
    """What was written down of it in this call."""
    events = (recorded.event for recorded in await center.store.request_history(number))
    refs = [event.words for event in events if isinstance(event, ToldByCaller) and event.call == call.id]
    return (await center.store.values(refs)).values() if refs else ()
