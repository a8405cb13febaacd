"""An emergency: declared by the agent at the call, acknowledged by a supervisor."""

from typing import Annotated

import msgspec
from litestar import post
from litestar.params import FromPath, JSONBody

from tierline.calls.names import CallId
from tierline.desk import emergency
from tierline.desk.views.agent_view import AgentView
from tierline.web.agent.at_call import At, routes_at_call
from tierline.web.guards import AGENTS, SUPERVISORS, ThePerson
from tierline.web.site import TheSite


class Declared(msgspec.Struct, frozen=True):
    kind: Annotated[str, msgspec.Meta(max_length=100)]


class Note(msgspec.Struct, frozen=True):
    note: Annotated[str, msgspec.Meta(max_length=2000)]


@post("/emergency", roles=AGENTS, status_code=200)
async def declare(at: At, data: JSONBody[Declared]) -> AgentView:
    """The answer has the agency's procedure."""
    await at.act(lambda call: emergency.declare(at.center, call, at.user, data.kind))
    return await at.site.views.of(at.person)


@post("/emergency/acknowledgement", roles=SUPERVISORS, status_code=200)
async def acknowledge(
    site: TheSite, person: ThePerson, call_id: FromPath[str], data: JSONBody[Note]
) -> AgentView:
    """Also of a call that is over."""
    center = site.center
    async with center.turn(CallId(call_id)) as going_on:
        call = going_on or center.alerts.of(CallId(call_id))
        await emergency.acknowledge(center, call, person.user, data.note)
    return await site.views.of(person)


routes = routes_at_call(declare, acknowledge)
