"""An agent's state, phone and live screen."""

from collections.abc import AsyncGenerator
from typing import Any, Literal

import msgspec
from litestar import Request, Router, get, post
from litestar.params import JSONBody
from litestar.response import Stream

from tierline.desk import duty
from tierline.desk.views.agent_view import AgentView
from tierline.ports.switch import SipLogin
from tierline.web.guards import AGENTS, ThePerson, signed_in
from tierline.web.live import event_stream, live
from tierline.web.site import TheSite


class PhoneKind(msgspec.Struct, frozen=True):
    kind: Literal["browser", "desk"]


class NewState(msgspec.Struct, frozen=True):
    ready: bool
    reason: str = ""


@post("/phone", roles=AGENTS, status_code=200)
async def phone(site: TheSite, person: ThePerson, data: JSONBody[PhoneKind]) -> SipLogin:
    return await duty.phone(site.center, person.user, data.kind)


@post("/state", roles=AGENTS, status_code=200)
async def state(site: TheSite, person: ThePerson, data: JSONBody[NewState]) -> AgentView:
    if data.ready:
        duty.ready(site.center, person.user)
    else:
        duty.not_ready(site.center, person.user, data.reason)
    return await site.views.of(person)


@get("/view", roles=AGENTS)
async def view(site: TheSite, person: ThePerson) -> AgentView:
    return await site.views.of(person)


@get("/feed", roles=AGENTS)
async def feed(site: TheSite, person: ThePerson, request: Request[Any, Any, Any]) -> Stream:
    async def still_signed_in() -> bool:
        return await signed_in(request) is not None

    async def messages() -> AsyncGenerator[bytes, None]:
        with site.presence.screen(person.user):
            async for message in live(site.changes, lambda: site.views.of(person), still_signed_in):
                yield message

    return event_stream(messages())


routes = Router("/api/agent", route_handlers=[phone, state, view, feed])
