"""The calls in which CSRs of one's own site told callers something, and what it was."""

import msgspec
from litestar import Router, get, post
from litestar.params import FromPath, JSONBody

from tierline.calls.names import CallId
from tierline.desk.copying import Copied, site_call_copied
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


@post("/{call_id:str}/copies", roles=QUALITY, status_code=204)
async def copied(site: TheSite, person: ThePerson, call_id: FromPath[str], data: JSONBody[Copied]) -> None:
    """Of what was copied or printed, the classes: never a value."""
    await site_call_copied(site.center, person, CallId(call_id), data)


routes = Router("/api/quality/calls", route_handlers=[calls, told, copied])
