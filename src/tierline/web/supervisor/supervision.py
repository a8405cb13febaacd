"""What a supervisor does at a colleague's call, and a lead at one of their own site. Each answers with their
own screen."""

from collections.abc import Awaitable, Callable
from typing import Annotated

import msgspec
from litestar import Router, delete, post
from litestar.params import FromPath, JSONBody

from tierline.calls.names import CallId
from tierline.calls.state import Call
from tierline.calls.supervision_events import Mode
from tierline.desk import supervising, taking_over
from tierline.desk.leads_at_calls import must_be_open
from tierline.desk.refusal import NotFound
from tierline.desk.views.agent_view import AgentView
from tierline.staff.person import Person
from tierline.web.guards import FLOOR_KEEPERS, SUPERVISORS, ThePerson
from tierline.web.site import Site, TheSite


class Supervision(msgspec.Struct, frozen=True):
    """`mode` is monitor (listen), whisper (to the agent alone) or barge (join)."""

    mode: Mode
    reason: Annotated[str, msgspec.Meta(max_length=500)] = ""


@post("/supervision", roles=FLOOR_KEEPERS, status_code=200)
async def supervise(
    site: TheSite, person: ThePerson, call_id: FromPath[str], data: JSONBody[Supervision]
) -> AgentView:
    """Rings the supervisor's phone; again, with another mode, changes to that without ringing."""
    must_be_open(site.center, person, data.mode)  # before it is looked whether there is such a call
    return await _act(
        site,
        person,
        call_id,
        lambda call: supervising.supervise(site.center, call, person.user, data.mode, data.reason),
    )


@delete("/supervision", roles=FLOOR_KEEPERS, status_code=200)
async def leave(site: TheSite, person: ThePerson, call_id: FromPath[str]) -> AgentView:
    return await _act(site, person, call_id, lambda call: supervising.stop(site.center, call, person.user))


@post("/take-over", roles=SUPERVISORS, status_code=200)
async def take_over(site: TheSite, person: ThePerson, call_id: FromPath[str]) -> AgentView:
    """The supervisor serves the caller, and the agents leave the call."""
    return await _act(
        site, person, call_id, lambda call: taking_over.take_over(site.center, call, person.user)
    )


async def _act(
    site: Site, person: Person, call_id: str, use_case: Callable[[Call], Awaitable[Call]]
) -> AgentView:
    async with site.center.turn(CallId(call_id)) as call:
        if call is None:
            raise NotFound("there is no such call; it may have just ended")
        await use_case(call)
    return await site.views.of(person)


routes = Router("/api/calls/{call_id:str}", route_handlers=[supervise, leave, take_over])
