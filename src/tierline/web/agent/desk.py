"""An agent's state, phone and live screen. A lead has the phone and the screen too, for listening in."""

from collections.abc import AsyncGenerator
from typing import Annotated, Any, Literal

import msgspec
from litestar import Request, Router, get, post
from litestar.params import JSONBody, QueryParameter
from litestar.response import Stream

from tierline.desk import changing_desks, duty, wrapping_up
from tierline.desk.seats import SeatLost
from tierline.desk.views.agent_view import AgentView
from tierline.ports.switch import SipLogin
from tierline.web.guards import AGENTS, AT_A_PHONE, COOKIE, ThePerson, still, token_hash
from tierline.web.live import event_stream, live
from tierline.web.site import TheSite

DeskName = Annotated[str, msgspec.Meta(max_length=64)]


class AtDesk(msgspec.Struct, frozen=True):
    """`desk` is the page's own random name. `take_over` confirms that a call at another screen comes
    along."""

    desk: DeskName
    take_over: bool = False


class PhoneKind(msgspec.Struct, frozen=True):
    kind: Literal["browser", "desk"]
    desk: DeskName = ""


class NewState(msgspec.Struct, frozen=True):
    """`reason` is one of the agency's, where `ready` is false."""

    ready: bool
    reason: Annotated[str, msgspec.Meta(max_length=64)] = ""


@post("/desk", roles=AT_A_PHONE, status_code=200)
async def sit_down(
    site: TheSite, person: ThePerson, request: Request[Any, Any, Any], data: JSONBody[AtDesk]
) -> AgentView:
    """This screen is the one that the person works at. Any other is told so and ended, with its session."""
    agent = person.user
    if await changing_desks.sit_down(site.center, agent, data.desk, take_over=data.take_over):
        await site.center.store.close_sessions(agent, but=token_hash(request.cookies[COOKIE]))
    return await site.views.of(person)


@post("/phone", roles=AT_A_PHONE, status_code=200)
async def phone(site: TheSite, person: ThePerson, data: JSONBody[PhoneKind]) -> SipLogin:
    """Refused to a screen at which the person does not sit."""
    await changing_desks.sit_down(site.center, person.user, data.desk)
    login = await duty.phone(site.center, person.user, data.kind, data.desk)
    await site.center.duties.settled()
    return login


@post("/phone/here", roles=AT_A_PHONE, status_code=200)
async def phone_is_here(site: TheSite, person: ThePerson) -> AgentView:
    """The phone has registered: a call that comes along from another screen rings it."""
    await changing_desks.phone_is_here(site.center, person.user)
    return await site.views.of(person)


@post("/state", roles=AGENTS, status_code=200)
async def state(site: TheSite, person: ThePerson, data: JSONBody[NewState]) -> AgentView:
    if data.ready:
        duty.ready(site.center, person.user)
    else:
        duty.not_ready(site.center, person.user, data.reason)
    await site.center.duties.settled()
    return await site.views.of(person)


@post("/wrap-up/extension", roles=AGENTS, status_code=200)
async def extend(site: TheSite, person: ThePerson) -> AgentView:
    wrapping_up.extend(site.center, person.user)
    await site.center.duties.settled()
    return await site.views.of(person)


@get("/view", roles=AT_A_PHONE)
async def view(site: TheSite, person: ThePerson) -> AgentView:
    return await site.views.of(person)


@get("/feed", roles=AT_A_PHONE)
async def feed(
    site: TheSite,
    person: ThePerson,
    request: Request[Any, Any, Any],
    desk: Annotated[str, QueryParameter(max_length=64)] = "",
) -> Stream:
    """The whole screen whenever it changes; of the screen named `desk` only until the person sits at another
    or is signed out, which is then all that there is to see."""
    seats = site.center.floor.seats
    if desk and seats.of(person.user) is None and seats.lost(person.user, desk) is None:
        seats.take(person.user, desk)  # this process is younger than the screen

    async def now() -> AgentView | SeatLost:
        return (seats.lost(person.user, desk) if desk else None) or await site.views.of(person)

    async def messages() -> AsyncGenerator[bytes, None]:
        with site.presence.screen(person.user, desk):
            async for message in live(site.changes, now, still(request, person), of=person.user):
                yield message

    return event_stream(messages())


routes = Router("/api/agent", route_handlers=[sit_down, phone, phone_is_here, state, extend, view, feed])
