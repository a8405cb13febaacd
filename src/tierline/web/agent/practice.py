"""An agent practises with simulated callers."""

from typing import Annotated

import msgspec
from litestar import Router, get, post
from litestar.params import JSONBody

from tierline.desk.practice import calling, going_in, speaking
from tierline.desk.views.agent_view import AgentView
from tierline.desk.views.call_view import CallView
from tierline.desk.views.practice import PracticeDesk, practice_desk
from tierline.web.agent.at_call import At, routes_at_call
from tierline.web.guards import AGENTS, ThePerson
from tierline.web.site import TheSite


class Practising(msgspec.Struct, frozen=True):
    """Goes into practice, or leaves it."""

    practising: bool


class ChosenCase(msgspec.Struct, frozen=True):
    case: Annotated[str, msgspec.Meta(max_length=200)]


@get("/", roles=AGENTS)
async def cases(site: TheSite, person: ThePerson) -> PracticeDesk:
    """Those that this agent can practise, and what they have practised."""
    return await practice_desk(site.center, person)


@post("/", roles=AGENTS, status_code=200)
async def practise(site: TheSite, person: ThePerson, data: JSONBody[Practising]) -> AgentView:
    change = going_in.go_in if data.practising else going_in.leave
    change(site.center, person.user)
    await site.center.duties.settled()
    return await site.views.of(person)


@post("/calls", roles=AGENTS, status_code=200)
async def begin(site: TheSite, person: ThePerson, data: JSONBody[ChosenCase]) -> AgentView:
    """The agent's phone rings."""
    await calling.begin(site.center, person.user, data.case)
    return await site.views.of(person)


@post("/go-on", roles=AGENTS, status_code=200)
async def go_on(at: At) -> CallView:
    """The simulated caller says their next line now."""
    return await at.act(lambda call: speaking.go_on(at.center, call, at.user))


routes = Router("/api/agent/practice", route_handlers=[cases, practise, begin])
call_routes = routes_at_call(go_on, below="/practice")
