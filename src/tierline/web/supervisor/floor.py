"""The floor: every agent and every waiting caller, and what a supervisor may do about an agent. A lead does
so for Tier 1 of their own site, and workforce look on."""

from collections.abc import AsyncGenerator
from datetime import timedelta
from typing import Annotated, Any

import msgspec
from litestar import Request, Router, get, post
from litestar.params import FromPath, JSONBody
from litestar.response import Stream
from msgspec.structs import replace

from tierline.acd.agents import AgentState
from tierline.calls.names import AgentId
from tierline.desk import duty, signing_out
from tierline.desk.refusal import NotFound, Refused
from tierline.desk.theirs import oversees
from tierline.desk.views.floor_board import FloorUpdate
from tierline.desk.views.floor_view import FloorView, OnTheFloor
from tierline.staff.person import Person
from tierline.web.guards import FLOOR_KEEPERS, FLOOR_READERS, ThePerson, still
from tierline.web.live import event_stream, live
from tierline.web.site import Site, TheSite

A_DAY = timedelta(days=1)
Why = Annotated[str, msgspec.Meta(max_length=200)]


class ForcedNotReady(msgspec.Struct, frozen=True):
    """`reason` is one of the agency's; `why` in the supervisor's words, which the agent reads."""

    reason: Annotated[str, msgspec.Meta(max_length=64)]
    why: Why = ""


class ForcedSignOut(msgspec.Struct, frozen=True):
    """`caller` says what becomes of one in conversation: `finish` the call first, or `requeue` at once."""

    why: Why
    caller: signing_out.TheCaller = "finish"


class States(msgspec.Struct, frozen=True):
    """Of the last 24 hours, in order."""

    states: list[AgentState]


@get("/", roles=FLOOR_READERS)
async def floor(site: TheSite, person: ThePerson) -> FloorView:
    return site.floor.whole(person)


@get("/feed", roles=FLOOR_READERS)
async def feed(site: TheSite, person: ThePerson, request: Request[Any, Any, Any]) -> Stream:
    """`FloorUpdate`s: the first begins with the agents that there are, in parts where they are many."""
    screen = site.floor.screen(person)

    async def update() -> FloorUpdate | None:
        return screen.update()

    async def messages() -> AsyncGenerator[bytes, None]:
        async for message in live(site.changes, update, still(request, person), lambda: screen.has_more):
            yield message

    return event_stream(messages())


@get("/{user:str}/states", roles=FLOOR_READERS)
async def states(site: TheSite, person: ThePerson, user: FromPath[str]) -> States:
    """What this agent was in, with who put them into it and why; for workforce when, and no more."""
    agent = _agent(site, person, user)
    since = site.center.clock.now() - A_DAY
    seen = await site.center.store.states_of(agent, since)
    if person.role == "workforce":
        seen = [replace(state, call=None, by=None, why=None) for state in seen]
    return States(list(seen))


@post("/{user:str}/not-ready", roles=FLOOR_KEEPERS, status_code=200)
async def force_not_ready(
    site: TheSite, person: ThePerson, user: FromPath[str], data: JSONBody[ForcedNotReady]
) -> OnTheFloor:
    agent = _agent(site, person, user)
    if site.center.floor.state(agent).signed_out:
        raise Refused("this agent is signed out already")
    duty.not_ready(site.center, agent, data.reason, by=person.user, why=data.why or None)
    await site.center.duties.settled()
    return site.floor.line_of(agent, person)


@post("/{user:str}/sign-out", roles=FLOOR_KEEPERS, status_code=200)
async def force_sign_out(
    site: TheSite, person: ThePerson, user: FromPath[str], data: JSONBody[ForcedSignOut]
) -> OnTheFloor:
    agent = _agent(site, person, user)
    await signing_out.force(site.center, agent, by=person.user, why=data.why, caller=data.caller)
    await site.center.duties.settled()
    return site.floor.line_of(agent, person)


def _agent(site: Site, person: Person, user: str) -> AgentId:
    """Raises NotFound also for one who is not on this person's floor."""
    agent = site.center.agency.staff.get(AgentId(user))
    if agent is None or not oversees(site.center, person, agent):
        raise NotFound("there is no such agent")
    return agent.user


routes = Router(
    "/api/supervisor/floor",
    route_handlers=[floor, feed, states, force_not_ready, force_sign_out],
)
