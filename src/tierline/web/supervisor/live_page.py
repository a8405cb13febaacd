"""The calls going on now, told as they change."""

from collections.abc import AsyncGenerator
from typing import Any

from litestar import Request, Router, get
from litestar.response import Stream

from tierline.desk.views.live_board import LiveUpdate
from tierline.web.guards import SUPERVISORS, ThePerson, still
from tierline.web.live import event_stream, live
from tierline.web.site import TheSite


@get("/feed", roles=SUPERVISORS)
async def feed(site: TheSite, person: ThePerson, request: Request[Any, Any, Any]) -> Stream:
    """`LiveUpdate`s: the first begins with the calls that there are, in parts where they are many."""

    async def messages() -> AsyncGenerator[bytes, None]:
        with site.presence.screen(person.user), site.board.screen() as screen:

            async def update() -> LiveUpdate | None:
                return screen.update()

            async for message in live(site.changes, update, still(request, person), lambda: screen.has_more):
                yield message

    return event_stream(messages())


routes = Router("/api/supervisor/live", route_handlers=[feed])
