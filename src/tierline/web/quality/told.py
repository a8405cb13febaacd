"""The calls in which CSRs of one's own site told callers something, and what it was."""

import msgspec
from litestar import Router, get
from litestar.params import FromPath

from tierline.calls.names import CallId
from tierline.desk.views.told_at_site import ToldCall, ToldView, told_calls, told_in
from tierline.web.guards import QUALITY, ThePerson
from tierline.web.site import TheSite


class ToldCalls(msgspec.Struct, frozen=True):
    """The newest first."""

    calls: list[ToldCall]


@get("/", roles=QUALITY)
async def calls(site: TheSite, person: ThePerson) -> ToldCalls:
    return ToldCalls(await told_calls(site.center, person))


@get("/{call_id:str}", roles=QUALITY)
async def told(site: TheSite, person: ThePerson, call_id: FromPath[str]) -> ToldView:
    return await told_in(site.center, person, CallId(call_id))


routes = Router("/api/quality/calls", route_handlers=[calls, told])
